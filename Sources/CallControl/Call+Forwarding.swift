import CallModel
import DialplanEngine
import ProtocolKit

/// Targets that send the call elsewhere: redirections and the forwarding of lines.
extension Call {
    /// The far side of a leg sends the call elsewhere (RFC 3261 §8.1.3.4).
    mutating func legRedirected(
        _ place: Int,
        to targets: [Target],
        _ cause: ReleaseCause,
        in environment: inout CallEnvironment
    ) {
        self.endLeg(place, cause, byPeer: true, in: &environment)
        guard environment.configuration.redirection == .follow else {
            self.releaseRinging(.local(.callerGaveUp, .normalClearing), in: &environment)
            self.redirectCaller(to: targets, cause, in: &environment)
            return
        }
        self.redirections += 1
        let fresh = targets.prefix(environment.configuration.maximumLegs).filter { !self.hasTried($0) }
        guard self.redirections <= environment.configuration.maximumRedirections, !fresh.isEmpty else {
            self.legFailed(.local(.loop, .exchangeRoutingError), of: nil, in: &environment)
            self.carryOn(in: &environment)
            return
        }
        self.setup.diversions.insert(Diversion(party: self.setup.called, reason: Diversion.Reason(cause)), at: 0)
        let diverter = self.legs[place].target?.user
        self.hunt?.waves.insert(
            contentsOf: fresh.map { [Hunt.Plan(target: $0, timeout: nil, diverter: diverter)] },
            at: 0
        )
        if self.hunt?.isStopped == false, let wave = self.nextWave(in: &environment) {
            self.place(wave, in: &environment)
        }
        self.carryOn(in: &environment)
    }

    /// Routes a number in the context in which it was dialed, on behalf of who diverted the call to it: the bridges that
    /// the dialplan decides on are tried within this hunt, and nothing else that it says is done.
    mutating func dial(
        _ number: ByteString,
        in context: ByteString,
        for diverter: ByteString?,
        in environment: inout CallEnvironment
    ) -> ReleaseCause? {
        var facts = environment.facts(self.setup, of: self.id)
        facts.destinationNumber = number
        facts.user = diverter ?? ByteString()
        facts.trunk = ByteString()
        let decision = self.dialplan.value.route(facts, in: context)
        let stages = decision.stages
        let waves = stages.map { stage in
            stage.filter { !self.hasTried($0.target) }.map { entry in
                Hunt.Plan(target: entry.target, timeout: entry.timeout, settings: entry.settings)
            }
        }.filter { !$0.isEmpty }
        guard let first = waves.first else {
            return stages.isEmpty ? decision.refusal : .local(.loop, .exchangeRoutingError)
        }
        self.hunt?.waves.insert(contentsOf: waves.dropFirst(), at: 0)
        self.place(first, in: &environment)
        return nil
    }
}

extension Target {
    /// The user or line that it names.
    fileprivate var user: ByteString? {
        switch self {
        case .user(let user): user
        case .line(let line): line
        case .contact(let contact): contact.user
        case .uri, .dialed, .trunk, .circuits: nil
        }
    }
}

extension Diversion.Reason {
    /// Why a call went elsewhere, by the cause with which its first target sent it there (RFC 4458 §5.2).
    fileprivate init(_ cause: ReleaseCause) {
        switch cause.value {
        case .userBusy: self = .userBusy
        case .noUserResponding, .noAnswer: self = .noAnswer
        case .subscriberAbsent, .destinationOutOfOrder: self = .unavailable
        default:
            if case .sipStatus = cause.origin {
                self = .deflection
            } else {
                self = .unconditional
            }
        }
    }
}

extension RouteDecision {
    /// The stages of all its bridges, one after another.
    fileprivate var stages: [[BridgeTarget]] {
        self.actions.flatMap { action in
            if case .bridge(let bridge) = action { bridge.stages } else { [[BridgeTarget]]() }
        }
    }

    /// Why a number that leads to no bridge leads nowhere.
    fileprivate var refusal: ReleaseCause {
        for case .reject(let action) in self.actions {
            return ReleaseCause(action)
        }
        return .local(.noRoute, .noRouteToDestination)
    }
}
