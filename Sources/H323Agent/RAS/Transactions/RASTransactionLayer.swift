import CallModel
package import H323Syntax
package import ProtocolKit

/// The transactions of RAS as one value: requests of ours that are repeated until they are answered, and requests of
/// peers that are executed once (H.225.0 clauses 7.6 and 7.19).
///
/// Datagrams come in by ``receive(_:from:at:)`` and leave as ``RASTransactionOutput/send(_:to:)``. Its user takes
/// outputs with ``nextOutput()`` after each mutation. `Owner` says whose a request of ours is; every request ends by
/// one ``RASTransactionOutput/answer(_:_:from:)`` or ``RASTransactionOutput/unanswered(_:_:)``, or by ``abandon(_:)``.
package struct RASTransactionLayer<Owner: Hashable & Sendable>: Sendable {
    let timers: Shared<RASTimers>
    let limits: RASTransactionLimits

    private var nextNumber: H225.RequestSeqNum

    var clients = Slab<PendingRASRequest<Owner>>()
    /// By their numbers.
    var clientsByNumber: [H225.RequestSeqNum: SlabIndex] = [:]
    var servers = Slab<AcceptedRASRequest>()
    var serversByKey: [AcceptedRASRequestKey: SlabIndex] = [:]

    private var clientDeadlines = SlabDeadlineQueue()
    /// Of requests that are being executed.
    var serverDeadlines = SlabDeadlineQueue()
    /// Of answers that are kept, in the order in which they are forgotten.
    var historyDeadlines = SlabDeadlineQueue()

    var outputs = OutputQueue<RASTransactionOutput<Owner>>()

    /// A layer whose requests are numbered from `firstNumber` on; a random one keeps a peer from taking the first
    /// requests after a restart for repetitions of those before it.
    package init(timers: RASTimers, limits: RASTransactionLimits, firstNumber: H225.RequestSeqNum) {
        self.timers = Shared(timers)
        self.limits = limits
        self.nextNumber = max(firstNumber, 1)
    }

    // MARK: Requests of ours

    /// Sends a request, with a number of its own, and repeats it until it is answered.
    @discardableResult
    package mutating func send(
        _ body: some RASMessageBody,
        to destination: TransportAddress,
        for owner: Owner,
        at now: Instant
    ) -> RASRequestID? {
        guard let procedure = body.requestedProcedure, self.clients.count < self.limits.requests else {
            self.outputs.append(.unanswered(owner, destination))
            return nil
        }
        let number = self.mintNumber()
        guard let octets = body.octets(number: number) else {
            self.outputs.append(.unanswered(owner, destination))
            return nil
        }
        let index = self.clients.insert(
            PendingRASRequest(
                number: number,
                procedure: procedure,
                owner: owner,
                octets: octets,
                destination: destination,
                isMulticast: destination.ip.isMulticastOrBroadcast,
                transaction: RASClientTransaction(procedure, timers: self.timers.value, at: now)
            )
        )
        self.clientsByNumber[number] = index
        self.settleClient(index)
        self.outputs.append(.send(octets, to: destination))
        return RASRequestID(index)
    }

    /// Sends a message that nobody answers.
    package mutating func notify(_ body: some RASMessageBody, to destination: TransportAddress) {
        if let octets = body.octets(number: self.mintNumber()) {
            self.outputs.append(.send(octets, to: destination))
        }
    }

    /// Forgets a request of ours; nothing follows for it.
    package mutating func abandon(_ request: RASRequestID) {
        self.removeClient(request.index)
    }

    // MARK: Requests of peers

    /// Answers a request of a peer: where it came from, or at `replyAddress` on the same host.
    ///
    /// A request may name an address for its answer. It is used only on the host that has sent the request, so that
    /// nobody can have answers sent to others.
    package mutating func respond(
        to request: RASInboundID,
        with body: some RASMessageBody,
        replyingTo replyAddress: TransportAddress? = nil,
        at now: Instant
    ) {
        guard let accepted = self.servers[request.index], accepted.transaction.answer == nil,
            let octets = body.octets(number: accepted.key.number)
        else {
            return
        }
        let source = accepted.key.source
        let destination = replyAddress.flatMap { $0.ip == source.ip ? $0 : nil } ?? source
        self.servers[request.index]?.replyAddress = destination
        self.servers[request.index]?.transaction.answered(octets, at: now)
        self.settleServer(request.index)
        self.outputs.append(.send(octets, to: destination))
    }

    /// Forgets a request of a peer that is not to be answered: one to a group that concerns others.
    package mutating func ignore(_ request: RASInboundID) {
        self.forget(request.index)
    }

    // MARK: Time

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let servers = Instant.earlier(self.serverDeadlines.next, self.historyDeadlines.next)
        return Instant.earlier(self.clientDeadlines.next, servers)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        while let index = self.clientDeadlines.popDue(at: now) {
            self.advanceClient(index, to: now)
        }
        while let index = self.serverDeadlines.popDue(at: now) {
            self.advanceServer(index, to: now)
        }
        while let index = self.historyDeadlines.popDue(at: now) {
            self.forget(index)
        }
    }

    private mutating func advanceClient(_ index: SlabIndex, to now: Instant) {
        guard let action = self.clients.with(index, { $0?.transaction.advance(to: now) }) else {
            self.settleClient(index)
            return
        }
        switch action {
        case .repeatRequest:
            if let request = self.clients[index] {
                self.outputs.append(.send(request.octets, to: request.destination))
            }
            self.settleClient(index)
        case .reportSilence:
            if let request = self.removeClient(index) {
                self.outputs.append(.unanswered(request.owner, request.destination))
            }
        }
    }

    private mutating func advanceServer(_ index: SlabIndex, to now: Instant) {
        switch self.servers.with(index, { $0?.transaction.advance(to: now) }) {
        case .sendInProgress:
            self.sendInProgress(index)
            self.settleServer(index)
        case .forget:
            self.forget(index)
        case nil:
            self.settleServer(index)
        }
    }

    // MARK: Outputs

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> RASTransactionOutput<Owner>? {
        self.outputs.next()
    }

    /// Whether no transaction is alive or remembered and nothing waits; for leak checks.
    package var isIdle: Bool {
        self.clients.isEmpty && self.clientsByNumber.isEmpty && self.servers.isEmpty && self.serversByKey.isEmpty
            && self.nextDeadline == nil && self.outputs.isEmpty
    }

    // MARK: The tables

    /// Draws a number that no request of ours has that still waits.
    private mutating func mintNumber() -> H225.RequestSeqNum {
        var number = self.nextNumber
        while self.clientsByNumber[number] != nil {
            number = number == .max ? 1 : number + 1
        }
        self.nextNumber = number == .max ? 1 : number + 1
        return number
    }

    /// The one place where the deadline of a request of ours is registered.
    mutating func settleClient(_ index: SlabIndex) {
        self.clientDeadlines.set(self.clients[index]?.transaction.nextDeadline, for: index)
    }

    /// The one place where a request of ours leaves the tables.
    @discardableResult
    mutating func removeClient(_ index: SlabIndex) -> PendingRASRequest<Owner>? {
        guard let request = self.clients.remove(index) else {
            return nil
        }
        self.clientDeadlines.set(nil, for: index)
        self.clientsByNumber[request.number] = nil
        return request
    }

    /// The one place where the deadline of a request of a peer is registered.
    mutating func settleServer(_ index: SlabIndex) {
        guard let accepted = self.servers[index] else {
            return
        }
        let deadline = accepted.transaction.nextDeadline
        let isAnswered = accepted.transaction.answer != nil
        self.serverDeadlines.set(isAnswered ? nil : deadline, for: index)
        self.historyDeadlines.set(isAnswered ? deadline : nil, for: index)
    }

    /// The one place where a request of a peer leaves the tables.
    mutating func forget(_ index: SlabIndex) {
        guard let accepted = self.servers.remove(index) else {
            return
        }
        self.serverDeadlines.set(nil, for: index)
        self.historyDeadlines.set(nil, for: index)
        self.serversByKey[accepted.key] = nil
    }
}

extension RASMessageBody {
    /// The procedure that the message begins, if it does.
    var requestedProcedure: RASProcedure? {
        switch Self.role {
        case .request(let procedure): procedure
        case .informationResponse: .informationReport
        case .confirm, .reject, .inProgress, .notUnderstood, .nonStandard: nil
        }
    }

    /// The octets of the message with this number; `nil` when something in it is not what its type allows.
    func octets(number: H225.RequestSeqNum) -> [UInt8]? {
        var body = self
        body.requestSeqNum = number
        do throws(H323SyntaxError) {
            return try body.message.encoded()
        } catch {
            return nil
        }
    }
}
