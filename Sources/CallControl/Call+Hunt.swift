import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// Hunting: trying targets in turn and together until one answers.
extension Call {
    /// Places what comes next; `true` when the hunt is over without an answer, `false` while there is hope.
    mutating func huntNext(in environment: inout CallEnvironment) -> Bool {
        while self.hunt != nil, !self.isWaiting {
            guard let wave = self.nextWave(in: &environment) else {
                return self.huntFailed(in: &environment)
            }
            self.place(wave, in: &environment)
        }
        return false
    }

    /// A leg has ended without an answer, or could not be placed at all.
    mutating func legFailed(_ cause: ReleaseCause, of target: Target?, in environment: inout CallEnvironment) {
        let policy = environment.configuration.failover
        let isDecisive = self.hunt?.note(cause, by: policy) ?? cause.isFinalEverywhere
        if let target, let rest = cause.retryAfter, policy.group(of: cause) == .congestion {
            let end = environment.now.advanced(by: min(rest, environment.configuration.longestRest))
            environment.rests.rest(target, until: end, at: environment.now)
        }
        if isDecisive {
            self.hunt?.lookups = []
            self.releaseRinging(.local(.callerGaveUp, .normalClearing), in: &environment)
        }
        self.settleRingback(in: &environment)
    }

    /// A user was located, or nobody by that name is known.
    mutating func receive(_ answer: RouteAnswer, to question: RouteQuestion, in environment: inout CallEnvironment) {
        guard case .locate(let user) = question, let hunt,
            let place = hunt.lookups.firstIndex(where: { $0.user == user })
        else {
            return
        }
        let plan = hunt.lookups[place].plan
        self.hunt?.lookups.remove(at: place)
        switch answer {
        case .contacts(let contacts) where contacts.isEmpty:
            self.legFailed(.local(.noRoute, .subscriberAbsent), of: nil, in: &environment)
        case .contacts(let contacts):
            if let wave = self.hunt?.queue(contacts, by: plan) {
                self.place(wave, in: &environment)
            }
        case .unknownUser:
            self.legFailed(.local(.noRoute, .unallocatedNumber), of: nil, in: &environment)
        }
        self.carryOn(in: &environment)
    }

    /// Gives up on users who are not located in time.
    mutating func expireLookups(in environment: inout CallEnvironment) {
        guard let hunt, hunt.lookups.contains(where: { $0.deadline <= environment.now }) else {
            return
        }
        self.hunt?.lookups.removeAll { $0.deadline <= environment.now }
        self.legFailed(.local(.transactionTimeout, .temporaryFailure), of: nil, in: &environment)
        self.carryOn(in: &environment)
    }

    /// Tells the legs that still ring to end.
    mutating func releaseRinging(_ cause: ReleaseCause, in environment: inout CallEnvironment) {
        for place in self.legs.indices.dropFirst() where self.legs[place].isRinging {
            self.releaseLeg(place, cause, in: &environment)
        }
    }

    // MARK: Steps

    private var isWaiting: Bool {
        self.hunt?.lookups.isEmpty == false || self.hunt?.delayed.isEmpty == false
            || self.legs.indices.dropFirst().contains { self.legs[$0].isRinging }
    }

    /// Whether a target has had the call already, or is going to have it.
    func hasTried(_ target: Target) -> Bool {
        self.legs.contains { $0.target == target }
            || self.hunt?.waves.contains { $0.contains { $0.target == target } } == true
    }

    /// Takes the targets that are to be tried next; `nil` when there are none.
    mutating func nextWave(in environment: inout CallEnvironment) -> [Hunt.Plan]? {
        guard let hunt, !hunt.isStopped else {
            return nil
        }
        if !hunt.waves.isEmpty {
            return self.hunt?.waves.removeFirst()
        }
        guard hunt.delayed.isEmpty else {
            return []
        }
        guard hunt.nextStage < hunt.action.stages.count else {
            return nil
        }
        self.hunt?.nextStage += 1
        if hunt.action.stageFailOver != nil {
            // Its plan is told what has come of the last stage.
            self.hunt?.failure = nil
        }
        var wave: [Hunt.Plan] = []
        for entry in hunt.action.stages[hunt.nextStage] {
            let plan = Hunt.Plan(
                target: entry.target,
                timeout: entry.timeout,
                isTimeOfBridge: entry.isTimeOfBridge,
                settings: entry.settings
            )
            if let delay = entry.settings?.delay, delay > .zero {
                let due = environment.now.advanced(by: delay)
                self.hunt?.delayed.append(Hunt.Delayed(plan: plan, due: due))
            } else {
                wave.append(plan)
            }
        }
        return wave
    }

    /// Places the legs of a stage that were to wait, when their time has come.
    mutating func placeDelayed(in environment: inout CallEnvironment) {
        guard let hunt, hunt.delayed.contains(where: { $0.due <= environment.now }) else {
            return
        }
        let due = hunt.delayed.filter { $0.due <= environment.now }.map(\.plan)
        self.hunt?.delayed.removeAll { $0.due <= environment.now }
        self.place(due, in: &environment)
        self.carryOn(in: &environment)
    }

    private mutating func locate(_ user: ByteString, by plan: Hunt.Plan, in environment: inout CallEnvironment) {
        let deadline = environment.now.advanced(by: environment.configuration.locateTimeout)
        self.hunt?.lookups.append(Hunt.Lookup(user: user, plan: plan, deadline: deadline))
        environment.outputs.append(.ask(.locate(user: user), self.id))
    }

    /// Places a leg to each target of a wave.
    mutating func place(_ wave: [Hunt.Plan], in environment: inout CallEnvironment) {
        for plan in wave {
            guard self.legs.count <= environment.configuration.maximumLegs else {
                environment.observe(.boundReached(self.id))
                self.legFailed(.local(.internalBound, .exchangeRoutingError), of: nil, in: &environment)
                self.hunt?.giveUp()
                return
            }
            if let cause = self.place(plan, in: &environment) {
                self.legFailed(cause, of: nil, in: &environment)
            }
        }
    }

    /// Places one leg; the cause when it cannot be placed.
    private mutating func place(_ plan: Hunt.Plan, in environment: inout CallEnvironment) -> ReleaseCause? {
        switch plan.target {
        case .user(let user):
            self.locate(user, by: plan, in: &environment)
            return nil
        case .dialed(let number, let context):
            return self.dial(number, in: context, for: plan.diverter, in: &environment)
        case .uri, .trunk, .line, .circuits, .contact:
            return self.place(plan, to: plan.target, in: &environment)
        }
    }

    private mutating func place(
        _ plan: Hunt.Plan,
        to target: Target,
        in environment: inout CallEnvironment
    ) -> ReleaseCause? {
        if !self.isEmergency, let rest = environment.rests.remaining(for: target, at: environment.now) {
            return ReleaseCause(.congestion, origin: .local(.limit), retryAfter: rest)
        }
        let reservation = self.reserve(target, plan.settings, in: &environment)
        if let obstacle = reservation.obstacle {
            return obstacle
        }
        let id = environment.mintLeg(target.signaling)
        var leg = CallLeg(id: id, target: target, session: environment.mintSession(), at: environment.now)
        let ringing = environment.now.advanced(by: plan.timeout ?? environment.configuration.ringTimeout)
        let alerting = environment.configuration.alertingTimeout.map { environment.now.advanced(by: $0) }
        leg.ringingDeadline = ringing
        leg.bridgeDeadline = plan.isTimeOfBridge ? ringing : nil
        leg.deadline = min(ringing, alerting ?? ringing)
        leg.ringingTime = plan.settings?.rings.map { environment.configuration.ringPeriod * Int($0) }
        leg.greeting = plan.settings?.digits ?? []
        leg.resource = reservation.resource
        leg.isOffered = self.callerOffer != nil
        self.legs.append(leg)
        environment.legs[id] = self.index
        self.addMedia(of: self.legs.count - 1, in: environment)
        return self.offerAndPlace(self.legs.count - 1, to: target, plan.settings, in: &environment)
    }

    private mutating func offerAndPlace(
        _ place: Int,
        to target: Target,
        _ settings: LegSettings?,
        in environment: inout CallEnvironment
    ) -> ReleaseCause? {
        var offer: SessionDescription?
        if let callerOffer {
            let caller = MediaSource(leg: self.caller, answerer: nil)
            let carried = self.carry(callerOffer, .offer, from: caller, to: place, in: &environment)
            if let cause = carried.obstacle {
                self.endLeg(place, cause, byPeer: false, in: &environment)
                return cause
            }
            offer = carried.description
        }
        let setup = self.setup(by: settings)
        environment.command(.place(setup, to: target, offer: offer), on: self.legs[place].id)
        environment.observe(.legPlaced(self.id, self.legs[place].id, to: target))
        return nil
    }

    /// What a leg is told of the call.
    private func setup(by settings: LegSettings?) -> CallSetup {
        guard let settings else {
            return self.setup
        }
        var setup = self.setup
        if let number = settings.callerNumber {
            setup.caller.user = number
            setup.assertedCaller?.user = number
        }
        if let name = settings.callerName {
            setup.caller.displayName = name
            setup.assertedCaller?.displayName = name
        }
        setup.headerChanges += settings.headers.filter { $0.side == .called }.map(HeaderChange.init)
        return setup
    }

    /// The hunt is over: the dialplan's next action follows, unless the last cause forbids it.
    private mutating func huntFailed(in environment: inout CallEnvironment) -> Bool {
        let policy = environment.configuration.failover
        let failure = self.hunt?.failure ?? .local(.noRoute, .noRouteToDestination)
        let mayGoOn = self.hunt?.mayGoOn == true
        self.failure = policy.better(self.failure, failure)
        self.outcome = .failed(failure)
        self.hunt = nil
        self.hearGateway(in: &environment)
        if mayGoOn {
            self.phase = .routing
        } else {
            self.release(self.failure ?? failure, in: &environment)
        }
        return true
    }
}
