import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// Calls from a line and to a line.
extension MGCPEndpoint {
    /// The gateway has made the connection of a leg.
    mutating func lineConnected(_ place: Int, _ services: inout CallAgentServices) {
        switch self.legs[place].stage {
        case .opening: self.reportCall(place, &services)
        case .ringing: services.report(.alerting(EndpointLeg.answerer, inBand: .none), from: self.legs[place].id)
        case .answering: self.reportAnswered(place, &services)
        case .calling, .talking, .ending, .over: break
        }
    }

    /// The line calls: call control learns of it with the gateway's description.
    private mutating func reportCall(_ place: Int, _ services: inout CallAgentServices) {
        guard let line = self.line, let offer = self.described(place, direction: .sendrecv) else {
            self.legFailed(place, .local(.protocolViolation, .bearerCapabilityNotImplemented), &services)
            return
        }
        let settings = services.settings(self.gateway).value
        let setup = CallSetup(
            caller: Party(
                user: line.settings.number,
                displayName: line.settings.displayName,
                presentation: line.settings.isRestricted ? .restricted : .allowed,
                isTelephoneNumber: true
            ),
            called: Party(user: self.legs[place].number, isTelephoneNumber: true),
            source: CallSource(
                signaling: .mgcp,
                listener: services.configuration.listenerName,
                remote: settings.addresses.first ?? services.configuration.address,
                user: line.settings.name,
                context: line.settings.context
            ),
            offer: offer
        )
        self.legs[place].stage = .calling
        self.legs[place].isKnownToCallControl = true
        services.report(.incoming(setup), from: self.legs[place].id)
    }

    // MARK: A called line

    /// A call for the line; what speaks against it is its end.
    mutating func placeOnLine(
        _ setup: CallSetup,
        offer: SessionDescription?,
        leg id: LegID,
        _ services: inout CallAgentServices
    ) {
        guard self.line != nil else {
            return
        }
        let formerWaiting = self.line?.waiting
        switch self.answerToCall(services) {
        case .ring: break
        case .announce:
            self.line?.waiting = id
        case .forward(let number, let cause):
            services.legs[id] = nil
            services.report(.redirected([self.target(number)], cause), from: id)
            return
        case .refuse(let cause):
            services.legs[id] = nil
            services.report(.released(cause), from: id)
            return
        }
        var leg = EndpointLeg(
            id: id,
            callID: services.mintCallID(),
            stage: .ringing,
            connection: MGCPConnection(mode: .inactive)
        )
        leg.caller = CallerIdentity(setup.assertedCaller ?? setup.caller, at: services.civilTime)
        leg.offersFirst = offer == nil
        leg.opensEarly = setup.isAnchored && services.settings(self.gateway).value.opensWhileRinging
        if let offer, leg.takeRemote(offer) == nil {
            services.legs[id] = nil
            services.report(.released(.local(.mediaMismatch, .incompatibleDestination)), from: id)
            self.line?.waiting = formerWaiting
            return
        }
        self.legs.append(leg)
        if self.line?.waiting != id {
            self.line?.active = id
            self.line?.phase = .ringing
            self.line?.hasShownCaller = false
            if self.line?.wishes.forwards[.noAnswer] != nil, let patience = self.line?.lineClass.noAnswerTimeout {
                self.line?.deadline = services.now.advanced(by: patience)
            }
        }
    }

    /// Nobody has answered: the call goes where the user of the line wants it then; one that the user had held ends.
    mutating func forwardUnanswered(_ services: inout CallAgentServices) {
        if let place = self.place(of: self.line?.active), self.legs[place].stage == .talking {
            self.end(place, .local(.ringTimeout, .noAnswer), &services)
            self.rest(&services)
            return
        }
        guard let number = self.line?.wishes.forwards[.noAnswer], let place = self.place(of: self.line?.active),
            self.legs[place].stage == .ringing
        else {
            return
        }
        let cause = ReleaseCause.local(.ringTimeout, .noAnswer)
        services.report(.redirected([self.target(number)], cause), from: self.legs[place].id)
        self.legs[place].isKnownToCallControl = false
        self.end(place, cause, &services)
        self.rest(&services)
    }

    private enum AnswerToCall {
        case ring
        /// By a tone: the line talks.
        case announce
        case forward(ByteString, ReleaseCause)
        case refuse(ReleaseCause)
    }

    private func answerToCall(_ services: CallAgentServices) -> AnswerToCall {
        guard let line = self.line, self.admitsCalls(services) else {
            let cause: Q850Cause = self.isUnknownToGateway ? .unallocatedNumber : .destinationOutOfOrder
            return .refuse(.local(.transportFailure, cause))
        }
        if let number = line.wishes.forwards[.unconditional] {
            return .forward(number, .local(.dialplan, .redirection))
        }
        if line.phase == .idle, !line.wishes.wantsQuiet {
            return .ring
        }
        let canAnnounce =
            line.phase == .talking && line.waiting == nil && line.held == nil && !line.wishes.wantsQuiet
            && line.lineClass.hasCallWaiting && line.wishes.hasCallWaiting
        if canAnnounce {
            return .announce
        }
        let busy = ReleaseCause(.userBusy, location: .user, origin: .mgcpEvent("L/hd"))
        return line.wishes.forwards[.busy].map { .forward($0, busy) } ?? .refuse(busy)
    }

    private func target(_ number: ByteString) -> Target {
        .dialed(number, context: self.line?.settings.context ?? ByteString())
    }

    /// The handset is lifted while the telephone rings: the call is answered.
    mutating func answerRinging(_ services: inout CallAgentServices) {
        guard let place = self.place(of: self.line?.active) else {
            self.startDialing(&services)
            return
        }
        self.line?.phase = .talking
        self.line?.deadline = nil
        self.answer(place, &services)
    }

    /// The user takes a call: at once if the gateway has described itself, otherwise when it does.
    mutating func answer(_ place: Int, _ services: inout CallAgentServices) {
        guard self.legs[place].stage == .ringing else {
            // A call that was held, or waited for its user to come back.
            self.offer(.sendrecv, place, &services)
            return
        }
        self.legs[place].stage = .answering
        if case .open = self.legs[place].connection.state {
            self.reportAnswered(place, &services)
        }
    }

    /// The gateway's description and the answer are told.
    mutating func reportAnswered(_ place: Int, _ services: inout CallAgentServices) {
        let leg = self.legs[place].id
        guard let description = self.described(place, direction: .sendrecv) else {
            self.legFailed(place, .local(.protocolViolation, .bearerCapabilityNotImplemented), &services)
            return
        }
        self.legs[place].stage = .talking
        if self.legs[place].offersFirst {
            services.report(.offer(description, .outgoingSetup, EndpointLeg.answerer), from: leg)
        } else {
            let direction = self.legs[place].remoteDirection.mirrored
            let answer = self.described(place, direction: direction) ?? description
            services.report(.answer(answer, .outgoingSetup, EndpointLeg.answerer), from: leg)
        }
        services.report(.answered(EndpointLeg.answerer), from: leg)
    }

    /// The telephone of a user who has put the handset down rings for who still waits.
    mutating func ringBack(_ leg: LegID, _ services: inout CallAgentServices) {
        self.line?.waiting = nil
        self.line?.held = nil
        guard let place = self.place(of: leg), self.legs[place].isLive else {
            return
        }
        self.line?.active = leg
        self.line?.phase = .ringing
        self.line?.hasShownCaller = false
        if self.legs[place].stage == .talking, let patience = self.line?.lineClass.warningTimeout {
            self.line?.deadline = services.now.advanced(by: patience)
        }
    }
}

extension CallerIdentity {
    /// What a telephone shows of a party (§5.6 of the tables); no time without a clock.
    init(_ party: Party, at time: CivilTime?) {
        let isHidden = party.presentation == .restricted
        self.time = time.map(Self.text) ?? "01/01/00/00"
        self.number = isHidden ? "P" : party.presentation == .unavailable || party.user.isEmpty ? "O" : party.user
        self.name = isHidden ? "P" : party.displayName.isEmpty ? "O" : party.displayName
    }

    /// `MM/DD/hh/mm` (RFC 3660 §2.4).
    private static func text(_ time: CivilTime) -> ByteString {
        let minutes = time.seconds / 60
        let day = CivilDay(daysSinceEpoch: minutes / (24 * 60))
        var bytes: [UInt8] = []
        for (place, number) in [day.month, day.day, minutes / 60 % 24, minutes % 60].enumerated() {
            if place > 0 {
                bytes.append(0x2F)
            }
            bytes.append(0x30 &+ UInt8(truncatingIfNeeded: number / 10))
            bytes.append(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
        }
        return ByteString(bytes)
    }
}

/// A day of the Gregorian calendar.
struct CivilDay: Hashable, Sendable {
    /// 1 to 12.
    let month: Int64
    /// 1 to 31.
    let day: Int64

    /// The day that is so many days after 1970-01-01: eras of 400 years, years that begin in March.
    init(daysSinceEpoch: Int64) {
        let shifted = daysSinceEpoch + 719_468
        let dayOfEra = shifted - (shifted >= 0 ? shifted : shifted - 146_096) / 146_097 * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        self.month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    }
}
