import MGCPSyntax
package import ProtocolKit

/// Answers to commands of peers.
extension MGCPTransactionLayer {
    /// The number of responses that one `K:` is followed to; what it says beyond them only saves memory (RFC 3435 §3.5.2).
    private static var longestConfirmation: Int { 256 }

    /// Answers a command; nothing happens when it has been answered, as 406 after T-MAX (§3.5.6).
    ///
    /// The owner comes back with the answer each time that it is written.
    package mutating func respond(to id: MGCPInboundID, _ reply: MGCPReply, for owner: Owner? = nil, at now: Instant) {
        let known = self.servers.with(id.index) { $0.map { ($0.key, $0.transaction) } }
        guard let (key, transaction) = known, transaction.isExecuting else {
            return
        }
        let roundTrip = transaction.isDelayed ? self.roundTrip(of: key.source) : nil
        let message = self.servers.with(id.index) { command in
            let isConfirmable =
                command?.transaction.answer(
                    delay: roundTrip?.assumedDelay ?? .zero,
                    wait: roundTrip?.firstWait ?? .zero,
                    at: now
                ) ?? false
            let message = Self.message(reply, key.id, asksForConfirmation: isConfirmable)
            command?.answer = message
            command?.owner = owner
            return message
        }
        self.executionEnded(of: key.source.ip)
        self.transmit(response: message, of: owner, to: key.source)
        self.settleServer(id.index)
    }

    /// Refuses a command without remembering it: the same command gets the same answer again.
    mutating func refuse(_ id: MGCPTransactionID, _ code: MGCPReturnCode, to source: TransportAddress) {
        self.transmit(response: Self.message(MGCPReply(code), id), of: nil, to: source)
    }

    private static func message(
        _ reply: MGCPReply,
        _ id: MGCPTransactionID,
        asksForConfirmation: Bool = false
    ) -> [UInt8] {
        var writer = MGCPMessageWriter(reservingCapacity: reply.body.count + 64)
        writer.startResponse(reply.code, id, commentary: reply.commentary)
        if asksForConfirmation {
            writer.parameter(.responseAck, [])
        }
        writer.copyBody(reply.body)
        return writer.bytes
    }

    /// Puts a response on its way.
    mutating func transmit(response message: [UInt8], of owner: Owner?, to address: TransportAddress) {
        self.events.append(.written(message, to: address, for: owner))
        if let peer = self.peersByAddress[address], self.peers.with(peer, { $0?.isReadOneByOne ?? false }) {
            self.datagrams.append(alone: message, to: address)
        } else {
            self.datagrams.append(response: message, to: address)
        }
    }

    private func roundTrip(of source: TransportAddress) -> RoundTripEstimate {
        let peer = self.peersByAddress[source].flatMap { self.peers[$0] }
        return peer?.roundTrip ?? RoundTripEstimate(timers: self.timers)
    }

    // MARK: Repetitions and confirmations

    /// A command came that is known: it is not executed again (§3.5.1).
    mutating func receiveRepetition(_ index: SlabIndex) {
        guard let command = self.servers[index],
            let outcome = self.servers.with(index, { $0?.transaction.receiveRepetition() })
        else {
            return
        }
        switch outcome {
        case .provisional:
            self.refuse(command.key.id, .executing, to: command.key.source)
        case .answer:
            self.transmit(response: command.answer, of: command.owner, to: command.key.source)
        case .silence:
            break
        }
        self.settleServer(index)
    }

    /// The peer has these responses.
    mutating func confirm(_ ranges: [ClosedRange<MGCPTransactionID>], of source: TransportAddress) {
        var left = Self.longestConfirmation
        for range in ranges {
            for number in range.lowerBound.number...range.upperBound.number {
                guard left > 0, let id = MGCPTransactionID(number) else {
                    return
                }
                left -= 1
                self.confirm(id, of: source)
            }
        }
    }

    /// The peer has this response.
    mutating func confirm(_ id: MGCPTransactionID, of source: TransportAddress) {
        guard let index = self.serversByKey[AcceptedCommandKey(source: source, id: id)] else {
            return
        }
        self.servers.with(index) { command in
            if command?.transaction.receiveConfirmation() ?? false {
                command?.answer = []
            }
        }
        self.settleServer(index)
    }

    // MARK: Time

    /// Acts on the deadline of a command that is executed or whose answer waits for a 000.
    mutating func advanceServer(_ index: SlabIndex, to now: Instant) {
        guard let command = self.servers[index],
            let action = self.servers.with(index, { $0?.transaction.advance(to: now) })
        else {
            self.settleServer(index)
            return
        }
        switch action {
        case .sendProvisional:
            self.refuse(command.key.id, .executing, to: command.key.source)
        case .timeOut:
            self.respond(to: MGCPInboundID(index), MGCPReply(.timedOut), at: now)
        case .repeatAnswer:
            let delay = command.transaction.nextDelay
            let wait = self.roundTrip(of: command.key.source).wait(assuming: delay, &self.identifiers)
            self.servers.with(index) { $0?.transaction.repeated(at: now, after: wait) }
            self.transmit(response: command.answer, of: command.owner, to: command.key.source)
        case .forget:
            self.forget(index)
        }
        self.settleServer(index)
    }

    /// The one place where the deadline of a peer's command is registered: an answer moves to the other queue with it.
    mutating func settleServer(_ index: SlabIndex) {
        let due = self.servers.with(index) { $0.map { ($0.transaction.nextDeadline, $0.transaction.isAnswered) } }
        guard let (deadline, isAnswered) = due else {
            return
        }
        self.serverDeadlines.set(isAnswered ? nil : deadline, for: index)
        self.historyDeadlines.set(isAnswered ? deadline : nil, for: index)
    }

    /// The one place where a peer's command leaves the tables.
    mutating func forget(_ index: SlabIndex) {
        guard let command = self.servers.remove(index) else {
            return
        }
        self.serverDeadlines.set(nil, for: index)
        self.historyDeadlines.set(nil, for: index)
        self.serversByKey[command.key] = nil
        if command.transaction.isExecuting {
            self.executionEnded(of: command.key.source.ip)
        }
    }

    private mutating func executionEnded(of ip: IPAddress) {
        guard let count = self.executing[ip], count > 1 else {
            self.executing[ip] = nil
            return
        }
        self.executing[ip] = count - 1
    }
}
