import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// The client side of the INVITE that placed the leg (RFC 3261 §13.2, RFC 3262 §4).
extension SIPLeg {
    /// A provisional response came.
    mutating func receiveProvisional(
        _ message: SIPMessage,
        from source: MessageSource,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.outgoing?.progress == .sent, let status = message.status?.code else {
            return
        }
        if self.outgoing?.isTrying == false {
            self.outgoing?.isTrying = true
            self.report(.trying, &services)
        }
        guard status > 100, let index = self.earlyDialog(for: message, from: source, &services) else {
            return
        }
        let answerer = self.dialogs[index].answerer
        if status == 199 {
            self.loseAnswerer(at: index, &services)
            return
        }
        guard self.admitReliable(message, dialog: index, &services, at: now) else {
            return
        }
        self.abilities.formUnion(message.abilities)
        let inBand = self.inBandMedia(of: message)
        switch status {
        case 180:
            self.report(.alerting(answerer, inBand: inBand), &services)
        case 181:
            self.report(.forwarded(to: nil), &services)
        default:
            self.report(.progress(answerer, inBand: inBand), &services)
        }
    }

    /// Whether the far side has something to hear: by its description, or by the word of a network (RFC 5009 §8).
    private func inBandMedia(of message: SIPMessage) -> InBandMedia {
        if message.contains(.pEarlyMedia) {
            let sends = message.lists("sendrecv", in: .pEarlyMedia) || message.lists("sendonly", in: .pEarlyMedia)
            return sends ? .announced : .withheld
        }
        return message.bodyRange.isEmpty ? .none : .present
    }

    /// The early dialog of a response, made if it is new (RFC 3261 §12.1.2); `nil` when there are too many.
    private mutating func earlyDialog(
        for message: SIPMessage,
        from source: MessageSource,
        _ services: inout AgentServices
    ) -> Int? {
        let tag = message.toTag ?? ByteString()
        if let index = self.dialogIndex(remoteTag: tag) {
            return index
        }
        guard self.dialogs.count < services.configuration.limits.earlyDialogsPerLeg,
            let dialog = self.makeDialog(from: message, tag: tag, source: source, services)
        else {
            return nil
        }
        self.want(dialog.routes.first ?? message.contactURI, for: dialog, &services)
        self.dialogs.append(dialog)
        self.outgoing?.early.append(OutgoingInvite.EarlyDialog(answerer: dialog.answerer))
        return self.dialogs.count - 1
    }

    private func makeDialog(
        from message: SIPMessage,
        tag: ByteString,
        source: MessageSource,
        _ services: AgentServices
    ) -> Dialog? {
        guard let invite = self.outgoing, let way = invite.destination,
            let records = message.recordRoutes(limit: services.configuration.limits.routeEntries)
        else {
            return nil
        }
        let routes = RouteSet(recordRoutes: records, isReversed: true)
        let contact = message.contactURI
        let number = (self.dialogs.map(\.answerer.number).max() ?? 0) &+ 1
        return Dialog(
            answerer: AnswererID(number),
            remoteTag: tag,
            remoteTarget: contact?.text ?? invite.target,
            routes: routes,
            destination: services.destination(for: routes.first ?? contact, fallback: way),
            localSequence: invite.spent.first { $0.tag == tag }?.number ?? invite.sequence,
            remoteSequence: nil
        )
    }

    /// Has the next hop of a dialog found when `uri`, which leads to it, has a host name.
    func want(_ uri: SIPURI?, for dialog: Dialog, _ services: inout AgentServices) {
        guard let target = AgentServices.unlocated(uri) else {
            return
        }
        services.wantedHops.append(
            WantedHop(
                leg: self.place,
                remoteTag: dialog.remoteTag,
                target: target,
                listener: dialog.destination.listener
            )
        )
    }

    /// Acknowledges a reliable response and reads its description; `false` for a repetition or one out of order.
    private mutating func admitReliable(
        _ message: SIPMessage,
        dialog index: Int,
        _ services: inout AgentServices,
        at now: Instant
    ) -> Bool {
        let answerer = self.dialogs[index].answerer
        guard let early = self.outgoing?.earlyIndex(answerer), let invite = self.outgoing else {
            return false
        }
        guard message.lists("100rel", in: .require), let number = message.decimal(of: .rseq),
            let sequence = UInt32(exactly: number)
        else {
            self.takePreview(message, early: early, answerer, &services)
            return true
        }
        let last = invite.early[early].lastSequence
        guard last == 0 || sequence == last &+ 1, invite.early[early].awaitsPRACK == nil else {
            return false
        }
        self.outgoing?.early[early].lastSequence = sequence
        let pending = OutgoingInvite.PendingPRACK(responseSequence: sequence, inviteSequence: message.cseq.number)
        if case .description(let description) = message.descriptionBody, !invite.hasOffer,
            invite.early[early].description == .none
        {
            self.outgoing?.early[early].description = .final
            self.outgoing?.early[early].awaitsPRACK = pending
            let exchange: ExchangeID = invite.callerNegotiatesEarly ? .outgoingSetup : .outgoingEarly
            self.report(.offer(description, exchange, answerer), &services)
            return true
        }
        if case .description(let description) = message.descriptionBody, invite.hasOffer,
            invite.early[early].description != .final
        {
            self.outgoing?.early[early].description = .final
            self.report(.answer(description, .outgoingSetup, answerer), &services)
        }
        self.sendPRACK(pending, dialog: index, description: [], &services, at: now)
        return true
    }

    /// A description in an unreliable response is only a preview of the answer (RFC 3261 §13.2.1).
    private mutating func takePreview(
        _ message: SIPMessage,
        early: Int,
        _ answerer: AnswererID,
        _ services: inout AgentServices
    ) {
        guard self.outgoing?.hasOffer == true,
            self.outgoing?.early[early].description == OutgoingInvite.EarlyDialog.Description.none,
            case .description(let description) = message.descriptionBody
        else {
            return
        }
        self.outgoing?.early[early].description = .preview
        self.report(.answer(description, .outgoingSetup, answerer), &services)
    }

    private mutating func sendPRACK(
        _ pending: OutgoingInvite.PendingPRACK,
        dialog index: Int,
        description: [UInt8],
        _ services: inout AgentServices,
        at now: Instant
    ) {
        var lines: [UInt8] = []
        lines.append("RAck: ")
        lines.appendDecimal(pending.responseSequence)
        lines.append(0x20)
        lines.appendDecimal(pending.inviteSequence)
        lines.append(" INVITE\r\n")
        lines.append(contentsOf: self.credentialLines(.prack, description, dialog: index, &services))
        let sequence = self.dialogs[index].nextSequence()
        let request = self.makeRequest(
            .prack,
            in: self.dialogs[index],
            sequence: sequence,
            lines: lines,
            description: description,
            userAgent: services.lines.userAgent
        )
        let dialog = self.dialogs[index]
        _ = services.send(
            request,
            .prack,
            to: dialog.destination,
            leg: self.id,
            use: .prack(self.place, dialog.answerer),
            at: now
        )
    }

    private mutating func loseAnswerer(at index: Int, _ services: inout AgentServices) {
        let answerer = self.dialogs[index].answerer
        self.giveUpDialogs(services) { $0.answerer == answerer }
        self.outgoing?.early.removeAll { $0.answerer == answerer }
        let cause = ReleaseCause(.normalUnspecified, location: .user, origin: .sipStatus(199, phrase: ByteString()))
        self.report(.answererLost(answerer, cause), &services)
    }

    /// A 2xx came: the first is the answer, of any other the dialog is ended at once (RFC 3261 §13.2.2.4).
    mutating func receiveSuccess(
        _ message: SIPMessage,
        from source: MessageSource,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard let invite = self.outgoing, let transaction = invite.transaction else {
            return
        }
        let tag = message.toTag ?? ByteString()
        if invite.winner == tag {
            self.repeatACK(transaction, &services)
            return
        }
        guard invite.winner == nil, invite.progress == .sent else {
            self.dismiss(message, from: source, &services, at: now)
            return
        }
        self.takeAnswer(message, tag: tag, from: source, &services, at: now)
    }

    /// Gives up early dialogs; what they have counted is kept in case that they answer yet.
    mutating func giveUpDialogs(_ services: AgentServices, where isGivenUp: (Dialog) -> Bool) {
        if let invite = self.outgoing {
            let spent = invite.spent + self.spentSequences(since: invite.sequence, where: isGivenUp)
            self.outgoing?.spent = Array(spent.suffix(services.configuration.limits.earlyDialogsPerLeg))
        }
        self.dialogs.removeAll(where: isGivenUp)
    }

    /// What early dialogs have counted beyond the INVITE.
    func spentSequences(
        since invite: UInt32,
        where isGivenUp: (Dialog) -> Bool = { _ in true }
    ) -> [OutgoingInvite.SpentSequence] {
        self.dialogs.filter { $0.localSequence != invite && isGivenUp($0) }.map {
            OutgoingInvite.SpentSequence(tag: $0.remoteTag, number: $0.localSequence)
        }
    }

    /// Acknowledges and ends a dialog that came too late.
    mutating func dismiss(
        _ message: SIPMessage,
        from source: MessageSource,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        let tag = message.toTag ?? ByteString()
        guard let transaction = self.outgoing?.transaction,
            // An early dialog has counted its PRACKs and UPDATEs already (RFC 3261 §12.2.1.1).
            let dialog = self.confirmedDialog(message, tag: tag, from: source, services)
        else {
            return
        }
        let ack = self.lastACK
        let index = self.dialogs.count
        let isRepeated = self.outgoing?.dismissed.contains(tag) == true
        self.dialogs.append(dialog)
        self.sendACK(
            dialog: index,
            sequence: message.cseq.number,
            transaction: transaction,
            credentials: self.outgoing?.credentials ?? [],
            &services
        )
        if !isRepeated, (self.outgoing?.dismissed.count ?? 0) < services.configuration.limits.earlyDialogsPerLeg {
            self.outgoing?.dismissed.append(tag)
            let reason = services.reasonLines(for: .local(.answeredElsewhere, .nonSelectedUserClearing))
            self.sendBYE(dialog: index, reason: reason, isLast: false, &services, at: now)
        }
        self.dialogs.remove(at: index)
        if ack != nil {
            self.lastACK = ack
        }
    }

    private mutating func takeAnswer(
        _ message: SIPMessage,
        tag: ByteString,
        from source: MessageSource,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard let confirmed = self.confirmedDialog(message, tag: tag, from: source, services),
            let transaction = self.outgoing?.transaction
        else {
            return
        }
        self.want(confirmed.routes.first ?? message.contactURI, for: confirmed, &services)
        let early = self.outgoing?.earlyIndex(confirmed.answerer).flatMap { self.outgoing?.early[$0] }
        self.outgoing?.winner = tag
        self.giveUpDialogs(services) { $0.remoteTag != tag }
        self.dialogs = [confirmed]
        self.abilities.formUnion(message.abilities)
        self.agreeOnTimer(of: message, at: now)
        self.reportIdentity(of: message, &services)
        if self.facts.completeSessionID(from: &services.identifiers) {
            self.report(.described(self.facts.peer), &services)
        }
        let body = message.descriptionBody
        if self.outgoing?.hasOffer == false, early?.description != .final {
            self.takeLateOffer(body, confirmed.answerer, &services, at: now)
            return
        }
        self.outgoing?.progress = .acknowledged
        self.phase = .established
        if self.outgoing?.hasOffer == true {
            self.localDescription = self.outgoing?.description ?? []
        }
        self.sendACK(
            dialog: 0,
            sequence: message.cseq.number,
            transaction: transaction,
            credentials: self.outgoing?.credentials ?? [],
            &services
        )
        self.outgoing?.forgetRequest()
        if early?.description != .final {
            guard case .description(let description) = body else {
                if early?.description != .preview {
                    services.observeViolation("RFC 3261 §13.2.1", "2xx without the answer", from: nil, leg: self.id)
                    self.clear(.local(.protocolViolation, .protocolError), &services, at: now)
                    return
                }
                self.report(.answered(confirmed.answerer), &services)
                self.continueNegotiation(&services, at: now)
                return
            }
            self.report(.answer(description, .outgoingSetup, confirmed.answerer), &services)
        }
        self.report(.answered(confirmed.answerer), &services)
        self.continueNegotiation(&services, at: now)
    }

    /// A trusted peer names whom we talk to, in a response or a request inside the dialog (RFC 3325 §9.1).
    mutating func reportIdentity(of message: SIPMessage, _ services: inout AgentServices) {
        guard message.contains(.pAssertedIdentity), services.policy(trunk: self.trunk).isTrusted,
            let asserted = try? message.first(PAssertedIdentity.self)
        else {
            return
        }
        let uri = asserted.uri
        let party = SIPUserAgent.party(
            uri,
            displayName: asserted.displayName ?? ByteString(),
            isRestricted: SIPUserAgent.isRestricted(message, from: uri)
        )
        if party != self.statedParty {
            self.statedParty = party
            self.report(.identity(party), &services)
        }
    }

    /// The 2xx brings the offer; its ACK waits for our answer.
    private mutating func takeLateOffer(
        _ body: DescriptionBody,
        _ answerer: AnswererID,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        self.phase = .answered
        self.outgoing?.progress = .awaitingAnswer
        guard case .description(let description) = body else {
            services.observeViolation("RFC 3261 §13.2.1", "2xx without an offer", from: nil, leg: self.id)
            self.clearUnacknowledged(.local(.protocolViolation, .protocolError), &services, at: now)
            return
        }
        self.report(.offer(description, .outgoingSetup, answerer), &services)
        self.report(.answered(answerer), &services)
    }

    /// The dialog of the 2xx, with the route set and target computed from it (RFC 3261 §13.2.2.4).
    private func confirmedDialog(
        _ message: SIPMessage,
        tag: ByteString,
        from source: MessageSource,
        _ services: AgentServices
    ) -> Dialog? {
        guard let fresh = self.makeDialog(from: message, tag: tag, source: source, services) else {
            return nil
        }
        guard let index = self.dialogIndex(remoteTag: tag) else {
            return fresh
        }
        var dialog = self.dialogs[index]
        _ = dialog.refresh(target: fresh.remoteTarget)
        dialog.confirm(routes: fresh.routes)
        dialog.destination = fresh.destination
        return dialog
    }

    /// Our answer to an offer of the far side before the leg is established: in the ACK or in a PRACK.
    mutating func answerSetup(_ description: [UInt8], _ services: inout AgentServices, at now: Instant) {
        guard let invite = self.outgoing, let transaction = invite.transaction else {
            return
        }
        if invite.progress == .awaitingAnswer {
            self.outgoing?.progress = .acknowledged
            self.phase = .established
            self.localDescription = description
            self.sendACK(
                dialog: 0,
                sequence: invite.sequence,
                transaction: transaction,
                credentials: invite.credentials,
                description: description,
                &services
            )
            self.outgoing?.forgetRequest()
            self.continueNegotiation(&services, at: now)
            return
        }
        for early in invite.early {
            if let pending = early.awaitsPRACK, let place = self.outgoing?.earlyIndex(early.answerer),
                let index = self.dialogs.firstIndex(where: { $0.answerer == early.answerer })
            {
                self.outgoing?.early[place].awaitsPRACK = nil
                self.localDescription = description
                self.sendPRACK(pending, dialog: index, description: description, &services, at: now)
                return
            }
        }
    }

    /// Ends a leg whose 2xx is not acknowledged yet: ACK, then BYE (RFC 3261 §13.2.2.4).
    mutating func clearUnacknowledged(_ cause: ReleaseCause, _ services: inout AgentServices, at now: Instant) {
        if let invite = self.outgoing, let transaction = invite.transaction {
            self.outgoing?.progress = .acknowledged
            self.sendACK(
                dialog: 0,
                sequence: invite.sequence,
                transaction: transaction,
                credentials: invite.credentials,
                &services
            )
        }
        self.clear(cause, &services, at: now)
    }

    /// Starts or stops the session timer as a 2xx to a request of ours says (RFC 4028 §7.2).
    mutating func agreeOnTimer(of message: SIPMessage, at now: Instant) {
        let said = message.sessionTimerRequest
        guard let interval = said.interval, interval > 0 else {
            self.timer.turnOff()
            return
        }
        // A 2xx without the refresher parameter leaves the refreshes to us, the side that asked (§7.2).
        self.timer.agree(interval: max(interval, 90), refresher: said.refresher == .uas ? .peer : .us, at: now)
    }
}
