package import MGCPSyntax
package import ProtocolKit

/// Commands of ours.
extension MGCPTransactionLayer {
    /// Sends a command and repeats it until it is answered; its end is a response, ``MGCPTransactionOutput/unanswered(_:_:)``
    /// or ``abandon(_:)``.
    ///
    /// Returns its number, or `nil` and does nothing when as many commands wait as may: the caller takes that for a 403.
    @discardableResult
    package mutating func send(
        _ command: MGCPOutgoingCommand,
        to address: TransportAddress,
        for owner: Owner,
        at now: Instant
    ) -> MGCPTransactionID? {
        guard self.clients.count < self.limits.transactions else {
            return nil
        }
        let peer = self.peer(at: address)
        let id = self.mintID()
        let message = self.message(command, id, to: peer)
        self.insert(message, id, peer, owner, at: now)
        self.transmit(command: message, of: owner, to: peer)
        return id
    }

    /// Drops a command: its late response is swallowed.
    package mutating func abandon(_ command: MGCPTransactionID) {
        if let index = self.clientsByID[command.number] {
            self.removeClient(index)
        }
    }

    /// Commands that wait for `old` go on at `new`, another address of the same gateway, at once (RFC 3435 §4.3).
    package mutating func move(from old: TransportAddress, to new: TransportAddress, at now: Instant) {
        guard old != new, let former = self.peersByAddress[old] else {
            return
        }
        let peer = self.peer(at: new)
        for index in self.peers[former]?.pending ?? [] {
            self.move(index, to: peer, at: now)
        }
    }

    /// An ICMP error came from where a datagram was sent to.
    ///
    /// It counts as a repetition that was not answered and ends nothing by itself.
    package mutating func unreachable(_ address: TransportAddress, at now: Instant) {
        guard let peer = self.peersByAddress[address] else {
            return
        }
        for index in self.peers[peer]?.pending ?? [] {
            self.clients.with(index) { $0?.transaction.receiveRefusal() }
        }
    }

    // MARK: Sending

    private mutating func message(
        _ command: MGCPOutgoingCommand,
        _ id: MGCPTransactionID,
        to peer: SlabIndex
    ) -> [UInt8] {
        var writer = MGCPMessageWriter(reservingCapacity: command.body.count + 320)
        writer.startCommand(command.verb, id, command.endpoint, version: command.version)
        if let confirmation = self.peers.with(peer, { $0?.takeConfirmation() }) {
            writer.parameter(confirmation)
        }
        writer.copyBody(command.body)
        return writer.bytes
    }

    private mutating func insert(
        _ message: [UInt8],
        _ id: MGCPTransactionID,
        _ peer: SlabIndex,
        _ owner: Owner,
        at now: Instant
    ) {
        let index = self.clients.insert(
            PendingCommand(
                id: id,
                owner: owner,
                message: message,
                peer: peer,
                transaction: self.transaction(to: peer, at: now)
            )
        )
        self.joinPeer(index, peer)
        self.clientsByID[id.number] = index
        self.settleClient(index)
    }

    private mutating func transaction(to peer: SlabIndex, at now: Instant) -> MGCPClientTransaction {
        let timers = self.timers
        return self.peers.with(peer) { peer in
            MGCPClientTransaction(
                timers: timers,
                delay: peer?.roundTrip.assumedDelay ?? timers.value.initialRetransmission,
                wait: peer?.roundTrip.firstWait ?? timers.value.initialRetransmission,
                at: now
            )
        }
    }

    private mutating func transmit(command message: [UInt8], of owner: Owner, to peer: SlabIndex) {
        guard let (address, isAlone) = self.peers.with(peer, { $0.map { ($0.address, $0.isReadOneByOne) } }) else {
            return
        }
        self.events.append(.written(message, to: address, for: owner))
        if isAlone {
            self.datagrams.append(alone: message, to: address)
        } else {
            self.datagrams.append(command: message, to: address)
        }
    }

    private mutating func move(_ index: SlabIndex, to peer: SlabIndex, at now: Instant) {
        guard let command = self.clients[index], let new = self.peers[peer] else {
            return
        }
        self.leavePeer(command)
        self.joinPeer(index, peer)
        self.clients.with(index) { moved in
            moved?.formerPeer = command.peer
            moved?.transaction.moved(at: now, delay: new.roundTrip.assumedDelay, wait: new.roundTrip.firstWait)
        }
        self.transmit(command: command.message, of: command.owner, to: peer)
        self.settleClient(index)
    }

    // MARK: Time

    /// Acts on the deadline of a command of ours.
    mutating func advanceClient(_ index: SlabIndex, to now: Instant) {
        guard let action = self.clients.with(index, { $0?.transaction.advance(to: now) }) else {
            self.settleClient(index)
            return
        }
        switch action {
        case .repeatCommand:
            self.repeatCommand(index, at: now)
        case .suspectAndRepeat:
            if let command = self.clients[index], let peer = self.peers[command.peer] {
                self.events.append(.suspected(peer.address, command.owner))
            }
            self.repeatCommand(index, at: now)
        case .reportSilence:
            if let command = self.removeClient(index), let peer = self.peers[command.peer] {
                self.events.append(.unanswered(peer.address, command.owner))
            }
        }
    }

    private mutating func repeatCommand(_ index: SlabIndex, at now: Instant) {
        guard let command = self.clients[index] else {
            return
        }
        var wait = self.timers.value.longTransaction
        if command.transaction.isTrying, let roundTrip = self.peers[command.peer]?.roundTrip {
            wait = roundTrip.wait(assuming: command.transaction.nextDelay, &self.identifiers)
            self.peers[command.peer]?.roundTrip.repeated(after: wait)
        }
        self.clients.with(index) { $0?.transaction.repeated(at: now, after: wait) }
        self.transmit(command: command.message, of: command.owner, to: command.peer)
        self.settleClient(index)
    }
}
