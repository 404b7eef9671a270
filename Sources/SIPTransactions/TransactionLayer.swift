package import CallModel
package import ProtocolKit
import SIPSyntax

/// The SIP transport and transaction layers (RFC 3261 §17, §18; RFC 6026) as one value.
///
/// Bytes come in as ``NetworkEvent``s and leave as ``NetworkRequest``s; between them stand the four automata. The
/// transaction user takes ``TransactionEvent``s out with ``nextEvent()`` after each mutation and answers with the
/// methods of the two extensions, one for requests that it sends and one for responses.
package struct TransactionLayer: Sendable {
    let configuration: TransactionConfiguration
    var identifiers: IdentifierSource

    var servers = Slab<ServerTransaction>()
    var serversByKey: [UInt64: SlabIndex] = [:]
    var clients = Slab<ClientTransaction>()
    /// CANCELs share the branch of their INVITE, so they are found here and not by their branch (RFC 3261 §9.1).
    var cancels: [Branch: SlabIndex] = [:]
    /// The client transactions over UDP that no response has come for: those that an ICMP error can concern.
    var unanswered: Set<SlabIndex> = []
    var flows: FlowTable
    private var clientDeadlines = SlabDeadlineQueue()
    private var serverDeadlines = SlabDeadlineQueue()

    var events = OutputQueue<TransactionEvent>()
    var outputs = OutputQueue<AgentOutput>()

    /// Every listener's `Via: SIP/2.0/UDP host:port;rport;branch=`, ready to be copied.
    let viaPrefixes: [[UInt8]]

    package init(configuration: TransactionConfiguration, identifiers: IdentifierSource) {
        self.configuration = configuration
        self.identifiers = identifiers
        self.flows = FlowTable(limit: configuration.limits.flows)
        self.viaPrefixes = configuration.listeners.map(Self.viaPrefix)
    }

    /// The oldest event that has not been taken.
    package mutating func nextEvent() -> TransactionEvent? {
        self.events.next()
    }

    /// The oldest network request or observation that has not been taken.
    package mutating func nextOutput() -> AgentOutput? {
        self.outputs.next()
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        Instant.earlier(self.clientDeadlines.next, self.serverDeadlines.next)
    }

    /// Whether no transaction is alive; for leak checks.
    package var isIdle: Bool {
        self.servers.isEmpty && self.clients.isEmpty && self.cancels.isEmpty && self.nextDeadline == nil
    }

    /// The listener of that number, if it is configured.
    package func listener(_ id: ListenerID) -> ListenerDescription? {
        let place = Int(id.number)
        return place < self.configuration.listeners.count ? self.configuration.listeners[place] : nil
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        while let index = self.clientDeadlines.popDue(at: now) {
            self.advanceClient(index, to: now)
        }
        while let index = self.serverDeadlines.popDue(at: now) {
            self.advanceServer(index, to: now)
        }
    }

    private mutating func advanceClient(_ index: SlabIndex, to now: Instant) {
        switch self.clients.with(index, { $0?.advance(to: now) }) {
        case .repeatRequest:
            self.transmitRequest(of: index)
        case .reportTimeout:
            self.events.append(.timedOut(ClientTransactionID(index: index)))
            self.observeTimeout(of: index)
        case .passResponse, .passResponseAndAcknowledge, .acknowledge, nil:
            break
        }
        self.settleClient(index)
    }

    private mutating func advanceServer(_ index: SlabIndex, to now: Instant) {
        switch self.servers.with(index, { $0?.advance(to: now) }) {
        case .repeatResponse:
            self.transmitResponse(of: index)
        case .reportMissingACK:
            self.events.append(.acknowledgementMissing(ServerTransactionID(index: index)))
        case nil:
            break
        }
        self.settleServer(index)
    }

    private mutating func observeTimeout(of index: SlabIndex) {
        guard let client = self.clients[index] else {
            return
        }
        self.outputs.append(
            .observe(.transactionTimedOut(client.leg, method: client.method.text, to: client.destination.address))
        )
    }

    /// The one place where a client transaction's deadline is registered and where it is removed.
    mutating func settleClient(_ index: SlabIndex) {
        guard let standing = self.clients.with(index, { $0?.standing }) else {
            return
        }
        guard standing.isTerminated else {
            self.clientDeadlines.set(standing.deadline, for: index)
            return
        }
        self.clientDeadlines.set(nil, for: index)
        self.unanswered.remove(index)
        guard let client = self.clients.remove(index) else {
            return
        }
        if let flow = client.destination.flow {
            self.flows.release(index, from: flow)
        }
        if let invite = client.cancels {
            self.cancels[invite] = nil
        }
        self.events.append(.clientEnded(ClientTransactionID(index: index)))
    }

    /// The one place where a server transaction's deadline is registered and where it is removed.
    mutating func settleServer(_ index: SlabIndex) {
        guard let standing = self.servers.with(index, { $0?.standing }) else {
            return
        }
        guard standing.isTerminated else {
            self.serverDeadlines.set(standing.deadline, for: index)
            return
        }
        self.serverDeadlines.set(nil, for: index)
        if let key = self.servers.remove(index)?.key {
            self.serversByKey[key] = nil
        }
        self.events.append(.serverEnded(ServerTransactionID(index: index)))
    }

    private static func viaPrefix(_ listener: ListenerDescription) -> [UInt8] {
        var line: [UInt8] = []
        line.append("Via: SIP/2.0/")
        line.append(listener.transport.viaName)
        line.append(0x20)
        line.append(contentsOf: listener.advertised.bytes)
        line.append(";rport;branch=")
        return line
    }
}

extension TransportProtocol {
    /// The transport as a Via names it.
    var viaName: StaticString {
        switch self {
        case .udp: "UDP"
        case .tcp: "TCP"
        }
    }
}
