import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What happens to a circuit.
extension MGCPEndpoint {
    /// A call takes the circuit.
    mutating func placeOnCircuit(_ placement: CircuitPlacement, leg id: LegID, _ services: inout CallAgentServices) {
        guard let circuit = self.circuit else {
            return
        }
        var leg = EndpointLeg(
            id: id,
            callID: services.mintCallID(),
            stage: circuit.isAnsweredAtOnce ? .answering : .ringing,
            connection: MGCPConnection(mode: .receiveOnly)
        )
        leg.number = placement.number
        leg.offersFirst = placement.offer == nil
        leg.placement = Shared(placement)
        if let offer = placement.offer, leg.takeRemote(offer) == nil {
            services.legs[id] = nil
            services.report(.released(.local(.mediaMismatch, .incompatibleDestination)), from: id)
            return
        }
        services.legs[id] = self.index
        self.legs.append(leg)
        self.circuit?.leg = id
        if circuit.isSignaled {
            self.circuit?.phase = .seizing
            self.circuit?.due = [.seize(number: placement.number)]
        }
    }

    /// The gateway has made the connection of a leg.
    mutating func circuitConnected(_ place: Int, _ services: inout CallAgentServices) {
        self.legs[place].placement = nil
        switch self.legs[place].stage {
        case .answering: self.reportAnswered(place, &services)
        case .opening: self.reportCircuitCall(place, &services)
        case .ringing: self.reportSeizure(place, &services)
        case .calling, .talking, .ending, .over: break
        }
    }

    /// The call is on its way: what the other side plays can be heard, if the circuit was offered to.
    private func reportSeizure(_ place: Int, _ services: inout CallAgentServices) {
        let leg = self.legs[place]
        guard !leg.offersFirst, let answer = self.described(place, direction: leg.remoteDirection.mirrored) else {
            services.report(.progress(EndpointLeg.answerer, inBand: .none), from: leg.id)
            return
        }
        services.report(.answer(answer, .outgoingSetup, EndpointLeg.answerer), from: leg.id)
        services.report(.progress(EndpointLeg.answerer, inBand: .present), from: leg.id)
    }

    /// The call that the circuit brought is answered.
    mutating func circuitAccepted(_ place: Int, _ services: inout CallAgentServices) {
        if self.circuit?.phase == .seized {
            self.circuit?.phase = .talking
            self.circuit?.due = [.answerSupervision]
        }
    }

    /// A leg of the circuit is over by our side: the circuit is released.
    mutating func circuitLost(_ leg: LegID, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        guard let circuit = self.circuit, circuit.leg == leg else {
            return
        }
        self.circuit?.leg = nil
        self.circuit?.idleSince = services.now
        self.circuit?.outgoingDigits = []
        switch circuit.phase {
        case .seizing, .seized, .talking:
            self.circuit?.phase = .clearing
            self.circuit?.due = [.releaseCircuit]
            self.circuit?.deadline = services.now.advanced(by: Circuit.longestClearing)
        case .idle, .collecting, .clearing, .blocked:
            break
        }
    }

    /// What was waited for has taken too long: digits, without which there is no call, or the end of a release, which
    /// the gateway knows better.
    mutating func expireCircuit(_ services: inout CallAgentServices) {
        switch self.circuit?.phase {
        case .clearing:
            self.circuit?.phase = .idle
        case .collecting:
            self.circuit?.phase = .clearing
            self.circuit?.due = [.releaseCircuit]
            self.circuit?.deadline = services.now.advanced(by: Circuit.longestClearing)
        case .idle, .seizing, .seized, .talking, .blocked, nil:
            break
        }
    }

    /// The connections are gone: the circuit is idle.
    mutating func resetCircuit(_ services: inout CallAgentServices) {
        guard self.circuit != nil else {
            return
        }
        self.circuit?.leg = nil
        self.circuit?.phase = .idle
        self.circuit?.deadline = nil
        self.circuit?.due = []
        self.circuit?.outgoingDigits = []
        self.circuit?.collectedDigits = []
        self.circuit?.idleSince = services.now
    }

    // MARK: Events

    /// What the other end of the circuit does (RFC 3064).
    mutating func receiveCircuitEvents(_ events: [MGCPSignal], _ services: inout CallAgentServices) {
        for event in events {
            if event.name.isEvent("sup") || event.name.isEvent("rg") {
                self.seized(event, &services)
            } else if event.name.isEvent("ans") {
                self.circuitAnswered(&services)
            } else if event.name.isEvent("rel") || event.name.isEvent("osi") {
                self.circuitReleased(&services)
            } else if event.name.isEvent("rlc") {
                self.circuitCleared(&services)
            } else if event.name.isEvent("of") {
                self.seizureFailed(&services)
            } else if event.name.isEvent("bl") {
                self.circuit?.phase = .blocked
            } else if event.name.isEvent("inf") {
                self.collect(event.parameters.digits, services)
            } else if let symbols = event.name.symbols {
                self.receiveDigits(symbols.filter { $0 != .timer }.map(\.character), &services)
            }
        }
        self.completeNumber(&services)
    }

    private mutating func receiveDigits(_ digits: [UInt8], _ services: inout CallAgentServices) {
        if self.circuit?.phase == .collecting {
            self.collect(digits, services)
        } else if let place = self.place(of: self.circuit?.leg) {
            services.report(.digits(digits.map { Digit(symbol: $0) }), from: self.legs[place].id)
        }
    }

    private mutating func collect(_ digits: [UInt8], _ services: CallAgentServices) {
        guard let circuit = self.circuit, circuit.phase == .collecting else {
            return
        }
        let room = services.configuration.limits.digits - circuit.collectedDigits.count
        self.circuit?.collectedDigits += digits.prefix(max(0, room))
    }

    /// The digits of a seizure have come, in one notification as they were asked for: the call begins.
    private mutating func completeNumber(_ services: inout CallAgentServices) {
        guard let circuit = self.circuit, circuit.phase == .collecting, !circuit.collectedDigits.isEmpty else {
            return
        }
        self.circuit?.collectedDigits = []
        self.circuit?.deadline = nil
        self.openCall(to: ByteString(circuit.collectedDigits), &services)
    }

    /// The other side seizes the circuit; where we were about to, it has come first (glare).
    private mutating func seized(_ event: MGCPSignal, _ services: inout CallAgentServices) {
        guard let circuit = self.circuit, circuit.phase == .idle || circuit.phase == .seizing else {
            return
        }
        if let place = self.place(of: circuit.leg) {
            self.circuit?.phase = .idle
            self.giveWay(place, .local(.limit, .noCircuitAvailable), &services)
        }
        let number = event.parameters.address.prefix(services.configuration.limits.digits)
        guard !number.isEmpty || circuit.settings.signaling == .line else {
            // The digits follow when they are asked for (RFC 3064 §2.1, §2.2).
            self.circuit?.phase = .collecting
            self.circuit?.due = []
            self.circuit?.collectedDigits = []
            self.circuit?.deadline = services.now.advanced(by: Circuit.longestCollecting)
            return
        }
        self.openCall(to: ByteString(number), &services)
    }

    /// The call that the other side wants gets its connection, and is then reported.
    private mutating func openCall(to number: ByteString, _ services: inout CallAgentServices) {
        var leg = EndpointLeg(
            id: services.mintLeg(on: self.index),
            callID: services.mintCallID(),
            stage: .opening,
            connection: MGCPConnection(mode: .receiveOnly)
        )
        leg.number = number
        leg.isKnownToCallControl = false
        self.circuit?.leg = leg.id
        self.circuit?.phase = .seized
        self.circuit?.due = []
        self.legs.append(leg)
    }

    private mutating func circuitAnswered(_ services: inout CallAgentServices) {
        guard self.circuit?.phase == .seizing, let place = self.place(of: self.circuit?.leg) else {
            return
        }
        self.circuit?.phase = .talking
        self.answer(place, &services)
    }

    /// The other side releases the circuit: its leg ends, and the release is confirmed.
    private mutating func circuitReleased(_ services: inout CallAgentServices) {
        let leg = self.circuit?.leg
        self.circuit?.phase = .idle
        self.circuit?.leg = nil
        self.circuit?.deadline = nil
        self.circuit?.idleSince = services.now
        self.circuit?.due = [.releaseComplete]
        if let place = self.place(of: leg) {
            self.end(place, ReleaseCause(event: "rel", .normalClearing), &services)
        }
    }

    private mutating func circuitCleared(_ services: inout CallAgentServices) {
        if self.circuit?.phase == .clearing || self.circuit?.phase == .blocked {
            self.circuit?.phase = .idle
            self.circuit?.deadline = nil
            self.circuit?.idleSince = services.now
        }
    }

    /// The seizure has failed: another circuit may do.
    private mutating func seizureFailed(_ services: inout CallAgentServices) {
        guard self.circuit?.phase == .seizing, let place = self.place(of: self.circuit?.leg) else {
            return
        }
        self.circuit?.phase = .idle
        self.giveWay(place, ReleaseCause(.noCircuitAvailable, location: .network, origin: .mgcpEvent("of")), &services)
    }

    // MARK: Other circuits

    /// A leg leaves the circuit before it was answered: another circuit is tried for it, if one may be.
    mutating func giveWay(_ place: Int, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        let leg = self.legs[place].id
        guard var placement = self.legs[place].placement?.value, self.legs[place].isLive else {
            self.end(place, cause, &services)
            self.circuitLost(leg, cause, &services)
            return
        }
        placement.tried.append(self.index)
        self.legs[place].isKnownToCallControl = false
        self.legs[place].placement = nil
        self.end(place, cause, &services)
        self.circuitLost(leg, cause, &services)
        services.retries.append(CircuitRetry(leg: leg, placement: placement, cause: cause))
    }

    private mutating func reportCircuitCall(_ place: Int, _ services: inout CallAgentServices) {
        guard let circuit = self.circuit, let offer = self.described(place, direction: .sendrecv) else {
            self.legFailed(place, .local(.protocolViolation, .bearerCapabilityNotImplemented), &services)
            return
        }
        let settings = services.settings(self.gateway).value
        let setup = CallSetup(
            caller: Party(user: ByteString(), presentation: .unavailable),
            called: Party(user: self.legs[place].number, isTelephoneNumber: true),
            source: CallSource(
                signaling: .mgcp,
                listener: services.configuration.listenerName,
                remote: settings.addresses.first ?? services.configuration.address,
                trunk: circuit.settings.name,
                context: circuit.settings.context
            ),
            offer: offer
        )
        self.legs[place].stage = .calling
        self.legs[place].isKnownToCallControl = true
        services.report(.incoming(setup), from: self.legs[place].id)
    }
}

extension [EventParameter] {
    /// The digits of `addr(…)`, without the marks of their beginning and end (RFC 3064 §2.1 `sup`).
    var address: [UInt8] {
        for parameter in self {
            if case .group("addr", let digits) = parameter {
                return digits.digits
            }
        }
        return []
    }

    /// The digits of a list, without the marks of their beginning and end, which are longer (RFC 3064 §2.1 `inf`).
    var digits: [UInt8] {
        self.compactMap { digit in
            digit.text.flatMap { $0.count == 1 ? $0.bytes.first : nil }
        }
    }
}
