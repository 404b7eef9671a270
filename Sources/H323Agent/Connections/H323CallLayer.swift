package import CallModel
import H323Syntax
package import ProtocolKit
package import SDP

/// What the layer of calls puts out.
package enum H323LayerOutput: Sendable {
    /// Something for the sockets.
    case network(NetworkRequest)
    /// News of a call.
    case report(H323CallEvent, from: SlabIndex)
    /// Something worth knowing.
    case observe(Observation)
}

/// All H.323 calls with the connections that carry them: call signaling and H.245 over TCP, in both directions.
///
/// Connections come from configured peers only. A call of ours has a connection of its own; a peer may have several
/// calls on one. After every input its owner calls ``nextOutput()`` until it returns `nil`.
package struct H323CallLayer: Sendable {
    /// One call and what belongs to it.
    struct Entry: Sendable {
        var call: H323Call
        /// The connection of its call signaling.
        let flow: FlowID
        /// The connection of its H.245.
        var control: FlowID?
        /// The port that it was lent, by its place in the configuration.
        var port: Int?
        /// The place of its peer in the configuration.
        let peer: Int
        let key: CallKey

        /// Changes the call where it stands.
        mutating func change(_ body: (inout H323Call) -> Void) {
            body(&self.call)
        }
    }

    /// How messages find their call: by the connection, the number, and who has chosen the number.
    struct CallKey: Hashable, Sendable {
        let flow: FlowID
        let reference: UInt16
        let isOurs: Bool
    }

    /// What a connection is for.
    enum Purpose: Sendable {
        case signaling
        case control(SlabIndex)
    }

    struct Connection: Sendable {
        var packets: PacketConnection
        let purpose: Purpose
        let peer: Int
        let remote: TransportAddress
        let isAccepted: Bool
        /// The calls whose signaling it carries.
        var calls: Set<SlabIndex> = []
    }

    let configuration: H323LayerConfiguration
    var identifiers: IdentifierSource
    var calls = Slab<Entry>()
    var places: [CallKey: SlabIndex] = [:]
    var connections: [FlowID: Connection] = [:]
    var callDeadlines = SlabDeadlineQueue()
    var connectionDeadlines = DeadlineQueue<FlowID>()
    var outputs = OutputQueue<H323LayerOutput>()
    /// Which call each lent port belongs to.
    var tenants: [SlabIndex?]
    var callsOfPeer: [Int]
    private var flowSequence: UInt64 = 0

    package init(configuration: H323LayerConfiguration, identifiers: IdentifierSource) {
        self.configuration = configuration
        self.identifiers = identifiers
        self.tenants = Array(repeating: nil, count: configuration.controlPorts.count)
        self.callsOfPeer = Array(repeating: 0, count: configuration.peers.count)
    }

    // MARK: Commands

    /// Places a call to a peer and returns where it stands; `nil` when there is no such peer, or no room for a call.
    package mutating func place(
        _ content: SetupContent,
        offer: SessionDescription?,
        to peer: ByteString,
        at now: Instant
    ) -> SlabIndex? {
        guard let place = self.configuration.peers.firstIndex(where: { $0.name == peer }), self.hasRoom(for: place),
            self.connections.count < self.configuration.connections
        else {
            return nil
        }
        let flow = self.nextFlow()
        let settings = self.configuration.peers[place]
        let reference = UInt16(self.identifiers.number(below: 0x7FFF)) + 1
        let identity = CallIdentity(minting: &self.identifiers, reference: reference)
        self.connect(flow, to: settings.signaling, .signaling, peer: place, at: now)
        let index = self.insert(.caller, identity, flow: flow, peer: place)
        self.connections[flow]?.packets.addCall(isOpening: true)
        var content = content
        content.destination = settings.signaling
        self.change(index, at: now) { call in
            call.place(content, offer: offer, at: now)
        }
        return index
    }

    /// Changes a call by one of its inputs; nothing happens when it is gone.
    package mutating func change(_ index: SlabIndex, at now: Instant, _ body: (inout H323Call) -> Void) {
        self.calls.with(index) { $0?.change(body) }
        self.settle(index, at: now)
    }

    // MARK: Queries

    /// Whether there is no call and no connection.
    package var isIdle: Bool {
        self.calls.isEmpty && self.connections.isEmpty && self.places.isEmpty && self.tenants.allSatisfy { $0 == nil }
            && self.callsOfPeer.allSatisfy { $0 == 0 } && self.nextDeadline == nil
    }

    /// How many calls there are.
    package var callCount: Int {
        self.calls.count
    }

    /// How many connections there are.
    package var connectionCount: Int {
        self.connections.count
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> H323LayerOutput? {
        self.outputs.next()
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        Instant.earlier(self.callDeadlines.next, self.connectionDeadlines.next)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        while let index = self.callDeadlines.popDue(at: now) {
            self.change(index, at: now) { $0.advance(to: now) }
        }
        while let flow = self.connectionDeadlines.popDue(at: now) {
            guard let connection = self.connections[flow] else {
                continue
            }
            if connection.packets.isOverdue(at: now) {
                self.drop(flow, at: now)
            } else {
                self.connectionDeadlines.set(connection.packets.nextDeadline, for: flow)
            }
        }
    }

    // MARK: The funnel

    /// Carries out what a call has put out, and lets it go when it is over.
    private mutating func settle(_ index: SlabIndex, at now: Instant) {
        while let output = self.calls.with(index, { $0?.call.nextOutput() }) {
            self.carryOut(output, of: index, at: now)
        }
        guard let entry = self.calls[index] else {
            return
        }
        if entry.call.isOpen {
            self.callDeadlines.set(entry.call.nextDeadline, for: index)
        } else {
            self.remove(index, entry, at: now)
        }
    }

    private mutating func carryOut(_ output: H323CallOutput, of index: SlabIndex, at now: Instant) {
        switch output {
        case .signal(let octets):
            if let flow = self.calls.with(index, { $0?.flow }) {
                self.write(octets, flow)
            }
        case .control(let octets):
            if let flow = self.calls.with(index, { $0?.control }) {
                self.write(octets, flow)
            }
        case .connectControl(let address):
            self.connectControl(of: index, to: address, at: now)
        case .closeControl:
            self.closeControl(of: index)
        case .report(let event):
            self.outputs.append(.report(event, from: index))
        }
    }

    private mutating func remove(_ index: SlabIndex, _ entry: Entry, at now: Instant) {
        self.closeControl(of: index)
        self.callDeadlines.set(nil, for: index)
        if let port = entry.port {
            self.tenants[port] = nil
        }
        self.places[entry.key] = nil
        self.callsOfPeer[entry.peer] -= 1
        _ = self.calls.remove(index)
        self.connections[entry.flow]?.calls.remove(index)
        guard let connection = self.connections[entry.flow] else {
            return
        }
        if connection.isAccepted {
            self.connections[entry.flow]?.packets.removeCall(at: now)
            self.connectionDeadlines.set(self.connections[entry.flow]?.packets.nextDeadline, for: entry.flow)
        } else {
            self.close(entry.flow)
        }
    }

    // MARK: Details

    /// Makes a call of a peer that has room for it, with a port for its H.245 if one is free.
    mutating func insert(
        _ role: CallSignaling.Role,
        _ identity: CallIdentity,
        flow: FlowID,
        peer: Int
    ) -> SlabIndex {
        let port = self.tenants.firstIndex { $0 == nil }
        let source = IdentifierSource(shard: self.identifiers.shard, key: self.identifiers.octets(32))
        let call = H323Call(
            role,
            identity,
            settings: self.configuration.peers[peer].call,
            controlAddress: port.map { self.configuration.controlPorts[$0].address },
            identifiers: source
        )
        let key = CallKey(flow: flow, reference: identity.reference, isOurs: role == .caller)
        let index = self.calls.insert(Entry(call: call, flow: flow, control: nil, port: port, peer: peer, key: key))
        if let port {
            self.tenants[port] = index
        }
        self.places[key] = index
        self.connections[flow]?.calls.insert(index)
        self.callsOfPeer[peer] += 1
        return index
    }

    func hasRoom(for peer: Int) -> Bool {
        self.callsOfPeer[peer] < self.configuration.peers[peer].calls
    }

    mutating func nextFlow() -> FlowID {
        self.flowSequence += 1
        return FlowID(requested: self.flowSequence)
    }

    mutating func observe(_ clause: ByteString, _ what: ByteString, _ from: TransportAddress) {
        self.outputs.append(.observe(.peerViolation(PeerViolation(clause: clause, what: what, from: from))))
    }
}
