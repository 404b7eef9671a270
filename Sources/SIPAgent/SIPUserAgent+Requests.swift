import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// Requests: the checks of the UAS core, and where each goes.
extension SIPUserAgent {
    /// A new request, other than ACK and CANCEL.
    mutating func receiveRequest(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        let place = self.place(inDialog: message)
        let leg = place.flatMap { place in self.legs.with(place) { $0?.id } }
        self.services.observeReceived(message, from: source, leg: leg)
        if let leg {
            self.services.layer.assign(leg, to: id)
        }
        if let refusal = self.core(for: place).refusal(of: message) {
            let lines = refusal.lines + self.sessionLines(place)
            self.services.respond(to: id, refusal.status, lines: lines, at: now)
            return
        }
        if message.toTagRange != nil, message.method != .register, message.method != .options || place != nil {
            self.receiveInDialog(id, message, from: source, place, at: now)
            return
        }
        switch message.method {
        case .invite:
            self.receiveInvite(id, message, from: source, at: now)
        case .options:
            self.receiveOptions(id, at: now)
        case .register:
            self.receiveRegister(id, message, from: source, at: now)
        case .bye, .prack, .update, .info, .ack, .cancel:
            self.services.respond(to: id, .callDoesNotExist, at: now)
        case .refer, .subscribe, .notify, .message, .publish, .other:
            self.services.respond(to: id, .methodNotAllowed, lines: self.services.lines.allow, at: now)
        }
    }

    private mutating func sessionLines(_ place: SlabIndex?) -> [UInt8] {
        var lines: [UInt8] = []
        if let place {
            self.legs.with(place, &lines) { leg, lines in leg?.facts.appendSessionID(to: &lines) }
        }
        return lines
    }

    private mutating func core(for place: SlabIndex?) -> UASCore {
        let trunk = place.flatMap { place in self.legs.with(place) { $0?.trunk } }
        let policy = self.services.policy(trunk: trunk)
        return UASCore(
            allowsReliableProvisionals: policy.reliableProvisionals != .off,
            allowsSessionTimers: policy.sessionTimers != .off,
            allow: self.services.lines.allow
        )
    }

    /// What we can do (RFC 3261 §11.2).
    private mutating func receiveOptions(_ id: ServerTransactionID, at now: Instant) {
        var lines = self.services.lines.allow
        lines.append(contentsOf: self.services.lines.accept)
        lines.append(contentsOf: self.services.lines.supported(trunk: nil))
        self.services.respond(to: id, .ok, lines: lines, at: now)
    }

    /// The leg whose dialog a request belongs to: our tag names the place, tag and Call-ID must agree.
    mutating func place(inDialog message: SIPMessage) -> SlabIndex? {
        guard let range = message.toTagRange, let place = LegTag.place(in: message.bytes[range]),
            self.legs.with(place, { $0?.owns(message, tag: range) }) == true
        else {
            return nil
        }
        return place
    }

    /// A CANCEL: 200 whatever comes of it, 481 when there is no INVITE for it (RFC 3261 §9.2).
    mutating func receiveCancel(
        _ id: ServerTransactionID,
        of invite: ServerTransactionID?,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        let place = invite.flatMap { self.services.invites[$0] }
        let leg = place.flatMap { self.legs[$0]?.id }
        let tag = place.flatMap { self.legs[$0]?.localTag }
        self.services.observeReceived(message, from: source, leg: leg)
        if let leg {
            self.services.layer.assign(leg, to: id)
        }
        guard invite != nil else {
            self.services.respond(to: id, .callDoesNotExist, at: now)
            return
        }
        self.services.respond(to: id, .ok, tag: tag, lines: self.sessionLines(place), at: now)
        if let place, let invite {
            self.change(place, at: now) { leg, services in
                leg.receiveCANCEL(of: invite, message, &services, at: now)
            }
        }
    }

    /// An ACK to a 2xx.
    mutating func receiveAcknowledgement(_ message: SIPMessage, from source: MessageSource, at now: Instant) {
        let place = self.place(inDialog: message)
        let known = place.flatMap { place in
            self.legs.with(place) { (leg: $0?.id, isInDialog: $0?.dialogIndex(of: message) != nil) }
        }
        self.services.observeReceived(message, from: source, leg: known?.leg)
        guard let place, known?.isInDialog == true else {
            return
        }
        self.change(place, at: now) { leg, services in
            leg.receiveACK(message, &services, at: now)
        }
    }

    /// A request inside a dialog (RFC 3261 §12.2.2).
    private mutating func receiveInDialog(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        _ place: SlabIndex?,
        at now: Instant
    ) {
        guard let place, let dialog = self.legs.with(place, { $0?.dialogIndex(of: message) }) else {
            self.services.respond(to: id, .callDoesNotExist, at: now)
            return
        }
        self.change(place, at: now) { leg, services in
            guard leg.phase != .over else {
                // A BYE that crosses ours asks for what is done already (RFC 3261 §15.1.2).
                let status: SIPStatus = message.method == .bye ? .ok : .callDoesNotExist
                leg.respond(to: id, status, &services, at: now)
                return
            }
            guard leg.dialogs[dialog].admit(sequence: message.cseq.number) else {
                leg.respond(to: id, .serverInternalError, &services, at: now)
                return
            }
            leg.receiveRequest(id, message, dialog: dialog, &services, at: now)
        }
    }
}

extension SIPLeg {
    /// Whether a request with this To tag is inside a dialog of this leg.
    func owns(_ message: SIPMessage, tag: Range<Int>) -> Bool {
        self.localTag.bytes.elementsEqual(message.bytes[tag])
            && self.callID.bytes.elementsEqual(message.bytes[message.callIDRange])
    }

    /// The dialog that a request of the peer belongs to, by the peer's tag.
    func dialogIndex(of message: SIPMessage) -> Int? {
        let tag = message.bytes[message.fromTagRange ?? 0..<0]
        return self.dialogs.indices.first { self.dialogs[$0].remoteTag.bytes.elementsEqual(tag) }
    }

    /// Notes what a message of the peer says of it, and tells call control what is new.
    mutating func learnFacts(from message: SIPMessage, _ services: inout AgentServices) {
        if self.facts.learn(from: message, limit: services.configuration.limits.informationPackages) {
            self.report(.described(self.facts.peer), &services)
        }
    }

    /// A request inside a dialog, in order.
    mutating func receiveRequest(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        dialog index: Int,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        self.learnFacts(from: message, &services)
        switch message.method {
        case .bye:
            self.receiveBYE(id, message, &services, at: now)
        case .invite:
            self.refreshTarget(from: message, dialog: index, &services)
            self.abilities.formUnion(message.abilities)
            self.receiveReinvite(id, message, &services, at: now)
        case .update:
            self.refreshTarget(from: message, dialog: index, &services)
            self.receiveUpdate(id, message, &services, at: now)
        case .prack:
            self.receivePRACK(id, message, &services, at: now)
        case .info:
            self.receiveInformation(id, message, &services, at: now)
        case .options:
            let lines = services.lines.allow + services.lines.accept + services.lines.supported(trunk: self.trunk)
            self.respond(to: id, .ok, lines: lines, &services, at: now)
        case .ack, .cancel, .register, .refer, .subscribe, .notify, .message, .publish, .other:
            self.respond(to: id, .methodNotAllowed, lines: services.lines.allow, &services, at: now)
        }
    }

    /// The peer ends the leg (RFC 3261 §15.1.2).
    private mutating func receiveBYE(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        self.respond(to: id, .ok, &services, at: now)
        let cause = services.requestCause(message, trunk: self.trunk)
        if self.incoming != nil {
            self.refuse(status: .requestTerminated, lines: [], &services, at: now)
        } else {
            self.refusePeerRequest(services: &services, at: now)
        }
        if let answered = self.answered {
            services.invites[answered.transaction] = nil
            services.layer.acknowledged(answered.transaction)
        }
        if self.phase == .inviting, let transaction = self.outgoing?.transaction {
            self.outgoing?.progress = .cancelled
            services.layer.cancel(transaction, headers: [], at: now)
        }
        self.reportReleased(cause, &services)
    }

    /// An INFO: digits, or something to pass on (RFC 6086 §4.2).
    private mutating func receiveInformation(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        let relays = services.policy(trunk: self.trunk).relaysInformation
        if let package = message.firstText(of: .infoPackage), !relays || !self.facts.other.lists(package) {
            // The other end has not said that it takes this package, and we take none ourselves (§4.2.2).
            var lines: [UInt8] = []
            lines.appendLine("Recv-Info", relays ? self.facts.other.packageList : [])
            self.respond(to: id, .badInfoPackage, lines: lines, &services, at: now)
            return
        }
        let digits = DialedDigits.read(message)
        if digits.isEmpty, !message.bodyRange.isEmpty, !relays {
            let lines = Array("Accept: application/dtmf-relay, application/dtmf\r\n".utf8)
            self.respond(to: id, .unsupportedMediaType, lines: lines, &services, at: now)
            return
        }
        self.respond(to: id, .ok, &services, at: now)
        if !digits.isEmpty {
            self.report(.digits(digits), &services)
        } else if !message.bodyRange.isEmpty {
            self.report(.information(message.opaqueBody), &services)
        }
    }
}
