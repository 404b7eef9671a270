import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// Responses to re-INVITE and UPDATE of ours, and deadlines.
extension SIPLeg {
    /// A final response to the re-INVITE or UPDATE of ours came.
    mutating func receiveOwnResponse(
        _ id: ClientTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard let status = message.status, status.isFinal else {
            return
        }
        guard let request = self.ownRequest, request.transaction == id else {
            self.repeatACK(id, &services)
            return
        }
        guard request.progress == .sent else {
            return
        }
        self.learnFacts(from: message, &services)
        if status.isSuccess {
            self.receiveOwnSuccess(request, message, &services, at: now)
            return
        }
        self.ownRequest = nil
        // After our BYE a refusal means nothing any more.
        if self.phase != .over {
            self.receiveOwnFailure(request, status, message, &services, at: now)
        }
    }

    private mutating func receiveOwnSuccess(
        _ request: OwnRequest,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        let index = self.dialogIndex(remoteTag: message.toTag ?? ByteString()) ?? 0
        self.refreshTarget(from: message, dialog: index, &services)
        self.abilities.formUnion(message.abilities)
        self.agreeOnTimer(of: message, at: now)
        self.reportIdentity(of: message, &services)
        let offered = request.description?.isEmpty == false
        let body = message.descriptionBody
        if request.kind == .reinvite, !offered, self.phase != .over {
            self.receiveRequestedOffer(request, body, &services, at: now)
            return
        }
        self.ownRequest = nil
        if request.kind == .reinvite {
            self.sendACK(dialog: index, sequence: request.sequence, transaction: request.transaction, &services)
        }
        if offered, let description = request.description {
            self.localDescription = description
        }
        if let exchange = request.exchange {
            if case .description(let description) = body {
                self.report(.answer(description, exchange, self.answererWhileEarly(index)), &services)
            } else {
                services.observeViolation("RFC 3261 §14.1", "2xx without the answer", from: nil, leg: self.id)
                self.refuseOwn(exchange, .local(.protocolViolation, .protocolError), &services)
            }
        }
        self.continueNegotiation(&services, at: now)
        self.sendAnswerWhenPossible(&services, at: now)
    }

    private func answererWhileEarly(_ index: Int) -> AnswererID? {
        guard self.phase == .inviting, self.outgoing != nil, self.dialogs.indices.contains(index) else {
            return nil
        }
        return self.dialogs[index].answerer
    }

    /// The far side offers because we asked for it; the ACK waits for our answer.
    private mutating func receiveRequestedOffer(
        _ request: OwnRequest,
        _ body: DescriptionBody,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard case .description(let description) = body, let exchange = request.exchange else {
            self.ownRequest = nil
            self.sendACK(dialog: 0, sequence: request.sequence, transaction: request.transaction, &services)
            self.refuseOwn(request.exchange, .local(.protocolViolation, .protocolError), &services)
            return
        }
        self.ownRequest?.progress = .offered
        self.report(.offer(description, exchange, nil), &services)
    }

    /// Our answer to the offer that a re-INVITE without one brought.
    mutating func answerRequestedOffer(_ description: [UInt8], _ services: inout AgentServices, at now: Instant) {
        guard let request = self.ownRequest, request.progress == .offered else {
            return
        }
        self.ownRequest = nil
        self.localDescription = description
        self.sendACK(
            dialog: 0,
            sequence: request.sequence,
            transaction: request.transaction,
            description: description,
            &services
        )
        self.continueNegotiation(&services, at: now)
    }

    private mutating func receiveOwnFailure(
        _ request: OwnRequest,
        _ status: SIPStatus,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        // What was taken back is not made again, whatever would help.
        if request.isWithdrawn, [401, 407, 422, 491].contains(status.code) {
            self.failOwn(request, message, &services, at: now)
            return
        }
        let offer = WaitingOffer(
            exchange: request.exchange,
            description: request.description,
            glares: request.glares
        )
        switch status.code {
        case 491 where request.glares < services.configuration.limits.glareRetries:
            self.waitOutGlare(offer, &services, at: now)
        case 401, 407:
            var attempt = request.attempt
            guard services.learn(from: message, trunk: self.trunk, attempt: &attempt) else {
                self.failOwn(request, message, &services, at: now)
                return
            }
            self.send(offer, as: request.kind, attempt: attempt, &services, at: now)
        case 422:
            let minimum = UInt32(clamping: message.decimal(of: .minSE) ?? 0)
            guard minimum > self.timer.interval, self.timer.interval > 0, minimum <= 86_400 else {
                self.failOwn(request, message, &services, at: now)
                return
            }
            self.timer.agree(interval: minimum, refresher: self.timer.refresher ?? .us, at: now)
            self.send(offer, as: request.kind, &services, at: now)
        case 408, 481:
            // The dialog is gone (§12.2.1.2).
            let cause = services.responseCause(message, trunk: self.trunk)
            self.refuseOwn(request.exchange, cause, &services)
            self.clear(cause, &services, at: now)
        default:
            self.failOwn(request, message, &services, at: now)
        }
    }

    /// Glare (RFC 3261 §14.1): the offer is made again a little later, and whoever chose the Call-ID waits longer.
    private mutating func waitOutGlare(_ offer: WaitingOffer, _ services: inout AgentServices, at now: Instant) {
        let isOwner = self.id.origin == .outgoing
        let spread = services.identifiers.duration(below: .milliseconds(isOwner ? 1900 : 2000))
        self.retryAt = now.advanced(by: isOwner ? .milliseconds(2100) + spread : spread)
        var again = offer
        again.glares += 1
        self.waitingOffers.insert(again, at: 0)
        self.sendAnswerWhenPossible(&services, at: now)
    }

    private mutating func failOwn(
        _ request: OwnRequest,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        self.refuseOwn(request.exchange, services.responseCause(message, trunk: self.trunk), &services)
        self.continueNegotiation(&services, at: now)
        self.sendAnswerWhenPossible(&services, at: now)
    }

    /// A request inside the dialog was not answered, so the dialog is over (RFC 3261 §12.2.1.2).
    mutating func receiveOwnTimeout(_ services: inout AgentServices, at now: Instant) {
        self.ownRequest = nil
        guard self.phase == .established else {
            return
        }
        self.clear(.local(.transactionTimeout, .recoveryOnTimerExpiry), &services, at: now)
    }

    /// The peer's new Contact, from a request or a 2xx that refreshes the target (RFC 3261 §12.2).
    mutating func refreshTarget(from message: SIPMessage, dialog index: Int, _ services: inout AgentServices) {
        guard self.dialogs.indices.contains(index), let contact = message.contactURI?.detached,
            self.dialogs[index].refresh(target: contact.text)
        else {
            return
        }
        let next = self.dialogs[index].routes.first ?? contact
        self.want(next, for: self.dialogs[index], &services)
        self.dialogs[index].destination = services.destination(
            for: next,
            fallback: self.dialogs[index].destination
        )
    }

    /// Acts on the deadlines that are not after `now`.
    mutating func advance(_ services: inout AgentServices, at now: Instant) {
        switch self.incoming?.provisional.advance(to: now) {
        case .repeatResponse:
            if let id = self.incoming?.transaction {
                services.layer.resendResponse(id)
            }
        case .giveUp:
            self.refuse(status: .serverTimeout, lines: [], &services, at: now)
            self.reportReleased(.local(.acknowledgementMissing, .recoveryOnTimerExpiry), &services)
        case nil:
            break
        }
        if let refreshAt = self.incoming?.refreshAt, refreshAt <= now {
            self.repeatProgress(&services, at: now)
        }
        switch self.answered?.retransmission.advance(to: now) {
        case .repeatResponse:
            if let id = self.answered?.transaction {
                services.layer.resendResponse(id)
            }
        case .giveUp:
            self.clear(.local(.acknowledgementMissing, .recoveryOnTimerExpiry), &services, at: now)
        case nil:
            break
        }
        if let giveUpAt = self.outgoing?.giveUpAt, giveUpAt <= now {
            self.giveUpHop(&services, at: now)
        }
        switch self.timer.advance(to: now) {
        case .refresh:
            self.refreshSession(&services, at: now)
        case .expire:
            self.clear(.local(.sessionExpired, .recoveryOnTimerExpiry), &services, at: now)
        case nil:
            break
        }
        if let retryAt = self.retryAt, retryAt <= now {
            self.retryAt = nil
            self.continueNegotiation(&services, at: now)
        }
    }
}
