import H323Syntax
package import ProtocolKit

/// One TCP connection of H.323: its packets, and how long it may be useless.
///
/// A peer can hold it open by calls only: neither by silence after it was accepted, nor by a packet that it sends octet
/// by octet, nor by keep-alives.
package struct PacketConnection: Sendable {
    /// What the connection contained next.
    package enum Content: Hashable, Sendable {
        /// A message.
        case message([UInt8])
        /// The end: it is not H.323, or exceeds a limit.
        case failure
    }

    private var framer: TPKTFramer
    private let packetTimeout: Duration
    private let idleTimeout: Duration

    /// When the packet that has begun must be there.
    private var packetBy: Instant?

    /// When the connection must be of use.
    private var usedBy: Instant?

    /// The calls that it carries.
    package private(set) var calls = 0

    /// Messages that could not be read.
    package var unreadable = 0

    /// A connection that was accepted, or asked for.
    package init(_ configuration: H323LayerConfiguration, isAccepted: Bool, at now: Instant) {
        self.framer = TPKTFramer(largestPacket: configuration.largestPacket)
        self.packetTimeout = configuration.packetTimeout
        self.idleTimeout = configuration.idleTimeout
        let limit = isAccepted ? configuration.packetTimeout : configuration.connectTimeout
        self.usedBy = now.advanced(by: limit)
    }

    /// The connection that was asked for is open.
    package mutating func open(at now: Instant) {
        self.usedBy = self.calls > 0 ? nil : now.advanced(by: self.idleTimeout)
    }

    /// It carries one more call; while it opens, that has a limit all the same.
    package mutating func addCall(isOpening: Bool = false) {
        self.calls += 1
        if !isOpening {
            self.usedBy = nil
        }
    }

    /// A call is over.
    package mutating func removeCall(at now: Instant) {
        self.calls = max(0, self.calls - 1)
        if self.calls == 0 {
            self.usedBy = now.advanced(by: self.idleTimeout)
        }
    }

    /// Takes octets; ask ``next(at:)`` until it returns `nil`.
    package mutating func receive(_ octets: [UInt8]) {
        self.framer.receive(octets)
    }

    /// The next message, or `nil` when more octets are needed.
    package mutating func next(at now: Instant) -> Content? {
        while let frame = self.framer.next() {
            self.packetBy = nil
            switch frame {
            case .packet(let octets): return .message(octets)
            case .keepAlive: continue
            case .failure: return .failure
            }
        }
        self.packetBy = self.framer.pending == 0 ? nil : self.packetBy ?? now.advanced(by: self.packetTimeout)
        return nil
    }

    /// When the connection has been useless for too long.
    package var nextDeadline: Instant? {
        Instant.earlier(self.packetBy, self.usedBy)
    }

    /// Whether it has.
    package func isOverdue(at now: Instant) -> Bool {
        self.nextDeadline.map { $0 <= now } ?? false
    }
}
