import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// The server side of the INVITE that brought the leg (RFC 3261 §13.3, RFC 3262 §3).
extension SIPLeg {
    /// Tells the caller of progress with a provisional response.
    mutating func tell(
        _ status: UInt16,
        inBand: InBandMedia,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.phase == .inviting, let invite = self.incoming, !invite.isAccepted else {
            return
        }
        let progress = IncomingInvite.WaitingProvisional(status: status, inBand: inBand)
        self.incoming?.lastInBand = progress
        guard invite.isReliable, invite.provisional.isOutstanding else {
            self.sendProvisional(progress, &services, at: now)
            return
        }
        // One reliable response at a time; what repeats itself while it waits is said once.
        if invite.waiting.last != progress, invite.waiting.count < 8 {
            self.incoming?.waiting.append(progress)
        }
    }

    /// Whether a provisional response with in-band media may carry our description now.
    private func carriesDescription(_ inBand: InBandMedia) -> Bool {
        guard let invite = self.incoming, inBand == .present, invite.description != nil else {
            return false
        }
        // An offer of ours may stand in a reliable response only (RFC 3261 §13.2.1).
        return invite.descriptionPlace != .reliably && (invite.hasOffer || invite.isReliable)
    }

    private mutating func sendProvisional(
        _ progress: IncomingInvite.WaitingProvisional,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard let invite = self.incoming else {
            return
        }
        let carries = self.carriesDescription(progress.inBand)
        var lines = invite.recordRouteLines
        lines.append(contentsOf: services.lines.contact(self.listener))
        self.incoming?.refreshAt = now.advanced(by: services.configuration.timers.provisionalRefresh)
        if invite.isReliable {
            lines.append(contentsOf: services.lines.allow)
            let t1 = services.configuration.timers.t1
            let sequence = self.incoming?.provisional.send(carriesDescription: carries, t1: t1, at: now) ?? 0
            lines.append("Require: 100rel\r\n")
            lines.appendLine("RSeq", sequence)
            self.appendReceivedInformation(services, to: &lines)
        }
        if carries {
            self.incoming?.descriptionPlace = invite.isReliable ? .reliably : .unreliably
            lines.append("Content-Type: application/sdp\r\n")
        }
        let body = carries ? invite.description ?? [] : []
        self.respond(to: invite.transaction, SIPStatus(progress.status), lines: lines, body: body, &services, at: now)
    }

    /// Tells the last progress again, so that proxies on the way keep waiting (RFC 3261 §13.3.1.1).
    mutating func repeatProgress(_ services: inout AgentServices, at now: Instant) {
        self.incoming?.refreshAt = nil
        guard let progress = self.incoming?.lastInBand, self.incoming?.isAccepted == false else {
            return
        }
        self.tell(progress.status, inBand: progress.inBand, &services, at: now)
    }

    /// Call control gives our answer, or our offer to a caller who did not offer.
    mutating func describe(_ description: [UInt8], _ services: inout AgentServices, at now: Instant) {
        guard self.phase == .inviting, let invite = self.incoming, invite.descriptionPlace != .reliably else {
            return
        }
        self.incoming?.description = description
        if invite.isAccepted {
            self.sendAnswerWhenPossible(&services, at: now)
        } else if let progress = invite.lastInBand, progress.inBand == .present, invite.descriptionPlace == .nowhere {
            self.tell(progress.status, inBand: .present, &services, at: now)
        }
    }

    /// Call control answers the call.
    mutating func accept(_ services: inout AgentServices, at now: Instant) {
        guard self.phase == .inviting, self.incoming != nil else {
            return
        }
        self.incoming?.isAccepted = true
        self.incoming?.waiting = []
        self.sendAnswerWhenPossible(&services, at: now)
    }

    /// Sends the 2xx unless a reliable provisional response, an open exchange or the description holds it back.
    mutating func sendAnswerWhenPossible(_ services: inout AgentServices, at now: Instant) {
        guard let invite = self.incoming, invite.isAccepted, !invite.provisional.holdsAnswerBack,
            self.peerRequest == nil, self.ownRequest == nil,
            invite.description != nil || invite.descriptionPlace == .reliably
        else {
            return
        }
        let carries = invite.descriptionPlace != .reliably
        _ = self.facts.completeSessionID(from: &services.identifiers)
        var lines = invite.recordRouteLines
        lines.append(contentsOf: services.lines.contact(self.listener))
        lines.append(contentsOf: services.lines.allow)
        lines.append(contentsOf: services.lines.supported(trunk: self.trunk))
        services.appendIdentity(of: self.connectedParty, trunk: self.trunk, listener: self.listener, to: &lines)
        self.appendReceivedInformation(services, to: &lines)
        self.agree(on: invite.timerAnswer, lines: &lines, at: now)
        if carries {
            lines.append("Content-Type: application/sdp\r\n")
        }
        let body = carries ? invite.description ?? [] : []
        self.respond(to: invite.transaction, .ok, lines: lines, body: body, &services, at: now)
        self.localDescription = invite.description ?? []
        self.incoming = nil
        self.phase = .answered
        let timers = services.configuration.timers
        self.answered = AnsweredInvite(
            transaction: invite.transaction,
            sequence: invite.sequence,
            awaitedAnswer: carries && !invite.hasOffer ? .incomingSetup : nil,
            retransmission: AnswerRetransmission(t1: timers.t1, t2: timers.t2, at: now)
        )
    }

    /// Starts the session timer that a 2xx of ours agrees on, and says so in its header (RFC 4028 §9).
    mutating func agree(on answer: SessionTimerPolicy.Answer, lines: inout [UInt8], at now: Instant) {
        switch answer {
        case .agreed(let interval, let refresher):
            lines.append("Session-Expires: ")
            lines.appendDecimal(interval)
            lines.append(refresher == .uac ? ";refresher=uac\r\nRequire: timer\r\n" : ";refresher=uas\r\n")
            self.timer.agree(interval: interval, refresher: refresher == .uac ? .peer : .us, at: now)
        case .none, .tooSmall:
            self.timer.turnOff()
        }
    }

    /// A PRACK came (RFC 3262 §3).
    mutating func receivePRACK(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard let rack = message.acknowledgedProvisional, let sequence = self.incoming?.sequence,
            rack.invite == sequence,
            case .acknowledged(let carried) = self.incoming?.provisional.receivePRACK(sequence: rack.response)
        else {
            self.respond(to: id, .callDoesNotExist, &services, at: now)
            return
        }
        let hadOffer = self.incoming?.hasOffer ?? true
        switch message.descriptionBody {
        case .description(let description) where carried && !hadOffer:
            self.respond(to: id, .ok, &services, at: now)
            self.report(.answer(description, .incomingSetup, nil), &services)
        case .description(let description)
        where self.peerRequest == nil && self.incoming?.descriptionPlace == .reliably:
            self.receiveOffer(description, .prack, id, message, timer: .none, &services)
        case .description, .malformed, .unsupported:
            self.respond(to: id, .notAcceptableHere, &services, at: now)
        case .none:
            self.respond(to: id, .ok, &services, at: now)
        }
        self.continueAfterPRACK(&services, at: now)
    }

    private mutating func continueAfterPRACK(_ services: inout AgentServices, at now: Instant) {
        if self.incoming?.isAccepted == true {
            self.sendAnswerWhenPossible(&services, at: now)
        } else if let next = self.incoming?.waiting.first {
            self.incoming?.waiting.removeFirst()
            self.sendProvisional(next, &services, at: now)
        } else {
            self.continueNegotiation(&services, at: now)
        }
    }

    /// The ACK to a 2xx of ours came (RFC 3261 §13.3.1.4).
    mutating func receiveACK(_ message: SIPMessage, _ services: inout AgentServices, at now: Instant) {
        guard let answered = self.answered, answered.sequence == message.cseq.number else {
            return
        }
        self.finishAnswered(&services)
        guard let exchange = answered.awaitedAnswer else {
            self.continueNegotiation(&services, at: now)
            return
        }
        guard case .description(let description) = message.descriptionBody else {
            services.observeViolation("RFC 3261 §13.2.1", "ACK without the answer", from: nil, leg: self.id)
            self.clear(.local(.protocolViolation, .protocolError), &services, at: now)
            return
        }
        self.report(.answer(description, exchange, nil), &services)
        self.continueNegotiation(&services, at: now)
    }

    /// A 2xx of ours has arrived: its repetition ends.
    mutating func finishAnswered(_ services: inout AgentServices) {
        guard let answered = self.answered else {
            return
        }
        services.layer.acknowledged(answered.transaction)
        services.invites[answered.transaction] = nil
        self.answered = nil
        if self.phase == .answered {
            self.phase = .established
            self.report(.confirmed, &services)
        }
    }

    /// The peer has cancelled its INVITE (RFC 3261 §9.2); a final response that is out already stands.
    mutating func receiveCANCEL(
        of invite: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        if let request = self.peerRequest, request.transaction == invite {
            // The session goes on as it was before the re-INVITE (§14.1, §14.2).
            self.peerRequest = nil
            self.respond(to: invite, .requestTerminated, &services, at: now)
            self.report(.offerWithdrawn(request.exchange), &services)
            self.continueNegotiation(&services, at: now)
            return
        }
        guard self.phase == .inviting, self.incoming?.transaction == invite else {
            return
        }
        let cause = services.requestCause(message, trunk: self.trunk)
        self.refuse(status: .requestTerminated, lines: [], &services, at: now)
        self.reportReleased(cause, &services)
    }

    /// Gives the INVITE its final refusal.
    mutating func refuse(
        status: SIPStatus,
        phrase: ByteString? = nil,
        lines: [UInt8],
        _ services: inout AgentServices,
        at now: Instant
    ) {
        self.refusePeerRequest(services: &services, at: now)
        guard let invite = self.incoming else {
            return
        }
        self.respond(to: invite.transaction, status, lines: lines, phrase: phrase, &services, at: now)
        services.invites[invite.transaction] = nil
        self.incoming = nil
    }

    /// The listener that the peer knows us by.
    var listener: ListenerID {
        self.dialogs.first?.destination.listener ?? ListenerID(0)
    }
}
