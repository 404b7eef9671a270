import CallModel
import H323Syntax
package import ProtocolKit

/// What comes from peers.
extension RASTransactionLayer {
    /// The number of an XRS for a message whose own one cannot be read.
    private static var unreadableNumber: H225.RequestSeqNum { 1 }

    /// A datagram came; who may send any is the business of the caller.
    ///
    /// Of what came to a group only a GRQ is looked at: everything else there is somebody's mistake.
    package mutating func receive(
        _ octets: [UInt8],
        from source: TransportAddress,
        viaGroup: Bool = false,
        at now: Instant
    ) {
        let message: H225.RasMessage
        do throws(H323SyntaxError) {
            message = try H225.RasMessage(decoding: octets).withOneConfirm
        } catch {
            self.violate("H.225.0 clause 7.6", ByteString(error.description), source)
            return
        }
        if viaGroup {
            guard case .gatekeeperRequest = message else {
                return
            }
        }
        guard let body = message.body else {
            self.refuse(octets, number: Self.unreadableNumber, to: source)
            return
        }
        switch type(of: body).role {
        case .request(let procedure):
            self.accept(message, body, procedure, octets, from: source, at: now)
        case .confirm(let procedure):
            self.receive(answer: message, body, to: procedure, isRefusal: false, from: source)
        case .reject(let procedure):
            self.receive(answer: message, body, to: procedure, isRefusal: true, from: source)
        case .informationResponse:
            self.receive(informationResponse: message, body, octets, from: source, at: now)
        case .inProgress:
            self.receive(inProgress: message, from: source, at: now)
        case .notUnderstood:
            self.receive(notUnderstood: message, body, from: source)
        case .nonStandard:
            self.refuse(octets, number: body.requestSeqNum, to: source)
        }
    }

    // MARK: Answers

    private mutating func receive(
        answer message: H225.RasMessage,
        _ body: any RASMessageBody,
        to procedure: RASProcedure,
        isRefusal: Bool,
        from source: TransportAddress
    ) {
        guard let index = self.client(body.requestSeqNum, answeredFrom: source),
            let request = self.clients[index], request.procedure == procedure
        else {
            return
        }
        // One gatekeeper that does not want us says nothing of the others (H.323 clause 7.2.1).
        guard !(request.isMulticast && isRefusal) else {
            return
        }
        self.removeClient(index)
        self.outputs.append(.answer(message, request.owner, from: source))
    }

    /// The request that an answer from this address may belong to; its port may be another one.
    private mutating func client(_ number: H225.RequestSeqNum, answeredFrom source: TransportAddress) -> SlabIndex? {
        guard let index = self.clientsByNumber[number], let request = self.clients[index] else {
            // A repeated answer, or one that came too late.
            return nil
        }
        guard request.isMulticast || request.destination.ip == source.ip else {
            self.violate("H.225.0 clause 7.6", "answer from another address than the request went to", source)
            return nil
        }
        return index
    }

    private mutating func receive(
        inProgress message: H225.RasMessage,
        from source: TransportAddress,
        at now: Instant
    ) {
        guard case .requestInProgress(let body) = message,
            let index = self.client(body.requestSeqNum, answeredFrom: source), self.clients[index]?.isMulticast == false
        else {
            return
        }
        self.clients.with(index) { request in
            request?.transaction.receiveInProgress(for: .milliseconds(Int(body.delay)), at: now)
        }
        self.settleClient(index)
    }

    private mutating func receive(
        notUnderstood message: H225.RasMessage,
        _ body: any RASMessageBody,
        from source: TransportAddress
    ) {
        guard case .unknownMessageResponse(let response) = message,
            let index = self.client(body.requestSeqNum, answeredFrom: source), let request = self.clients[index]
        else {
            return
        }
        // A peer that could not read a number made this one up; what it repeats tells which message it means.
        guard !request.isMulticast, response.messageNotUnderstood.map({ $0 == request.octets }) ?? true else {
            return
        }
        self.removeClient(index)
        self.outputs.append(.answer(message, request.owner, from: source))
    }

    private mutating func receive(
        informationResponse message: H225.RasMessage,
        _ body: any RASMessageBody,
        _ octets: [UInt8],
        from source: TransportAddress,
        at now: Instant
    ) {
        guard case .infoRequestResponse(let response) = message else {
            return
        }
        if response.unsolicited != true, let index = self.clientsByNumber[response.requestSeqNum],
            let request = self.clients[index], request.procedure == .information, request.destination.ip == source.ip
        {
            self.removeClient(index)
            self.outputs.append(.answer(message, request.owner, from: source))
        } else if response.needResponse == true {
            self.accept(message, body, .informationReport, octets, from: source, at: now)
        } else {
            self.outputs.append(.request(message, nil, from: source))
        }
    }

    // MARK: Requests

    private mutating func accept(
        _ message: H225.RasMessage,
        _ body: any RASMessageBody,
        _ procedure: RASProcedure,
        _ octets: [UInt8],
        from source: TransportAddress,
        at now: Instant
    ) {
        let key = AcceptedRASRequestKey(source: source, procedure: procedure, number: body.requestSeqNum)
        let fingerprint = body.fingerprint(of: octets)
        if let index = self.serversByKey[key] {
            guard self.servers[index]?.fingerprint != fingerprint else {
                self.receiveRepetition(index, at: now)
                return
            }
            // Whoever has restarted may use a number again before we have forgotten it.
            self.forget(index)
        }
        guard self.makeRoom() else {
            self.violate("H.225.0 clause 7.6", "more requests at a time than can be executed", source)
            return
        }
        let index = self.servers.insert(
            AcceptedRASRequest(
                key: key,
                fingerprint: fingerprint,
                replyAddress: source,
                transaction: RASServerTransaction(timers: self.timers, at: now)
            )
        )
        self.serversByKey[key] = index
        self.settleServer(index)
        self.outputs.append(.request(message, RASInboundID(index), from: source))
    }

    private mutating func receiveRepetition(_ index: SlabIndex, at now: Instant) {
        guard let accepted = self.servers[index] else {
            return
        }
        if let answer = accepted.transaction.answer {
            self.outputs.append(.send(answer, to: accepted.replyAddress))
        } else {
            self.servers.with(index) { $0?.transaction.toldInProgress(at: now) }
            self.settleServer(index)
            self.sendInProgress(index)
        }
    }

    /// Forgets the oldest answer when no more can be kept; `false` when every place is taken by a request under way.
    private mutating func makeRoom() -> Bool {
        guard self.servers.count >= self.limits.history else {
            return true
        }
        guard let oldest = self.historyDeadlines.popDue(at: Instant(nanoseconds: .max)) else {
            return false
        }
        self.forget(oldest)
        return true
    }

    /// Tells a peer that its request takes time (clause 7.17).
    mutating func sendInProgress(_ index: SlabIndex) {
        guard let accepted = self.servers[index] else {
            return
        }
        let milliseconds = self.timers.value.inProgressDelay.nanoseconds / 1_000_000
        let body = H225.RequestInProgress(
            requestSeqNum: accepted.key.number,
            delay: UInt16(clamping: max(milliseconds, 1))
        )
        if let octets = body.octets(number: accepted.key.number) {
            self.outputs.append(.send(octets, to: accepted.replyAddress))
        }
    }

    /// Tells a peer that its message is not understood (clause 7.18).
    private mutating func refuse(_ octets: [UInt8], number: H225.RequestSeqNum, to source: TransportAddress) {
        var body = H225.UnknownMessageResponse(requestSeqNum: number)
        body.messageNotUnderstood = octets
        if let octets = body.octets(number: number) {
            self.outputs.append(.send(octets, to: source))
        }
    }

    /// Adds a violation to the outputs.
    private mutating func violate(_ clause: ByteString, _ what: ByteString, _ source: TransportAddress) {
        self.outputs.append(.violation(PeerViolation(clause: clause, what: what, from: source)))
    }
}

extension H225.RasMessage {
    /// The message, with several ACFs in one made a single one whose alternatives are the others.
    ///
    /// We never ask for several (`supportsACFSequences`), so that this is kindness to a peer that sends them anyway.
    fileprivate var withOneConfirm: H225.RasMessage {
        guard case .admissionConfirmSequence(let confirms) = self, var first = confirms.first else {
            return self
        }
        let others = confirms.dropFirst().map { confirm in
            var endpoint = H225.Endpoint()
            endpoint.callSignalAddress = [confirm.destCallSignalAddress]
            endpoint.aliasAddress = confirm.destinationInfo
            return endpoint
        }
        first.alternateEndpoints = (first.alternateEndpoints ?? []) + others
        return .admissionConfirm(first)
    }
}

extension RASMessageBody {
    /// Tells requests apart that have the same number, but for what a repetition may renew: tokens with time stamps.
    fileprivate func fingerprint(of octets: [UInt8]) -> UInt64 {
        guard self.tokens != nil || self.cryptoTokens != nil || self.integrityCheckValue != nil else {
            return FNV1a.hash(octets)
        }
        var body = self
        body.tokens = nil
        body.cryptoTokens = nil
        body.integrityCheckValue = nil
        return FNV1a.hash(body.octets(number: self.requestSeqNum) ?? octets)
    }
}

/// The 64-bit hash of Fowler, Noll and Vo: the same for the same octets in every run, as replays need.
private enum FNV1a {
    static func hash(_ octets: [UInt8]) -> UInt64 {
        octets.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
