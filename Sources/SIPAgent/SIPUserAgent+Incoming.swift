import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// What tells one request from another, whatever way it came (RFC 3261 §8.2.2.2).
struct RequestKey: Hashable, Sendable {
    private let digest: Int

    init(_ message: SIPMessage) {
        var hasher = Hasher()
        Self.combine(message.bytes[message.callIDRange], into: &hasher)
        Self.combine(message.bytes[message.fromTagRange ?? 0..<0], into: &hasher)
        hasher.combine(message.cseq.number)
        self.digest = hasher.finalize()
    }

    /// Eight octets at a time: feeding a hasher costs by the call.
    private static func combine(_ octets: ArraySlice<UInt8>, into hasher: inout Hasher) {
        var word: UInt64 = 0
        var count = 0
        for octet in octets {
            word = word << 8 | UInt64(octet)
            count += 1
            if count & 7 == 0 {
                hasher.combine(word)
                word = 0
            }
        }
        hasher.combine(word)
        hasher.combine(count)
    }
}

/// INVITEs outside dialogs: the UAS core until there is a leg.
extension SIPUserAgent {
    /// A new INVITE.
    mutating func receiveInvite(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        let key = RequestKey(message)
        guard self.requests[key] == nil else {
            self.services.respond(to: id, .loopDetected, at: now)
            return
        }
        guard message.maxForwards != 0 else {
            self.services.respond(to: id, .tooManyHops, at: now)
            return
        }
        guard let caller = self.caller(of: id, message, from: source, at: now) else {
            return
        }
        guard self.legs.count < self.services.configuration.limits.legs else {
            self.services.outputs.append(.observe(.limitReached(.calls, by: ByteString())))
            let lines = Array("Retry-After: 5\r\n".utf8)
            self.services.respond(to: id, .serviceUnavailable, lines: lines, at: now)
            return
        }
        guard let admission = self.admission(of: id, message, from: source, caller, at: now) else {
            return
        }
        self.services.layer.respond(to: id, status: .trying, headers: Self.sessionLines(message), at: now)
        self.open(admission, id, message, key: key, at: now)
    }

    /// The Session-ID of a response that is sent before anything is known of the other end.
    private static func sessionLines(_ message: SIPMessage) -> [UInt8] {
        var lines: [UInt8] = []
        LegFacts(peer: message.facts(limit: 0)).appendSessionID(to: &lines)
        return lines
    }

    /// What a new leg is made of.
    struct Admission {
        let caller: Caller
        let dialog: Dialog
        /// What leads to the dialog's next hop; `nil` when that is where the INVITE came from.
        let next: SIPURI?
        let source: MessageSource
        let offer: SessionDescription?
        let timer: SessionTimerPolicy.Answer
        let isReliable: Bool
    }

    /// Reads everything that may still refuse the INVITE; `nil` after a refusal.
    private mutating func admission(
        of id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        _ caller: Caller,
        at now: Instant
    ) -> Admission? {
        let policy = self.services.policy(trunk: caller.trunk)
        let supportsReliable = message.lists("100rel", in: .supported)
        let requiresReliable = message.lists("100rel", in: .require)
        if policy.reliableProvisionals == .required, !supportsReliable, !requiresReliable {
            let lines = Array("Require: 100rel\r\n".utf8)
            self.services.respond(to: id, .extensionRequired, lines: lines, at: now)
            return nil
        }
        let timer = self.services.timerAnswer(to: message, trunk: caller.trunk)
        if case .tooSmall(let minimum) = timer {
            var lines: [UInt8] = []
            lines.appendLine("Min-SE", minimum)
            self.services.respond(to: id, .sessionIntervalTooSmall, lines: lines, at: now)
            return nil
        }
        let offer: SessionDescription?
        switch message.descriptionBody {
        case .none, .unsupported:
            offer = nil
        case .description(let description):
            offer = description
        case .malformed:
            self.services.respond(to: id, .badRequest, phrase: "Bad Session Description", at: now)
            return nil
        }
        guard let (dialog, next) = self.dialog(of: message, from: source) else {
            self.services.respond(to: id, .badRequest, phrase: "Missing or Bad Contact or Record-Route", at: now)
            return nil
        }
        return Admission(
            caller: caller,
            dialog: dialog,
            next: next,
            source: source,
            offer: offer,
            timer: timer,
            isReliable: requiresReliable || supportsReliable && policy.reliableProvisionals != .off
        )
    }

    /// The dialog that an INVITE begins (RFC 3261 §12.1.1), and what leads to its next hop unless that is where the
    /// INVITE came from.
    private func dialog(of message: SIPMessage, from source: MessageSource) -> (Dialog, SIPURI?)? {
        guard let records = message.recordRoutes(limit: self.services.configuration.limits.routeEntries) else {
            return nil
        }
        // An RFC 2543 peer may leave the Contact out; From then says where to go (RFC 2543 §6.13).
        guard let contact = message.contactURI ?? (message.topVia.hasMagicCookie ? nil : message.from.uri) else {
            return nil
        }
        let routes = RouteSet(recordRoutes: records, isReversed: false)
        let next = routes.first ?? contact
        let isTranslated = self.isTranslated(message, from: source)
        let dialog = Dialog(
            remoteTag: message.fromTag ?? ByteString(),
            remoteTarget: contact.text,
            routes: routes,
            destination: isTranslated
                ? source.destination : self.services.destination(for: next, fallback: source.destination),
            localSequence: 0,
            remoteSequence: message.cseq.number
        )
        return (dialog, isTranslated ? nil : next)
    }

    /// Whether requests to the caller go back where it came from and not to its Contact, since its own address is behind
    /// a translator (RFC 3581 §4, RFC 5626 §1).
    private func isTranslated(_ message: SIPMessage, from source: MessageSource) -> Bool {
        message.topVia.hasResponsePort && !message.contains(.recordRoute)
            && (message.topVia.hostAddress != source.remote.ip || (message.topVia.port ?? 5060) != source.remote.port)
    }

    /// Stores the leg and reports the call.
    private mutating func open(
        _ admission: Admission,
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        key: RequestKey,
        at now: Instant
    ) {
        let place = self.legs.insert(SIPLeg.placeholder)
        let leg = LegID(.sip, .incoming, number: UInt64(place.generation) << 32 | UInt64(place.slot))
        let tag = LegTag(for: place, from: &self.services.identifiers)
        var created = SIPLeg(
            id: leg,
            place: place,
            callID: message.callID,
            localTag: tag.text,
            localAddress: Self.bracketed(message, message.to.address.uriRange),
            remoteAddress: Self.bracketed(message, message.from.address.uriRange),
            trunk: admission.caller.trunk
        )
        created.dialogs = [admission.dialog]
        created.abilities = message.abilities
        created.incoming = IncomingInvite(
            transaction: id,
            sequence: message.cseq.number,
            isReliable: admission.isReliable,
            hasOffer: admission.offer != nil,
            timerAnswer: admission.timer,
            recordRouteLines: message.recordRouteLines,
            provisional: ReliableProvisional(
                firstSequence: UInt32(truncatingIfNeeded: self.services.identifiers.number(below: 1 << 16)) + 1
            )
        )
        created.requestKey = key
        let setup = self.setup(of: message, admission)
        created.facts.peer = setup.facts
        self.legs[place] = created
        created.want(admission.next, for: admission.dialog, &self.services)
        self.services.invites[id] = place
        self.requests[key] = place
        self.services.layer.assign(leg, to: id)
        self.services.outputs.append(.report(.incoming(setup), from: leg))
    }

    /// The octets of a URI in brackets.
    static func bracketed(_ message: SIPMessage, _ range: Range<Int>) -> ByteString {
        var text: [UInt8] = []
        text.reserveCapacity(range.count + 2)
        text.append(0x3C)
        text.append(contentsOf: message.bytes[range])
        text.append(0x3E)
        return ByteString(text)
    }
}
