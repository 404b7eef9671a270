import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP

/// Two hosts with H.323 and the TCP between them: every write arrives in pieces, and connections can break.
struct LayerPair {
    /// One host.
    struct Host {
        let address: IPAddress
        var layer: H323CallLayer
        let ports: [TransportAddress: ListenerID]
        var reports: [(event: H323CallEvent, call: SlabIndex)] = []
        var violations: [ByteString] = []

        /// The call that came in last.
        var incoming: SlabIndex? {
            self.reports.reversed().lazy.compactMap { report in
                guard case .incoming = report.event else {
                    return nil
                }
                return report.call
            }.first
        }

        var releases: [SignalingClearing] {
            self.reports.compactMap { report in
                guard case .released(let clearing) = report.event else {
                    return nil
                }
                return clearing
            }
        }

        var agreed: [StreamOptions?]? {
            self.reports.reversed().lazy.compactMap { report in
                guard case .agreed(let streams) = report.event else {
                    return nil
                }
                return streams
            }.first
        }
    }

    /// One end of a connection.
    struct End: Hashable {
        let isAlice: Bool
        let flow: FlowID
    }

    var alice: Host
    var bob: Host
    var now = Instant.start

    /// How many writes are delivered before every connection breaks.
    var writes = Int.max
    private(set) var written = 0
    private(set) var connections: [End: End] = [:]
    private var accepted: UInt64 = 0

    init(tunnels: Bool = true, fast: Bool = true, change: (inout H323LayerConfiguration) -> Void = { _ in }) {
        self.alice = Self.host(1, peer: 2, tunnels: tunnels, fast: fast, change)
        self.bob = Self.host(2, peer: 1, tunnels: tunnels, fast: fast, change)
    }

    private static func host(
        _ own: UInt8,
        peer: UInt8,
        tunnels: Bool,
        fast: Bool,
        _ change: (inout H323LayerConfiguration) -> Void
    ) -> Host {
        var configuration = H323LayerConfiguration(listener: ListenerID(0))
        var settings = H323PeerSettings(name: "peer", signaling: .lab(peer, 1720))
        settings.call.usesTunnelling = tunnels
        settings.call.usesFastConnect = fast
        configuration.peers = [settings]
        configuration.controlPorts = (0..<2).map { number in
            H323ControlPort(listener: ListenerID(10 + number), address: .lab(own, 5000 + number))
        }
        change(&configuration)
        var ports: [TransportAddress: ListenerID] = [.lab(own, 1720): configuration.listener]
        for port in configuration.controlPorts {
            ports[port.address] = port.listener
        }
        let source = IdentifierSource(seed: UInt64(own))
        return Host(
            address: TransportAddress.lab(own, 0).ip,
            layer: H323CallLayer(configuration: configuration, identifiers: source),
            ports: ports
        )
    }

    // MARK: Driving

    /// Carries everything until nothing moves.
    mutating func run() {
        while true {
            var moved = false
            for isAlice in [true, false] {
                while let output = isAlice ? self.alice.layer.nextOutput() : self.bob.layer.nextOutput() {
                    moved = true
                    self.carry(output, isAlice)
                }
            }
            guard moved else {
                return
            }
        }
    }

    /// Lets time go by, with everything that happens in it.
    mutating func pass(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let next = Instant.earlier(self.alice.layer.nextDeadline, self.bob.layer.nextDeadline), next <= end {
            self.now = max(self.now, next)
            self.alice.layer.advance(to: self.now)
            self.bob.layer.advance(to: self.now)
            self.run()
        }
        self.now = end
    }

    /// Someone opens a connection to Bob and writes to it; Bob's end of it.
    mutating func intrude(from: TransportAddress, on listener: ListenerID, _ octets: [UInt8] = []) -> FlowID {
        self.accepted += 1
        let flow = FlowID(accepted: self.accepted)
        self.bob.layer.receive(.accepted(flow, from: from, to: .lab(2, 1720), on: listener), at: self.now)
        if !octets.isEmpty {
            self.bob.layer.receive(.received(flow, octets), at: self.now)
        }
        return flow
    }

    private mutating func carry(_ output: H323LayerOutput, _ isAlice: Bool) {
        switch output {
        case .report(let event, from: let call):
            if isAlice {
                self.alice.reports.append((event, call))
            } else {
                self.bob.reports.append((event, call))
            }
        case .observe(.peerViolation(let violation)):
            if isAlice {
                self.alice.violations.append(violation.what)
            } else {
                self.bob.violations.append(violation.what)
            }
        case .observe:
            break
        case .network(.connect(let flow, to: let remote, via: _)):
            self.connect(End(isAlice: isAlice, flow: flow), to: remote)
        case .network(.write(let octets, let flow)):
            self.write(octets, End(isAlice: isAlice, flow: flow))
        case .network(.close(let flow)):
            self.close(End(isAlice: isAlice, flow: flow))
        case .network(.send), .network(.resolve):
            break
        }
    }

    private mutating func connect(_ end: End, to remote: TransportAddress) {
        let host = end.isAlice ? self.bob : self.alice
        guard let listener = host.ports[remote] else {
            self.tell(end.isAlice, .closed(end.flow, .refused))
            return
        }
        self.accepted += 1
        let other = End(isAlice: !end.isAlice, flow: FlowID(accepted: self.accepted))
        self.connections[end] = other
        self.connections[other] = end
        let from = TransportAddress(end.isAlice ? self.alice.address : self.bob.address, 40_000)
        self.tell(end.isAlice, .connected(end.flow, local: from))
        self.tell(other.isAlice, .accepted(other.flow, from: from, to: remote, on: listener))
    }

    private mutating func write(_ octets: [UInt8], _ end: End) {
        guard self.connections[end] != nil else {
            return
        }
        guard self.written < self.writes else {
            for end in self.connections.keys.sorted(by: { $0.flow.number < $1.flow.number })
            where self.connections.removeValue(forKey: end) != nil {
                self.tell(end.isAlice, .closed(end.flow, .failed))
            }
            return
        }
        self.written += 1
        let half = octets.count / 3
        for piece in [octets[..<half], octets[half...]] where !piece.isEmpty {
            if let other = self.connections[end] {
                self.tell(other.isAlice, .received(other.flow, Array(piece)))
            }
        }
    }

    private mutating func close(_ end: End) {
        if let other = self.connections.removeValue(forKey: end) {
            self.connections[other] = nil
            self.tell(other.isAlice, .closed(other.flow, .byPeer))
        }
        self.tell(end.isAlice, .closed(end.flow, .byUs))
    }

    private mutating func tell(_ isAlice: Bool, _ event: NetworkEvent) {
        if isAlice {
            self.alice.layer.receive(event, at: self.now)
        } else {
            self.bob.layer.receive(event, at: self.now)
        }
    }
}
