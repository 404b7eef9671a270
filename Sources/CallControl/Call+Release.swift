import CallModel
import ProtocolKit

/// The end of legs and of the call.
extension Call {
    /// Ends the call: every leg is told, each keeps its own cause.
    mutating func release(_ cause: ReleaseCause, in environment: inout CallEnvironment) {
        switch self.phase {
        case .releasing, .ended:
            return
        case .routing, .pausing, .asking, .hunting, .bridged, .local:
            break
        }
        self.withdrawInquiry(in: &environment)
        self.cause = cause
        self.phase = .releasing
        self.hunt = nil
        self.deadline = nil
        self.ringback.deadline = nil
        for place in self.legs.indices where self.legs[place].isLive {
            self.releaseLeg(place, cause, in: &environment)
        }
        self.endIfOver(in: &environment)
    }

    /// Sends the caller elsewhere and ends the call.
    mutating func redirectCaller(to targets: [Target], _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        // Who talks already cannot be sent elsewhere by the answer to its call.
        guard !self.isCallerReplaced, self.answeredAt == nil else {
            self.release(cause, in: &environment)
            return
        }
        self.cause = cause
        self.phase = .releasing
        self.hunt = nil
        self.ringback.deadline = nil
        self.legs[self.caller].phase = .releasing
        self.legs[self.caller].cause = cause
        self.legs[self.caller].deadline = environment.now.advanced(by: environment.configuration.releaseTimeout)
        environment.command(.redirect(targets), on: self.legs[self.caller].id)
    }

    /// Tells one leg to end.
    mutating func releaseLeg(_ place: Int, _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        guard self.legs[place].isLive else {
            return
        }
        self.legs[place].phase = .releasing
        self.legs[place].cause = cause
        self.legs[place].deadline = environment.now.advanced(by: environment.configuration.releaseTimeout)
        environment.command(.release(cause), on: self.legs[place].id)
    }

    /// The agent says that a leg is over.
    mutating func legReleased(_ place: Int, _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        let wasLive = self.legs[place].isLive
        self.endLeg(place, cause, byPeer: wasLive && cause.isFromPeer, in: &environment)
        if wasLive {
            self.abandonExchanges(of: place, cause, in: &environment)
            self.followRelease(of: place, cause, in: &environment)
        }
        self.endIfOver(in: &environment)
    }

    /// The time of a leg is up: it has rung long enough, or the agent does not say that it is over.
    mutating func legExpired(_ place: Int, in environment: inout CallEnvironment) {
        self.legs[place].deadline = nil
        switch self.legs[place].phase {
        case .setup, .alerting:
            let wasAlerted = self.legs[place].phase == .alerting
            let cause = ReleaseCause.local(.ringTimeout, wasAlerted ? .noAnswer : .noUserResponding)
            self.releaseLeg(place, cause, in: &environment)
            if let end = self.legs[place].bridgeDeadline, end <= environment.now {
                self.hunt?.stop()
            }
            self.legFailed(cause, of: nil, in: &environment)
            self.carryOn(in: &environment)
        case .answered:
            if self.owesAnswer {
                self.release(.local(.mediaMismatch, .incompatibleDestination), in: &environment)
            }
        case .releasing:
            let cause = self.legs[place].cause ?? .local(.transactionTimeout, .recoveryOnTimerExpiry)
            self.endLeg(place, cause, byPeer: false, in: &environment)
            self.endIfOver(in: &environment)
        case .ended:
            break
        }
    }

    /// Takes note that a leg is over.
    mutating func endLeg(_ place: Int, _ cause: ReleaseCause, byPeer: Bool, in environment: inout CallEnvironment) {
        guard self.legs[place].phase != .ended else {
            return
        }
        if self.legs[place].phase != .releasing {
            self.legs[place].cause = cause
        }
        self.legs[place].phase = .ended
        self.legs[place].releasedByPeer = byPeer
        self.legs[place].ended = environment.now
        self.legs[place].deadline = nil
        self.legs[place].early = []
        environment.legs[self.legs[place].id] = nil
        if let trunk = self.legs[place].trunk {
            environment.limits.clear(fromTrunk: trunk)
        } else if place == 0 {
            environment.limits.clear(from: self.setup.source)
        } else if let source = self.guest(at: place)?.source {
            environment.limits.clear(from: source)
        }
        if let resource = self.legs[place].resource {
            environment.resources.release(resource)
        }
        self.closeMedia(of: place, in: &environment)
        environment.observe(.legReleased(self.id, self.legs[place].id, self.legs[place].cause ?? cause))
    }

    /// What the end of one leg means for the others.
    private mutating func followRelease(of place: Int, _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        switch self.phase {
        case .hunting where place != self.caller:
            self.legFailed(cause, of: self.legs[place].target, in: &environment)
            self.carryOn(in: &environment)
        case .routing, .pausing, .asking, .hunting:
            guard place == self.caller else {
                return
            }
            var reason = cause
            reason.origin = .local(.callerGaveUp)
            self.release(reason, in: &environment)
        case .bridged(let winner):
            if place == winner.leg, self.goesOn, self.isCallerAnswered {
                self.leaveCaller(place, cause, in: &environment)
            } else if place == self.caller || place == winner.leg {
                self.release(cause, in: &environment)
            }
        case .local:
            self.release(cause, in: &environment)
        case .releasing, .ended:
            break
        }
    }

    /// Ends the call when its last leg has ended; the record waits for what the relay has counted.
    private mutating func endIfOver(in environment: inout CallEnvironment) {
        guard case .releasing = self.phase, self.legs.indices.allSatisfy({ self.legs[$0].phase == .ended }) else {
            return
        }
        environment.observe(.callEnded(self.id, self.cause ?? .normal))
        self.releaseResources(in: &environment)
        let recordAt = environment.now.advanced(by: environment.configuration.counterTimeout)
        self.phase = .ended(recordAt: recordAt)
        if self.media.isClosed {
            self.writeRecord(in: &environment)
        }
    }
}

extension ReleaseCause {
    /// Whether the words are those of a far side.
    var isFromPeer: Bool {
        switch self.origin {
        case .sipStatus, .sipRequest, .mgcpReturnCode, .mgcpReasonCode, .mgcpEvent: true
        case .local: false
        }
    }
}
