package import CallModel
import H323Syntax
package import ProtocolKit

/// What happens on the network.
extension H323CallLayer {
    /// Something happened on the network.
    package mutating func receive(_ event: NetworkEvent, at now: Instant) {
        switch event {
        case .accepted(let flow, from: let remote, to: _, on: let listener):
            self.accept(flow, from: remote, on: listener, at: now)
        case .connected(let flow, local: _):
            self.open(flow, at: now)
        case .received(let flow, let octets):
            self.read(octets, flow, at: now)
        case .closed(let flow, _):
            self.forget(flow, at: now)
        case .datagram, .unreachable, .resolved:
            // Call signaling and H.245 know streams and addresses only.
            break
        }
    }

    // MARK: Opening

    private mutating func accept(
        _ flow: FlowID,
        from remote: TransportAddress,
        on listener: ListenerID,
        at now: Instant
    ) {
        guard self.connections.count < self.configuration.connections else {
            self.refuse(flow, "too many connections", remote)
            return
        }
        if listener == self.configuration.listener {
            self.acceptSignaling(flow, from: remote, at: now)
        } else {
            self.acceptControl(flow, from: remote, on: listener, at: now)
        }
    }

    private mutating func acceptSignaling(_ flow: FlowID, from remote: TransportAddress, at now: Instant) {
        guard let peer = self.configuration.peers.firstIndex(where: { $0.sources.contains(remote.ip) }) else {
            self.refuse(flow, "connection from nobody that is configured", remote)
            return
        }
        let others = self.connections.values.count { $0.peer == peer && $0.isAccepted }
        guard others < self.configuration.connectionsPerPeer else {
            self.refuse(flow, "too many connections of one peer", remote)
            return
        }
        self.add(flow, .signaling, peer: peer, remote, isAccepted: true, at: now)
    }

    /// An H.245 connection belongs to the call that the port was lent to, which has one such connection.
    private mutating func acceptControl(
        _ flow: FlowID,
        from remote: TransportAddress,
        on listener: ListenerID,
        at now: Instant
    ) {
        guard let port = self.configuration.controlPorts.firstIndex(where: { $0.listener == listener }),
            let index = self.tenants[port], let entry = self.calls[index], entry.control == nil,
            self.mayControl(entry.peer, remote.ip)
        else {
            self.refuse(flow, "H.245 connection that no call waits for", remote)
            return
        }
        self.add(flow, .control(index), peer: entry.peer, remote, isAccepted: true, at: now)
        self.calls[index]?.control = flow
        self.connections[flow]?.packets.addCall()
        self.connectionDeadlines.set(nil, for: flow)
        self.change(index, at: now) { $0.openControl(at: now) }
    }

    private mutating func open(_ flow: FlowID, at now: Instant) {
        self.connections[flow]?.packets.open(at: now)
        guard let connection = self.connections[flow] else {
            return
        }
        self.connectionDeadlines.set(connection.packets.nextDeadline, for: flow)
        if case .control(let index) = connection.purpose {
            self.change(index, at: now) { $0.openControl(at: now) }
        }
    }

    mutating func connect(
        _ flow: FlowID,
        to remote: TransportAddress,
        _ purpose: Purpose,
        peer: Int,
        at now: Instant
    ) {
        self.add(flow, purpose, peer: peer, remote, isAccepted: false, at: now)
        self.outputs.append(.network(.connect(flow, to: remote, via: self.configuration.listener)))
    }

    mutating func connectControl(of index: SlabIndex, to address: TransportAddress, at now: Instant) {
        guard let entry = self.calls[index], entry.control == nil, self.mayControl(entry.peer, address.ip),
            self.connections.count < self.configuration.connections
        else {
            // The call finds another way, or ends when it gets no media.
            self.calls.with(index) { $0?.call.loseControl(at: now) }
            return
        }
        let flow = self.nextFlow()
        self.connect(flow, to: address, .control(index), peer: entry.peer, at: now)
        self.calls[index]?.control = flow
        self.connections[flow]?.packets.addCall(isOpening: true)
    }

    private func mayControl(_ peer: Int, _ address: IPAddress) -> Bool {
        let settings = self.configuration.peers[peer]
        return settings.allowsForeignControl || settings.sources.contains(address)
            || settings.signaling.ip == address
    }

    private mutating func add(
        _ flow: FlowID,
        _ purpose: Purpose,
        peer: Int,
        _ remote: TransportAddress,
        isAccepted: Bool,
        at now: Instant
    ) {
        let packets = PacketConnection(self.configuration, isAccepted: isAccepted, at: now)
        self.connections[flow] = Connection(
            packets: packets,
            purpose: purpose,
            peer: peer,
            remote: remote,
            isAccepted: isAccepted
        )
        self.connectionDeadlines.set(packets.nextDeadline, for: flow)
    }

    private mutating func refuse(_ flow: FlowID, _ what: ByteString, _ remote: TransportAddress) {
        self.outputs.append(.network(.close(flow)))
        self.observe("H.323 §8", what, remote)
    }

    // MARK: Closing

    /// Closes a connection of ours when its call is over.
    mutating func close(_ flow: FlowID) {
        self.connections[flow] = nil
        self.connectionDeadlines.set(nil, for: flow)
        self.outputs.append(.network(.close(flow)))
    }

    /// Closes a connection with everything that depends on it.
    mutating func drop(_ flow: FlowID, at now: Instant) {
        self.outputs.append(.network(.close(flow)))
        self.forget(flow, at: now)
    }

    mutating func closeControl(of index: SlabIndex) {
        if let flow = self.calls.with(index, { $0?.control.take() }) {
            self.close(flow)
        }
    }

    /// A connection is gone: so are the calls whose signaling it carried.
    private mutating func forget(_ flow: FlowID, at now: Instant) {
        guard let connection = self.connections.removeValue(forKey: flow) else {
            return
        }
        self.connectionDeadlines.set(nil, for: flow)
        switch connection.purpose {
        case .signaling:
            for index in connection.calls.sorted(by: { $0.slot < $1.slot }) {
                self.change(index, at: now) { $0.loseConnection(at: now) }
            }
        case .control(let index):
            self.calls.with(index) { $0?.control = nil }
            self.change(index, at: now) { $0.loseControl(at: now) }
        }
    }

    // MARK: Reading and writing

    mutating func write(_ octets: [UInt8], _ flow: FlowID) {
        if let packet = try? TPKTPacket.octets(around: octets) {
            self.outputs.append(.network(.write(packet, flow)))
        }
    }

    private mutating func read(_ octets: [UInt8], _ flow: FlowID, at now: Instant) {
        self.connections[flow]?.packets.receive(octets)
        while let content = self.connections[flow]?.packets.next(at: now) {
            guard let connection = self.connections[flow] else {
                return
            }
            switch (content, connection.purpose) {
            case (.failure, _):
                self.observe("RFC 1006 §6", "no packet of H.323", connection.remote)
                self.drop(flow, at: now)
                return
            case (.message(let message), .signaling):
                self.receiveSignaling(message, flow, connection, at: now)
            case (.message(let message), .control(let index)):
                self.change(index, at: now) { $0.receiveControl(message, at: now) }
            }
        }
        if let connection = self.connections[flow] {
            self.connectionDeadlines.set(connection.packets.nextDeadline, for: flow)
        }
    }

    private mutating func receiveSignaling(
        _ octets: [UInt8],
        _ flow: FlowID,
        _ connection: Connection,
        at now: Instant
    ) {
        guard let message = try? SignalingMessage(decoding: octets) else {
            self.observe("H.225.0 §7", "unreadable message", connection.remote)
            self.connections[flow]?.packets.unreadable += 1
            if connection.packets.unreadable + 1 >= self.configuration.unreadableMessages {
                self.drop(flow, at: now)
            }
            return
        }
        let reference = message.reference
        let key = CallKey(flow: flow, reference: reference.value, isOurs: reference.isFromDestination)
        if let index = self.places[key] {
            self.change(index, at: now) { $0.receive(message, at: now) }
        } else if message.type == .setup, !reference.isFromDestination {
            self.receiveSetup(message, flow, connection, at: now)
        } else if reference.value != 0, message.type != .releaseComplete {
            // The number is of no call here (Q.931 clause 5.8.3.2).
            self.reject(message, flow, Q850Cause(rawValue: 81))
        }
    }

    private mutating func receiveSetup(
        _ message: SignalingMessage,
        _ flow: FlowID,
        _ connection: Connection,
        at now: Instant
    ) {
        guard connection.isAccepted, let identity = CallIdentity(settingUp: message) else {
            self.reject(message, flow, .protocolError)
            return
        }
        guard self.hasRoom(for: connection.peer) else {
            self.observe("H.323 §8.1", "too many calls", connection.remote)
            self.reject(message, flow, .congestion)
            return
        }
        let index = self.insert(.callee, identity, flow: flow, peer: connection.peer)
        self.connections[flow]?.packets.addCall()
        self.change(index, at: now) { $0.receive(message, at: now) }
    }

    private mutating func reject(_ message: SignalingMessage, _ flow: FlowID, _ cause: Q850Cause) {
        let identity = CallIdentity(
            reference: message.reference.value,
            callIdentifier: message.callIdentifier,
            conference: []
        )
        let writer = SignalingWriter(
            identity,
            isDestination: !message.reference.isFromDestination,
            tunnels: false
        )
        if let octets = try? writer.releaseComplete(SignalingClearing(cause), MediaElements()) {
            self.write(octets, flow)
        }
    }
}
