package import CallModel
package import ProtocolKit

/// Who is connected to the virtual network.
package enum NodeID: Hashable, Sendable {
    case gateway
    case phone(Int)
    case mediaGateway(Int)
    /// Somebody who sends in the name of a media gateway, or of nobody.
    case spoofer(Int)
}

/// Datagrams and streams between nodes, in virtual time, with everything that can go wrong decided by one seed.
package struct VirtualNetwork {
    /// Something that reaches a node at some time.
    struct Delivery {
        let node: NodeID
        let event: NetworkEvent
    }

    /// One end of a stream.
    private struct End: Hashable {
        let node: NodeID
        let flow: FlowID
    }

    private struct Link {
        let peer: End
        /// Nothing on a stream overtakes what was written before it.
        var lastDelivery: Instant
    }

    /// How packets are treated.
    package var conditions: NetworkConditions

    /// Packets that a scenario wants lost, besides those that chance takes.
    package var loses: (WirePacket) -> Bool = { _ in false }

    /// Packets that a scenario wants delivered twice.
    package var repeats: (WirePacket) -> Bool = { _ in false }

    /// How much longer than others a scenario wants a packet to take.
    package var delays: (WirePacket) -> Duration = { _ in .zero }

    /// Everything that was sent, as it was sent, lost or not.
    package private(set) var wire: [WirePacket] = []

    private var random: IdentifierSource
    /// What is under way by the time it arrives, in the order of sending: what left at once and takes as long arrives in
    /// that order.
    private var queue = DeadlineQueue<Instant>()
    private var deliveries: [Instant: ArraySlice<Delivery>] = [:]
    private var sockets: [TransportAddress: (node: NodeID, listener: ListenerID)] = [:]
    private var streams: [TransportAddress: (node: NodeID, listener: ListenerID)] = [:]
    private var addresses: [NodeID: [ListenerID: TransportAddress]] = [:]
    private var links: [End: Link] = [:]
    private var accepted: UInt64 = 0
    private var cut: Set<NodeID> = []

    package init(conditions: NetworkConditions, seed: UInt64) {
        self.conditions = conditions
        self.random = IdentifierSource(seed: seed &+ 0x5EED)
    }

    /// The time of the next delivery.
    package var nextDeadline: Instant? {
        self.queue.next
    }

    /// Connects a listener of a node.
    package mutating func bind(
        _ node: NodeID,
        _ listener: ListenerID,
        _ transport: TransportProtocol,
        _ address: TransportAddress
    ) {
        self.addresses[node, default: [:]][listener] = address
        switch transport {
        case .udp: self.sockets[address] = (node, listener)
        case .tcp: self.streams[address] = (node, listener)
        }
    }

    /// Whether anybody listens at this address.
    func hasNode(at address: TransportAddress) -> Bool {
        self.sockets[address] != nil || self.streams[address] != nil
    }

    /// Cuts a node off, or connects it again; what is under way to a node that is cut off is lost.
    package mutating func setReachable(_ node: NodeID, _ isReachable: Bool) {
        if isReachable {
            self.cut.remove(node)
        } else {
            self.cut.insert(node)
        }
    }

    /// Forgets what was sent so far: what comes is another life of the gateway, which answers for itself only.
    mutating func forgetWire() {
        self.wire = []
    }

    /// Takes the next delivery that is due.
    mutating func takeDue(at now: Instant) -> Delivery? {
        while let time = self.queue.popDue(at: now) {
            guard var waiting = self.deliveries.removeValue(forKey: time), let delivery = waiting.popFirst() else {
                continue
            }
            if !waiting.isEmpty {
                self.deliveries[time] = waiting
                self.queue.set(time, for: time)
            }
            if !self.cut.contains(delivery.node) {
                return delivery
            }
        }
        return nil
    }

    /// Carries out what a node asks of the network.
    mutating func perform(_ request: NetworkRequest, from node: NodeID, at now: Instant) {
        switch request {
        case .send(let bytes, let to, let listener):
            self.send(bytes, from: node, listener, to: to, at: now)
        case .connect(let flow, let to, let listener):
            self.connect(End(node: node, flow: flow), to: to, from: listener, at: now)
        case .write(let bytes, let flow):
            self.write(bytes, End(node: node, flow: flow), at: now)
        case .close(let flow):
            self.close(End(node: node, flow: flow), at: now)
        case .resolve(let id, _):
            self.deliver(.resolved(id, .failed), to: node, at: now.advanced(by: self.conditions.latency))
        }
    }

    /// Hands an event to a node at a given time; for resolvers and faults of a scenario's own.
    package mutating func deliver(_ event: NetworkEvent, to node: NodeID, at time: Instant) {
        self.deliveries[time, default: []].append(Delivery(node: node, event: event))
        self.queue.set(time, for: time)
    }

    // MARK: Datagrams

    private mutating func send(
        _ bytes: [UInt8],
        from node: NodeID,
        _ listener: ListenerID,
        to: TransportAddress,
        at now: Instant
    ) {
        guard let source = self.addresses[node]?[listener] else {
            return
        }
        let byChance = self.happens(self.conditions.loss) || self.cut.contains(node)
        var packet = WirePacket(at: now, from: source, to: to, transport: .udp, sender: node, isLost: byChance, bytes)
        let isLost = byChance || self.loses(packet)
        packet.isLost = isLost
        self.wire.append(packet)
        guard !isLost, let target = self.sockets[to] else {
            return
        }
        let copies = self.happens(self.conditions.duplication) || self.repeats(packet) ? 2 : 1
        let extra = self.delays(packet)
        for _ in 0..<copies {
            var delay = self.delay() + extra
            if self.happens(self.conditions.reordering) {
                delay += .milliseconds(20) + self.random.duration(below: .milliseconds(400))
            }
            self.deliver(
                .datagram(bytes, from: source, on: target.listener),
                to: target.node,
                at: now.advanced(by: delay)
            )
        }
    }

    // MARK: Streams

    private mutating func connect(_ end: End, to: TransportAddress, from listener: ListenerID, at now: Instant) {
        let local = TransportAddress(
            self.addresses[end.node]?[listener]?.ip ?? .loopbackV4,
            UInt16(40_000 + self.accepted % 20_000)
        )
        let arrival = now.advanced(by: self.delay())
        guard let target = self.streams[to], !self.cut.contains(target.node), !self.cut.contains(end.node) else {
            self.deliver(.closed(end.flow, .refused), to: end.node, at: arrival)
            return
        }
        self.accepted += 1
        let peer = End(node: target.node, flow: FlowID(accepted: self.accepted))
        self.links[end] = Link(peer: peer, lastDelivery: arrival)
        self.links[peer] = Link(peer: end, lastDelivery: arrival)
        self.deliver(.accepted(peer.flow, from: local, to: to, on: target.listener), to: target.node, at: arrival)
        self.deliver(.connected(end.flow, local: local), to: end.node, at: arrival)
    }

    private mutating func write(_ bytes: [UInt8], _ end: End, at now: Instant) {
        guard let link = self.links[end] else {
            return
        }
        let source = self.addresses[end.node]?.values.min { $0.port < $1.port }
        let remote = self.addresses[link.peer.node]?.values.min { $0.port < $1.port }
        if let source, let remote {
            self.wire.append(
                WirePacket(at: now, from: source, to: remote, transport: .tcp, sender: end.node, isLost: false, bytes)
            )
        }
        // A stream may be cut anywhere.
        let cut = Int(self.random.number(below: UInt64(bytes.count) + 1))
        for piece in [bytes[..<cut], bytes[cut...]] where !piece.isEmpty {
            let arrival = max(now.advanced(by: self.delay()), self.links[end]?.lastDelivery ?? now)
            self.links[end]?.lastDelivery = arrival.advanced(by: .nanoseconds(1))
            self.deliver(.received(link.peer.flow, Array(piece)), to: link.peer.node, at: arrival)
        }
    }

    private mutating func close(_ end: End, at now: Instant) {
        guard let link = self.links.removeValue(forKey: end) else {
            return
        }
        self.links[link.peer] = nil
        let arrival = max(now.advanced(by: self.delay()), link.lastDelivery)
        self.deliver(.closed(link.peer.flow, .byPeer), to: link.peer.node, at: arrival)
        self.deliver(.closed(end.flow, .byUs), to: end.node, at: now.advanced(by: .nanoseconds(1)))
    }

    private mutating func happens(_ percent: UInt64) -> Bool {
        percent > 0 && self.random.number(below: 100) < percent
    }

    private mutating func delay() -> Duration {
        self.conditions.latency
            + (self.conditions.jitter > .zero ? self.random.duration(below: self.conditions.jitter) : .zero)
    }
}

/// One packet as it left its sender.
package struct WirePacket: Sendable {
    /// When.
    package let at: Instant
    /// The sender's address.
    package let from: TransportAddress
    /// The receiver's address.
    package let to: TransportAddress
    /// What carried it.
    package let transport: TransportProtocol
    /// Who sent it.
    package let sender: NodeID
    /// Whether the network lost it.
    package internal(set) var isLost: Bool
    /// The octets.
    package let bytes: [UInt8]

    package init(
        at: Instant,
        from: TransportAddress,
        to: TransportAddress,
        transport: TransportProtocol,
        sender: NodeID,
        isLost: Bool,
        _ bytes: [UInt8]
    ) {
        self.at = at
        self.from = from
        self.to = to
        self.transport = transport
        self.sender = sender
        self.isLost = isLost
        self.bytes = bytes
    }
}
