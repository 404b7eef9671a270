import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// Offers, answers and refreshes inside dialogs (RFC 3261 §14, RFC 3311, RFC 4028).
extension SIPLeg {
    /// A re-INVITE came (RFC 3261 §14.2).
    mutating func receiveReinvite(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        // A later INVITE shows that our 2xx has arrived, whose ACK is then lost or late (RFC 5407 §3.1.5).
        if self.answered?.awaitedAnswer == nil {
            self.finishAnswered(&services)
        }
        guard self.phase == .established, self.answered == nil, self.peerRequest == nil else {
            self.refuseOverlap(id, &services, at: now)
            return
        }
        guard self.ownRequest == nil else {
            self.respond(to: id, .requestPending, &services, at: now)
            return
        }
        guard let timer = self.timerAnswer(id, message, &services, at: now) else {
            return
        }
        services.invites[id] = self.place
        self.respond(to: id, .trying, &services, at: now)
        self.reportIdentity(of: message, &services)
        switch message.descriptionBody {
        case .description(let description):
            self.receiveOffer(description, .reinvite, id, message, timer: timer, &services)
        case .none:
            let exchange = self.mintExchange()
            self.peerRequest = PeerRequest(
                kind: .reinvite,
                transaction: id,
                sequence: message.cseq.number,
                exchange: exchange,
                hasOffer: false,
                timerAnswer: timer
            )
            self.report(.offerRequested(exchange), &services)
        case .malformed, .unsupported:
            self.respond(to: id, .notAcceptableHere, &services, at: now)
        }
    }

    /// An UPDATE came (RFC 3311 §5.2).
    mutating func receiveUpdate(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        switch message.descriptionBody {
        case .none:
            if let timer = self.timerAnswer(id, message, &services, at: now) {
                self.reportIdentity(of: message, &services)
                var lines = services.lines.contact(self.listener)
                self.agree(on: timer, lines: &lines, at: now)
                self.appendReceivedInformation(services, to: &lines)
                services.appendIdentity(of: self.connectedParty, trunk: self.trunk, listener: self.listener, to: &lines)
                self.respond(to: id, .ok, lines: lines, &services, at: now)
            }
        case .description(let description):
            guard self.peerRequest == nil, !self.owesFirstAnswer else {
                self.refuseOverlap(id, &services, at: now)
                return
            }
            guard self.ownRequest == nil, !self.awaitsFirstAnswer else {
                self.respond(to: id, .requestPending, &services, at: now)
                return
            }
            if let timer = self.timerAnswer(id, message, &services, at: now) {
                self.reportIdentity(of: message, &services)
                self.receiveOffer(description, .update, id, message, timer: timer, &services)
            }
        case .malformed, .unsupported:
            self.respond(to: id, .notAcceptableHere, &services, at: now)
        }
    }

    /// Whether the offer of the INVITE that came in has not been answered reliably yet.
    private var owesFirstAnswer: Bool {
        guard let invite = self.incoming else {
            return false
        }
        return invite.hasOffer && invite.descriptionPlace != .reliably
    }

    /// Whether an offer of ours in the first exchange has not been answered yet.
    private var awaitsFirstAnswer: Bool {
        if self.answered?.awaitedAnswer != nil || self.incoming?.provisional.holdsAnswerBack == true {
            return true
        }
        guard self.phase == .inviting, let invite = self.outgoing, invite.hasOffer else {
            return false
        }
        return !invite.early.contains { $0.description == .final }
    }

    /// 500 with a random Retry-After: a request of the peer is not answered yet (RFC 3261 §14.2).
    private func refuseOverlap(_ id: ServerTransactionID, _ services: inout AgentServices, at now: Instant) {
        var lines: [UInt8] = []
        lines.appendLine("Retry-After", services.identifiers.number(below: 11))
        self.respond(to: id, .serverInternalError, lines: lines, &services, at: now)
    }

    /// What the 2xx will say about session timers; `nil` after a 422.
    private func timerAnswer(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) -> SessionTimerPolicy.Answer? {
        let answer = services.timerAnswer(to: message, trunk: self.trunk)
        guard case .tooSmall(let minimum) = answer else {
            return answer
        }
        var lines: [UInt8] = []
        lines.appendLine("Min-SE", minimum)
        self.respond(to: id, .sessionIntervalTooSmall, lines: lines, &services, at: now)
        return nil
    }

    /// Passes an offer of the peer to call control; the request waits for the answer.
    mutating func receiveOffer(
        _ description: SessionDescription,
        _ kind: PeerRequest.Kind,
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        timer: SessionTimerPolicy.Answer,
        _ services: inout AgentServices
    ) {
        let exchange = self.mintExchange()
        self.peerRequest = PeerRequest(
            kind: kind,
            transaction: id,
            sequence: message.cseq.number,
            exchange: exchange,
            hasOffer: true,
            timerAnswer: timer
        )
        let isEarly = self.phase == .inviting && self.outgoing != nil
        let dialog = isEarly ? self.dialogIndex(remoteTag: message.fromTag ?? ByteString()) : nil
        self.report(.offer(description, exchange, dialog.map { self.dialogs[$0].answerer }), &services)
    }

    /// Call control gives its description for a request that waits: our answer, or the offer that was asked for.
    mutating func completePeerRequest(_ description: [UInt8], _ services: inout AgentServices, at now: Instant) {
        guard let request = self.peerRequest else {
            return
        }
        self.peerRequest = nil
        self.localDescription = description
        var lines = services.lines.contact(self.listener)
        switch request.kind {
        case .reinvite:
            lines.append(contentsOf: services.lines.allow)
            lines.append(contentsOf: services.lines.supported(trunk: self.trunk))
            self.agree(on: request.timerAnswer, lines: &lines, at: now)
        case .update:
            self.agree(on: request.timerAnswer, lines: &lines, at: now)
        case .prack:
            break
        }
        self.appendReceivedInformation(services, to: &lines)
        services.appendIdentity(of: self.connectedParty, trunk: self.trunk, listener: self.listener, to: &lines)
        lines.append("Content-Type: application/sdp\r\n")
        self.respond(to: request.transaction, .ok, lines: lines, body: description, &services, at: now)
        guard request.kind == .reinvite else {
            self.continueNegotiation(&services, at: now)
            self.sendAnswerWhenPossible(&services, at: now)
            return
        }
        let timers = services.configuration.timers
        self.answered = AnsweredInvite(
            transaction: request.transaction,
            sequence: request.sequence,
            awaitedAnswer: request.hasOffer ? nil : request.exchange,
            retransmission: AnswerRetransmission(t1: timers.t1, t2: timers.t2, at: now)
        )
    }

    /// Call control refuses the offer of a request that waits; what was agreed before stands (RFC 3261 §14.2).
    mutating func refusePeerOffer(_ cause: ReleaseCause, _ services: inout AgentServices, at now: Instant) {
        guard let request = self.peerRequest else {
            return
        }
        self.peerRequest = nil
        let refusal = services.offerRefusal(for: cause)
        self.respond(to: request.transaction, refusal.status, lines: refusal.lines, &services, at: now)
        self.continueNegotiation(&services, at: now)
        self.sendAnswerWhenPossible(&services, at: now)
    }

    /// Call control wants to offer, or to be offered to with `nil`.
    mutating func negotiate(
        _ description: [UInt8]?,
        _ exchange: ExchangeID?,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.phase != .over else {
            return
        }
        let isFull = self.waitingOffers.count >= services.configuration.limits.pendingRequestsPerDialog
        guard !isFull, self.canBeOffered(description != nil) else {
            self.refuseOwn(exchange, .local(.offerPending, .temporaryFailure), &services)
            return
        }
        self.waitingOffers.append(WaitingOffer(exchange: exchange, description: description))
        self.continueNegotiation(&services, at: now)
    }

    /// Call control takes back what it wanted to offer or to be offered.
    mutating func withdraw(_ exchange: ExchangeID, _ services: inout AgentServices, at now: Instant) {
        if let place = self.waitingOffers.firstIndex(where: { $0.exchange == exchange }) {
            self.waitingOffers.remove(at: place)
            self.retryAt = self.waitingOffers.isEmpty ? nil : self.retryAt
            self.refuseOwn(exchange, .local(.callerGaveUp, .normalClearing), &services)
            self.continueNegotiation(&services, at: now)
        } else if let request = self.ownRequest, request.exchange == exchange {
            self.ownRequest?.isWithdrawn = true
            // An UPDATE is answered at once and cannot be cancelled (RFC 3261 §9.1).
            if request.kind == .reinvite {
                services.layer.cancel(request.transaction, headers: [], at: now)
            }
        }
    }

    /// Sends what waits to be offered, unless something is in the way.
    mutating func continueNegotiation(_ services: inout AgentServices, at now: Instant) {
        guard let next = self.waitingOffers.first, self.retryAt == nil, self.ownRequest == nil,
            self.peerRequest == nil, !self.dialogs.isEmpty
        else {
            return
        }
        switch self.phase {
        case .established where self.answered == nil:
            self.waitingOffers.removeFirst()
            // What neither offers nor asks for an offer was an UPDATE before it met glare.
            let kind: OwnRequest.Kind = next.exchange == nil && next.description == nil ? .update : .reinvite
            self.send(next, as: kind, &services, at: now)
        case .inviting where self.mayUpdateEarly && next.description != nil:
            self.waitingOffers.removeFirst()
            self.send(next, as: .update, &services, at: now)
        case .inviting, .answered, .established, .over:
            break
        }
    }

    /// Whether the peer can be offered to without waiting for people to answer (RFC 3311 §5.1, §5.2): before the answer
    /// only by UPDATE, and only when the first exchange can be completed reliably.
    private func canBeOffered(_ hasDescription: Bool) -> Bool {
        guard self.phase == .inviting else {
            return true
        }
        return hasDescription && self.abilities.contains(.update) && self.incoming?.isReliable != false
    }

    /// Whether the first exchange is complete, so that an UPDATE may offer before the answer (RFC 3311 §5.1).
    private var mayUpdateEarly: Bool {
        guard self.abilities.contains(.update) else {
            return false
        }
        if let invite = self.incoming {
            return invite.descriptionPlace == .reliably && !invite.provisional.isOutstanding && !invite.isAccepted
        }
        if let invite = self.outgoing {
            return invite.early.contains { $0.description == .final && $0.awaitsPRACK == nil }
        }
        return false
    }

    /// The dialog that an offer goes to: before the answer the one whose first exchange is complete.
    private var negotiatingDialog: Int {
        guard self.phase == .inviting, let invite = self.outgoing,
            let early = invite.early.last(where: { $0.description == .final && $0.awaitsPRACK == nil })
        else {
            return 0
        }
        return self.dialogs.firstIndex { $0.answerer == early.answerer } ?? 0
    }

    /// Sends a re-INVITE or UPDATE.
    mutating func send(
        _ offer: WaitingOffer,
        as kind: OwnRequest.Kind,
        attempt: DigestClient.Attempt = DigestClient.Attempt(),
        _ services: inout AgentServices,
        at now: Instant
    ) {
        let index = self.negotiatingDialog
        guard self.dialogs.indices.contains(index) else {
            return
        }
        let method: SIPMethod = kind == .reinvite ? .invite : .update
        let sequence = self.dialogs[index].nextSequence()
        var lines = services.lines.contact(self.listener)
        lines.append(contentsOf: services.lines.allow)
        lines.append("Supported: timer\r\n")
        self.appendReceivedInformation(services, to: &lines)
        services.appendIdentity(of: self.connectedParty, trunk: self.trunk, listener: self.listener, to: &lines)
        if self.timer.interval > 0 {
            lines.append("Session-Expires: ")
            lines.appendDecimal(self.timer.interval)
            lines.append(self.timer.refresher == .peer ? ";refresher=uas\r\n" : ";refresher=uac\r\n")
        }
        lines.append(contentsOf: self.credentialLines(method, offer.description ?? [], dialog: index, &services))
        let request = self.makeRequest(
            method,
            in: self.dialogs[index],
            sequence: sequence,
            lines: lines,
            description: offer.description ?? [],
            userAgent: services.lines.userAgent
        )
        let destination = self.dialogs[index].destination
        guard
            let id = services.send(
                request,
                method,
                to: destination,
                leg: self.id,
                use: .ownRequest(self.place),
                at: now
            )
        else {
            self.refuseOwn(offer.exchange, .local(.limit, .temporaryFailure), &services)
            return
        }
        self.ownRequest = OwnRequest(
            kind: kind,
            transaction: id,
            sequence: sequence,
            exchange: offer.exchange,
            description: offer.description,
            glares: offer.glares,
            attempt: attempt
        )
    }

    func refuseOwn(_ exchange: ExchangeID?, _ cause: ReleaseCause, _ services: inout AgentServices) {
        if let exchange {
            self.report(.offerRefused(exchange, cause), &services)
        }
    }

    /// Whether nothing is in the way of a re-INVITE or UPDATE of ours.
    var isNegotiable: Bool {
        self.phase == .established && self.answered == nil && self.ownRequest == nil && self.peerRequest == nil
    }

    /// Refreshes the session (RFC 4028 §7.4): an UPDATE without a description, or the same offer again.
    mutating func refreshSession(_ services: inout AgentServices, at now: Instant) {
        guard self.isNegotiable else {
            self.timer.postpone(by: .seconds(2), at: now)
            return
        }
        if self.abilities.contains(.update) {
            self.send(WaitingOffer(exchange: nil, description: nil), as: .update, &services, at: now)
        } else {
            let offer = WaitingOffer(exchange: nil, description: self.localDescription)
            self.send(offer, as: .reinvite, &services, at: now)
        }
    }
}
