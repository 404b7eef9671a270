import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What call control asks of a leg.
extension MGCPEndpoint {
    /// Carries out a command; one that the leg's state has overtaken is ignored.
    mutating func perform(_ command: LegCommand, on leg: LegID, _ services: inout CallAgentServices) {
        guard let place = self.place(of: leg), self.legs[place].isLive else {
            return
        }
        switch command {
        case .place, .forwarding, .describe, .inform:
            // A telephone shows no forwarding, and MGCP carries neither facts nor bodies for it.
            break
        case .alert(let inBand):
            self.indicate(place, inBand == .none ? .ringback : .media)
        case .progress(let inBand):
            if inBand != .none {
                self.indicate(place, .media)
            }
        case .accept:
            self.accept(place, &services)
        case .offer(let description, let exchange):
            self.receiveOffer(description, exchange, place, &services)
        case .requestOffer(let exchange):
            self.offerAnew(exchange, place, &services)
        case .answer(let description, let exchange):
            self.receiveAnswer(description, exchange, place, &services)
        case .refuse(let exchange, let cause):
            self.receiveRefusal(of: exchange, cause, place, &services)
        case .withdraw:
            // What becomes of the MDCX is reported all the same.
            break
        case .send(let digits):
            self.send(digits, place, &services)
        case .update(let party):
            self.show(party, place, &services)
        case .transferred(let outcome):
            self.receiveTransferOutcome(outcome, place, &services)
        case .activate(let service):
            self.line?.wishes.take(service)
            self.line?.owesConfirmation = true
        case .change:
            // MGCP has no headers of the user's.
            break
        case .redirect:
            // A telephone cannot be sent elsewhere: its call is over (Q.850 23).
            self.release(place, .local(.dialplan, .redirection), &services)
        case .release(let cause):
            self.release(place, cause, &services)
        }
    }

    // MARK: Before the answer

    private mutating func indicate(_ place: Int, _ hearing: EndpointLeg.Hearing) {
        if self.legs[place].stage == .calling {
            self.legs[place].hearing = hearing
        }
    }

    /// The call of this leg is answered: both directions open.
    private mutating func accept(_ place: Int, _ services: inout CallAgentServices) {
        guard self.legs[place].stage == .calling else {
            return
        }
        self.legs[place].stage = .talking
        self.legs[place].hearing = .nothing
        if let line = self.line, line.active == self.legs[place].id {
            self.line?.phase = .talking
        }
        self.circuitAccepted(place, &services)
    }

    // MARK: Session descriptions

    /// An offer of call control: it is answered once the gateway has said what becomes of it (§5.4 of the tables).
    private mutating func receiveOffer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        _ place: Int,
        _ services: inout CallAgentServices
    ) {
        guard let audio = self.legs[place].takeRemote(description) else {
            services.report(
                .offerRefused(exchange, .local(.mediaMismatch, .bearerCapabilityNotImplemented)),
                from: self.legs[place].id
            )
            return
        }
        let isNew = audio != self.legs[place].connection.told?.remote
        self.legs[place].connection.exchange = exchange
        if !isNew, case .open = self.legs[place].connection.state, self.outstanding?.leg != self.legs[place].id {
            // A refreshed session says nothing new: the gateway need not be asked.
            self.legs[place].connection.exchange = nil
            self.reportAnswer(place, exchange, &services)
        }
    }

    private mutating func receiveAnswer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        _ place: Int,
        _ services: inout CallAgentServices
    ) {
        guard self.legs[place].takeRemote(description) != nil else {
            self.legFailed(place, .local(.mediaMismatch, .bearerCapabilityNotImplemented), &services)
            return
        }
        self.ownOfferIsOver(exchange, place, &services)
    }

    /// An offer of this side was answered or refused: the one that has waited for that is made.
    private mutating func ownOfferIsOver(
        _ exchange: ExchangeID,
        _ place: Int,
        _ services: inout CallAgentServices
    ) {
        guard self.legs[place].ownExchange == exchange else {
            return
        }
        self.legs[place].ownExchange = nil
        if let direction = self.legs[place].owedOffer.take() {
            self.offer(direction, place, &services)
        }
    }

    /// An offer of this side was refused: what was agreed before stands, and where nothing was, the leg ends.
    private mutating func receiveRefusal(
        of exchange: ExchangeID,
        _ cause: ReleaseCause,
        _ place: Int,
        _ services: inout CallAgentServices
    ) {
        if exchange == .outgoingSetup || exchange == .incomingSetup {
            self.release(place, cause, &services)
        } else {
            self.ownOfferIsOver(exchange, place, &services)
        }
    }

    /// Describes this side in full, for a party that is to be joined with it (RFC 3725 §4).
    private mutating func offerAnew(_ exchange: ExchangeID, _ place: Int, _ services: inout CallAgentServices) {
        let isHeld = self.line.map { $0.active != self.legs[place].id && !$0.isConference } ?? false
        guard let description = self.described(place, direction: isHeld ? .inactive : .sendrecv) else {
            services.report(.offerRefused(exchange, .local(.offerPending, .interworking)), from: self.legs[place].id)
            return
        }
        services.report(.offer(description, exchange, nil), from: self.legs[place].id)
    }

    /// Offers a direction of our own making to the far side: hold, or its end.
    mutating func offer(_ direction: MediaDirection, _ place: Int, _ services: inout CallAgentServices) {
        guard self.legs[place].stage == .talking, let description = self.described(place, direction: direction) else {
            return
        }
        guard self.legs[place].ownExchange == nil else {
            self.legs[place].owedOffer = direction
            return
        }
        let exchange = self.legs[place].mintExchange()
        self.legs[place].ownExchange = exchange
        services.report(.offer(description, exchange, nil), from: self.legs[place].id)
    }

    // MARK: Within a call

    /// Digits for the telephone or the circuit, unless they travel within the media already (§5.3 of the tables).
    private mutating func send(_ digits: [Digit], _ place: Int, _ services: inout CallAgentServices) {
        guard !self.legs[place].hasEvents else {
            return
        }
        let symbols = digits.map(\.symbol).filter { DigitSymbol($0).map { $0 != .timer } ?? false }
        let room = services.configuration.limits.digits
        if self.line?.active == self.legs[place].id {
            self.line?.outgoingDigits.append(limited: symbols, to: room)
        } else if self.circuit != nil {
            self.circuit?.outgoingDigits.append(limited: symbols, to: room)
        }
    }

    /// A waiting call names itself anew: the telephone shows it where it rings.
    private mutating func show(_ party: Party, _ place: Int, _ services: inout CallAgentServices) {
        guard self.legs[place].stage == .ringing else {
            return
        }
        self.legs[place].caller = CallerIdentity(party, at: services.civilTime)
        self.line?.hasShownCaller = false
    }

    // MARK: The end

    /// Call control ends the leg.
    private mutating func release(_ place: Int, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        let leg = self.legs[place].id
        self.end(place, cause, &services)
        self.legLost(leg, cause, &services)
    }
}

extension EndpointLeg {
    /// The far side describes itself: the audio of it goes to the gateway; `nil` when it has none.
    mutating func takeRemote(_ description: SessionDescription) -> SessionDescription? {
        guard let audio = self.remoteShape.cut(description) else {
            return nil
        }
        self.connection.terms.remote = audio
        self.remoteHasEvents = audio.hasTelephoneEvents
        return audio
    }
}

extension [UInt8] {
    /// Appends as many octets as there is room for.
    fileprivate mutating func append(limited octets: [UInt8], to room: Int) {
        self.append(contentsOf: octets.prefix(Swift.max(0, room - self.count)))
    }
}
