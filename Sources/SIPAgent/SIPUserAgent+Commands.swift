import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// What call control asks for.
extension SIPUserAgent {
    /// Carries out a command; one that the leg's state has overtaken is ignored.
    mutating func performCommand(_ command: LegCommand, on leg: LegID, at now: Instant) {
        if case .place(let setup, let target, let offer) = command {
            self.place(setup, to: target, offer: offer, leg: leg, at: now)
            return
        }
        guard let place = self.place(of: leg) else {
            return
        }
        self.change(place, at: now) { stored, services in
            if stored.id == leg, stored.phase != .over {
                stored.perform(command, &services, at: now)
            }
        }
    }
}

extension SIPLeg {
    /// Carries out a command of call control.
    mutating func perform(_ command: LegCommand, _ services: inout AgentServices, at now: Instant) {
        switch command {
        case .place:
            break
        case .alert(let inBand):
            self.tell(180, inBand: inBand, &services, at: now)
        case .progress(let inBand):
            self.tell(183, inBand: inBand, &services, at: now)
        case .forwarding:
            self.tell(181, inBand: .none, &services, at: now)
        case .offer(let description, let exchange):
            self.offer(description.serialized(), exchange, &services, at: now)
        case .requestOffer(let exchange):
            self.negotiate(nil, exchange, &services, at: now)
        case .answer(let description, let exchange):
            self.answer(description.serialized(), exchange, &services, at: now)
        case .refuse(let exchange, let cause):
            self.refuseOffer(exchange, cause, &services, at: now)
        case .withdraw(let exchange):
            self.withdraw(exchange, &services, at: now)
        case .accept(let answerer):
            if self.incoming != nil {
                self.accept(&services, at: now)
            } else if let answerer {
                self.choose(answerer, services)
            }
        case .send(let digits):
            self.send(digits, &services, at: now)
        case .inform(let body):
            if services.policy(trunk: self.trunk).relaysInformation, self.takes(body) {
                self.sendInformation(body, &services, at: now)
            }
        case .update(let party):
            self.update(party, &services, at: now)
        case .describe(let facts):
            self.facts.other = facts
        case .change(let change):
            self.incoming?.headerChanges.append(change)
        case .transferred, .activate:
            // A phone on SIP asks for transfers by REFER and keeps its services itself.
            break
        case .redirect(let targets):
            self.redirect(to: targets, &services, at: now)
        case .release(let cause):
            self.release(cause, &services, at: now)
        }
    }

    /// Whether the peer has said that it takes INFO of this package; one without a package is the old use, which nobody
    /// announces (RFC 6086 §4.1).
    private func takes(_ body: OpaqueBody) -> Bool {
        body.package.isEmpty || self.facts.peer.lists(body.package)
    }

    /// Tells the peer whom it is connected to now: at once where it knows UPDATE, otherwise with whatever is sent next
    /// that may say so.
    private mutating func update(_ party: Party, _ services: inout AgentServices, at now: Instant) {
        guard party != self.connectedParty else {
            return
        }
        self.connectedParty = party
        if self.isNegotiable, self.abilities.contains(.update), services.asserts(party, trunk: self.trunk) {
            self.send(WaitingOffer(exchange: nil, description: nil), as: .update, &services, at: now)
        }
    }

    private mutating func offer(
        _ description: [UInt8],
        _ exchange: ExchangeID,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        if exchange == .incomingSetup {
            self.describe(description, &services, at: now)
        } else if let request = self.peerRequest, request.exchange == exchange {
            self.completePeerRequest(description, &services, at: now)
        } else if exchange.initiator == .gateway {
            self.negotiate(description, exchange, &services, at: now)
        }
    }

    private mutating func answer(
        _ description: [UInt8],
        _ exchange: ExchangeID,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        if exchange == .incomingSetup {
            self.describe(description, &services, at: now)
        } else if exchange == .outgoingSetup || exchange == .outgoingEarly {
            self.answerSetup(description, &services, at: now)
        } else if let request = self.peerRequest, request.exchange == exchange {
            self.completePeerRequest(description, &services, at: now)
        } else if self.ownRequest?.exchange == exchange {
            self.answerRequestedOffer(description, &services, at: now)
        }
    }

    private mutating func refuseOffer(
        _ exchange: ExchangeID,
        _ cause: ReleaseCause,
        _ services: inout AgentServices,
        at now: Instant
    ) {
        if let request = self.peerRequest, request.exchange == exchange {
            self.refusePeerOffer(cause, &services, at: now)
        } else if [.incomingSetup, .outgoingSetup, .outgoingEarly].contains(exchange) {
            self.release(cause, &services, at: now)
        } else if let request = self.ownRequest, request.exchange == exchange, request.progress == .offered {
            // A 2xx that brought an offer must be acknowledged with an answer; without one the session ends
            // (RFC 3261 §13.2.2.4).
            self.ownRequest = nil
            self.sendACK(dialog: 0, sequence: request.sequence, transaction: request.transaction, &services)
            self.clear(cause, &services, at: now)
        }
    }

    /// Drops the early dialogs of all other answerers.
    private mutating func choose(_ answerer: AnswererID, _ services: AgentServices) {
        guard self.phase != .inviting, self.dialogs.contains(where: { $0.answerer == answerer }) else {
            return
        }
        self.giveUpDialogs(services) { $0.answerer != answerer }
    }

    /// Sends the caller elsewhere (RFC 3261 §21.3).
    private mutating func redirect(to targets: [Target], _ services: inout AgentServices, at now: Instant) {
        guard self.phase == .inviting, self.incoming != nil else {
            return
        }
        var lines: [UInt8] = []
        for target in targets.prefix(services.configuration.limits.redirectionContacts) {
            if let uri = services.uri(of: target, listener: self.listener) {
                lines.append("Contact: <")
                lines.append(contentsOf: uri.bytes.lazy.filter { $0 > 0x20 && $0 != 0x3E })
                lines.append(">\r\n")
            }
        }
        self.refuse(
            status: lines.isEmpty ? .temporarilyUnavailable : .movedTemporarily,
            lines: lines,
            &services,
            at: now
        )
        self.reportReleased(.local(.dialplan, .redirection), &services)
    }

    /// Rejects, cancels or clears, whatever the leg needs.
    mutating func release(_ cause: ReleaseCause, _ services: inout AgentServices, at now: Instant) {
        if self.incoming != nil {
            let refusal = services.refusal(for: cause, trunk: self.trunk, listener: self.listener)
            let phrase = refusal.phrase ?? (cause.words.isEmpty ? nil : cause.words)
            self.refuse(status: refusal.status, phrase: phrase, lines: refusal.lines, &services, at: now)
            self.reportReleased(cause, &services)
            return
        }
        switch self.outgoing?.progress {
        case .awaitingAnswer:
            self.clearUnacknowledged(cause, &services, at: now)
        case .locating, .sent:
            self.outgoing?.progress = .cancelled
            self.refusePeerRequest(services: &services, at: now)
            if let transaction = self.outgoing?.transaction {
                services.layer.cancel(transaction, headers: services.reasonLines(for: cause), at: now)
            } else {
                self.outgoing = nil
            }
            self.reportReleased(cause, &services)
        case .cancelled:
            self.reportReleased(cause, &services)
        case .acknowledged, nil:
            if let request = self.ownRequest, request.progress == .offered {
                self.ownRequest = nil
                self.sendACK(dialog: 0, sequence: request.sequence, transaction: request.transaction, &services)
            }
            self.clear(cause, &services, at: now)
        }
    }
}
