import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Responses to our requests, and requests that were not answered.
extension SIPUserAgent {
    /// A response.
    mutating func receiveResponse(
        _ id: ClientTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        let use = self.services.uses[id] ?? .detached
        self.services.observeReceived(message, from: source, leg: self.leg(of: use))
        guard let status = message.status else {
            return
        }
        switch use {
        case .invite(let place):
            self.change(place, at: now) { leg, services in
                leg.receiveInviteResponse(id, status, message, from: source, &services, at: now)
            }
        case .ownRequest(let place):
            self.change(place, at: now) { leg, services in
                leg.receiveOwnResponse(id, message, &services, at: now)
            }
        case .bye(let place) where status.isFinal:
            self.change(place, at: now) { leg, services in
                leg.receiveByeResponse(id, message, &services, at: now)
            }
        case .prack(let place, _) where status.isFailure, .information(let place) where status.isFailure:
            self.change(place, at: now) { leg, services in
                leg.receiveMinorFailure(message, &services, at: now)
            }
        case .lateAnswers(let place) where status.isSuccess:
            self.services.receiveLateAnswer(place, id, message, from: source, at: now)
        case .registration(let place) where status.isFinal:
            self.receiveTrunkResponse(place, .registration, message, at: now)
        case .probe(let place) where status.isFinal:
            self.receiveTrunkResponse(place, .probe, message, at: now)
        case .bye, .prack, .information, .lateAnswers, .registration, .probe, .detached:
            break
        }
    }

    /// The leg that a transaction is or was for.
    private mutating func leg(of use: ClientUse) -> LegID? {
        if case .lateAnswers(let place) = use {
            return self.services.lateAnswers[place]?.leg
        }
        return use.leg.flatMap { place in self.legs.with(place) { $0?.id } }
    }

    /// A request was not answered or could not be sent.
    mutating func receiveFailure(of id: ClientTransactionID, _ cause: ReleaseCause, at now: Instant) {
        guard let use = self.services.uses[id] else {
            return
        }
        switch use {
        case .invite(let place):
            self.change(place, at: now) { leg, services in
                leg.receiveInviteFailure(id, cause, &services, at: now)
            }
        case .ownRequest(let place):
            self.change(place, at: now) { leg, services in
                leg.receiveOwnTimeout(&services, at: now)
            }
        case .bye(let place):
            self.change(place, at: now) { leg, _ in
                leg.closing = nil
            }
        case .registration(let place):
            self.trunkFailed(place, .registration, at: now)
        case .probe(let place):
            self.trunkFailed(place, .probe, at: now)
        case .prack, .information, .lateAnswers, .detached:
            break
        }
    }

    /// A client transaction is over.
    mutating func receiveEnd(of id: ClientTransactionID, at now: Instant) {
        guard let use = self.services.uses.removeValue(forKey: id) else {
            return
        }
        if case .lateAnswers(let place) = use {
            self.services.lateAnswers.remove(place)
        }
        guard let place = use.leg else {
            return
        }
        self.change(place, at: now) { leg, _ in
            leg.forget(id)
        }
    }
}

extension ClientUse {
    /// The leg that a transaction is for.
    var leg: SlabIndex? {
        switch self {
        case .invite(let place), .ownRequest(let place), .prack(let place, _), .bye(let place), .information(let place):
            place
        case .lateAnswers, .registration, .probe, .detached:
            nil
        }
    }
}

extension SIPLeg {
    /// How often one INVITE is sent again for challenges and intervals, however the far side asks.
    private static var maximumAttempts: Int { 8 }

    /// A client transaction is over: what was kept for it goes.
    mutating func forget(_ id: ClientTransactionID) {
        if self.outgoing?.transaction == id {
            self.outgoing = nil
        }
        if self.ownRequest?.transaction == id, self.ownRequest?.progress == .sent {
            self.ownRequest = nil
        }
        if self.lastACK?.transaction == id {
            self.lastACK = nil
        }
        if self.closing == id {
            self.closing = nil
        }
    }

    /// A response to the INVITE that placed the leg.
    mutating func receiveInviteResponse(
        _ id: ClientTransactionID,
        _ status: SIPStatus,
        _ message: SIPMessage,
        from source: MessageSource,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.outgoing?.transaction == id else {
            return
        }
        self.outgoing?.giveUpAt = nil
        self.learnFacts(from: message, &services)
        if self.outgoing?.early.isEmpty == true, let hop = self.outgoing?.destination?.hop {
            services.locator.markResponsive(hop)
        }
        if status.isProvisional {
            self.receiveProvisional(message, from: source, &services, at: now)
        } else if status.isSuccess {
            self.receiveSuccess(message, from: source, &services, at: now)
        } else {
            self.receiveRefusal(status, message, &services, at: now)
        }
    }

    /// A response of 300 or more to the INVITE.
    private mutating func receiveRefusal(
        _ status: SIPStatus,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.outgoing?.progress == .sent, let invite = self.outgoing else {
            self.outgoing = nil
            return
        }
        switch status.code {
        case 401, 407:
            var attempt = invite.attempt
            if invite.attempts < Self.maximumAttempts,
                services.learn(from: message, trunk: self.trunk, attempt: &attempt)
            {
                self.outgoing?.attempt = attempt
                self.sendAgain(&services, at: now)
                return
            }
        case 421 where self.mayOfferReliability(message, services):
            self.outgoing?.offerReliableProvisionals()
            self.sendAgain(&services, at: now)
            return
        case 422:
            let minimum = UInt32(clamping: message.decimal(of: .minSE) ?? 0)
            if minimum > invite.sessionMinimum, invite.attempts < Self.maximumAttempts {
                self.outgoing?.sessionMinimum = minimum
                self.outgoing?.sessionInterval = max(invite.sessionInterval, minimum)
                self.sendAgain(&services, at: now)
                return
            }
        case 503:
            if let wait = message.decimal(of: .retryAfter), let hop = invite.destination?.hop {
                services.locator.markUnavailable(hop, retryAfter: .seconds(Int64(min(wait, 3600))), at: now)
            }
            if self.failOver(&services, at: now) {
                return
            }
        default:
            break
        }
        let cause = services.responseCause(message, followsProgress: !self.dialogs.isEmpty, trunk: self.trunk)
        self.outgoing = nil
        if status.isRedirection {
            let targets = message.redirectionTargets(limit: services.configuration.limits.redirectionContacts)
            if !targets.isEmpty {
                // This report ends the leg too.
                self.report(.redirected(targets, cause), &services)
                self.end()
                return
            }
        }
        self.reportReleased(cause, &services)
    }

    /// Whether the far side insists on reliable provisional responses, which it was not offered for the caller's sake
    /// (RFC 3262 §4).
    private func mayOfferReliability(_ message: SIPMessage, _ services: AgentServices) -> Bool {
        guard let invite = self.outgoing, !invite.hasOffer else {
            return false
        }
        return !invite.callerNegotiatesEarly && !invite.insistedOn100rel && message.lists("100rel", in: .require)
            && services.policy(trunk: self.trunk).reliableProvisionals != .off
    }

    /// No answer came from this next hop: try the next one (RFC 3263 §4.3), or give up.
    mutating func receiveInviteFailure(
        _ id: ClientTransactionID,
        _ cause: ReleaseCause,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.outgoing?.transaction == id else {
            return
        }
        guard self.outgoing?.progress == .sent else {
            self.outgoing = nil
            return
        }
        self.penalizeHop(&services, at: now)
        if self.dialogs.isEmpty, self.failOver(&services, at: now) {
            return
        }
        self.outgoing = nil
        self.reportReleased(cause, &services)
    }

    /// Nothing came from this next hop for so long that the next one is tried, while whatever this one may send yet is
    /// cancelled, or acknowledged and ended (RFC 3263 §4.3).
    mutating func giveUpHop(_ services: inout AgentServices, at now: Instant) {
        self.outgoing?.giveUpAt = nil
        guard let invite = self.outgoing, invite.progress == .sent, let transaction = invite.transaction else {
            return
        }
        services.keepLateAnswers(to: transaction, of: self)
        services.layer.abandon(transaction, at: now)
        self.penalizeHop(&services, at: now)
        _ = self.failOver(&services, at: now)
    }

    /// Leaves the next hop alone that did not answer (RFC 3263 §4.3).
    private func penalizeHop(_ services: inout AgentServices, at now: Instant) {
        if let hop = self.outgoing?.destination?.hop {
            let penalty = services.configuration.timers.unresponsivePenalty
            services.locator.markUnresponsive(hop, for: penalty, at: now)
        }
    }

    private mutating func failOver(_ services: inout AgentServices, at now: Instant) -> Bool {
        guard let next = self.outgoing?.alternatives.first else {
            return false
        }
        self.outgoing?.alternatives.removeFirst()
        self.outgoing?.destination = next
        self.sendAgain(&services, at: now)
        return true
    }

    private mutating func sendAgain(_ services: inout AgentServices, at now: Instant) {
        self.dialogs = []
        self.outgoing?.early = []
        self.outgoing?.spent = []
        self.outgoing?.sequence &+= 1
        self.sendInvite(&services, at: now)
    }

    /// The BYE was answered; a challenge is answered once more.
    mutating func receiveByeResponse(
        _ id: ClientTransactionID,
        _ message: SIPMessage,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        guard self.closing == id else {
            return
        }
        self.closing = nil
        var attempt = DigestClient.Attempt()
        if message.status == .unauthorized || message.status == .proxyAuthenticationRequired, !self.hasRepeatedBYE,
            services.learn(from: message, trunk: self.trunk, attempt: &attempt)
        {
            self.hasRepeatedBYE = true
            self.sendBYE(dialog: 0, reason: [], &services, at: now)
        }
    }

    /// A PRACK or INFO was refused: only 408 and 481 say that the dialog is gone (RFC 5057 §5.1).
    mutating func receiveMinorFailure(_ message: SIPMessage, _ services: inout AgentServices, at now: Instant) {
        guard message.method == .info, message.status == .callDoesNotExist, self.phase == .established else {
            return
        }
        self.clear(services.responseCause(message, trunk: self.trunk), &services, at: now)
    }
}

extension Destination {
    /// The place as the locator knows it.
    var hop: NextHop {
        NextHop(self.transport, self.address)
    }
}

extension SIPMessage {
    /// Where a 3xx sends the call, the most preferred first (RFC 3261 §8.1.3.4).
    func redirectionTargets(limit: Int) -> [Target] {
        guard let contacts = try? self.all(Contact.self, limit: 64) else {
            return []
        }
        let ordered = contacts.enumerated().sorted { first, second in
            let preferences = (first.element.preference ?? 1000, second.element.preference ?? 1000)
            return preferences.0 == preferences.1 ? first.offset < second.offset : preferences.0 > preferences.1
        }
        return ordered.compactMap { entry in
            guard let uri = entry.element.uri, uri.scheme == .sip || uri.scheme == .tel else {
                return nil
            }
            return .uri(uri.text)
        }.prefix(limit).map { $0 }
    }
}
