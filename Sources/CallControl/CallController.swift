package import CallModel
package import DialplanEngine
package import ProtocolKit

/// All calls of a gateway: it bridges legs of whatever protocol and knows none of them.
///
/// Its inputs are what agents report, what the relay reports, answers to its questions, and time. After any of them its
/// driver calls ``nextOutput()`` until it returns `nil`.
package struct CallController: Sendable {
    var calls = Slab<Call>()
    var environment: CallEnvironment
    var stop: GracefulStop?

    /// How many calls each dialplan routes; those that route none are not here.
    package private(set) var callsOfDialplans: [DialplanVersion: Int] = [:]

    private var slots: [CallID: SlabIndex] = [:]
    private var deadlines = SlabDeadlineQueue()
    private var nextCall: UInt64

    package init(configuration: CallConfiguration, dialplan: Dialplan, identifiers: IdentifierSource) {
        self.nextCall = configuration.firstCall
        self.environment = CallEnvironment(
            configuration: configuration,
            dialplan: dialplan,
            identifiers: identifiers
        )
    }

    /// The number of calls.
    package var count: Int {
        self.calls.count
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let shadow = self.environment.shadow?.nextDeadline
        return Instant.earlier(Instant.earlier(self.deadlines.next, self.stop?.nextDeadline), shadow)
    }

    /// What calls have left behind for the dialplan.
    package var memory: DialplanMemory {
        self.environment.memory
    }

    /// Relates the monotonic clock to the time of day.
    package mutating func setWallClock(_ clock: WallClock) {
        self.environment.wallClock = clock
    }

    // MARK: Inputs

    /// An agent reports about one of its legs.
    package mutating func receive(_ event: LegEvent, from leg: LegID, at now: Instant) {
        self.environment.now = now
        guard let index = self.environment.legs[leg] else {
            if case .incoming(let setup) = event {
                self.begin(setup, from: leg)
            }
            return
        }
        if case .transferRequested(let request) = event {
            self.transfer(request, from: leg, of: index)
            return
        }
        self.change(index) { call, environment in
            if let place = call.place(of: leg) {
                call.receive(event, from: place, in: &environment)
            }
        }
    }

    /// The relay reports about one of its anchors.
    package mutating func receive(_ report: MediaReport, at now: Instant) {
        self.environment.now = now
        guard let index = self.environment.anchors[report.anchor] else {
            return
        }
        self.change(index) { $0.receive(report, in: &$1) }
    }

    /// A question of a call is answered.
    package mutating func receive(
        _ answer: RouteAnswer,
        to question: RouteQuestion,
        for call: CallID,
        at now: Instant
    ) {
        self.environment.now = now
        guard let index = self.slots[call] else {
            return
        }
        self.change(index) { $0.receive(answer, to: question, in: &$1) }
    }

    /// A decision server has answered, or will not; an answer that nobody waits for is late.
    package mutating func receive(_ result: DecisionResult, to id: DecisionID, at now: Instant) {
        self.environment.now = now
        guard let index = self.environment.decisions.call(of: id) else {
            return
        }
        self.change(index) { $0.receive(result, to: id, in: &$1) }
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        self.environment.now = now
        while let index = self.deadlines.popDue(at: now) {
            self.change(index) { $0.advance(in: &$1) }
        }
        self.releaseForStop(at: now)
        self.environment.shadow?.advance(to: now)
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> CallControlOutput? {
        self.environment.outputs.next()
    }

    /// Ends one call; `false` when there is none by that name.
    @discardableResult
    package mutating func release(_ call: CallID, at now: Instant) -> Bool {
        self.environment.now = now
        guard let index = self.slots[call] else {
            return false
        }
        self.change(index) { $0.release(.local(.adminRequest, .normalClearing), in: &$1) }
        return true
    }

    // MARK: The funnel

    /// The only way to a call: changes it in place, registers its deadline, and removes it when it is over.
    mutating func change(_ index: SlabIndex, _ body: (inout Call, inout CallEnvironment) -> Void) {
        let outcome = self.calls.with(index, &self.environment) { call, environment in
            call?.apply(body, in: &environment)
        }
        guard let outcome else {
            return
        }
        if outcome.isOver {
            self.remove(index)
        } else {
            self.deadlines.set(outcome.nextDeadline, for: index)
        }
    }

    private mutating func remove(_ index: SlabIndex) {
        self.deadlines.set(nil, for: index)
        guard let call = self.calls.remove(index) else {
            return
        }
        self.slots[call.id] = nil
        self.countCalls(of: call.dialplan.value.version, by: -1)
        self.environment.limits.leave()
    }

    private mutating func countCalls(of dialplan: DialplanVersion, by change: Int) {
        let count = self.callsOfDialplans[dialplan, default: 0] + change
        self.callsOfDialplans[dialplan] = count > 0 ? count : nil
    }

    // MARK: New calls

    private mutating func begin(_ setup: CallSetup, from leg: LegID) {
        let id = CallID(shard: self.environment.configuration.shard, sequence: self.nextCall)
        let admission = self.admit(setup, as: id)
        guard case .admitted(let run, let facts) = admission else {
            if case .refused(let cause) = admission {
                self.environment.command(.release(cause), on: leg)
                self.environment.observe(.callRefused(setup.source, cause))
            }
            return
        }
        self.environment.limits.enter(setup.source, at: self.environment.now)
        self.nextCall += 1
        let caller = CallLeg(id: leg, target: nil, session: self.environment.mintSession(), at: self.environment.now)
        let started = self.environment.civilTime
        let index = self.calls.insert { index in
            Call(id: id, index: index, setup: setup, run: run, leg: caller, started: started)
        }
        self.slots[id] = index
        self.countCalls(of: self.dialplanVersion, by: 1)
        self.environment.legs[leg] = index
        self.environment.observe(
            .callStarted(id, leg, source: setup.source, caller: setup.caller.user, called: setup.called.user)
        )
        self.environment.observe(
            .callRouted(id, extension: run.decision.extensionName, by: self.environment.dialplan.value.version)
        )
        self.compare(run.decision, facts, in: setup.source.context, of: id)
        self.change(index) { call, environment in
            call.addMedia(of: 0, in: environment)
            call.carryOn(in: &environment)
        }
    }

    /// What becomes of a new call.
    private enum Admission {
        case admitted(DialplanRun, CallFacts)
        case refused(ReleaseCause)
    }

    /// Routes a new call, unless it cannot be taken; running calls are not asked.
    ///
    /// At a limit only an emergency is taken. The dialplan says whether it is one, so it is asked then only when the
    /// caller's context has such an extension at all.
    private mutating func admit(_ setup: CallSetup, as id: CallID) -> Admission {
        let retryAfter = self.environment.configuration.retryAfter
        guard setup.hopsLeft > 0 else {
            return .refused(.local(.tooManyHops, .exchangeRoutingError))
        }
        if self.stop != nil {
            return .refused(ReleaseCause(.congestion, origin: .local(.stopping), retryAfter: retryAfter))
        }
        let context = setup.source.context
        guard let limit = self.environment.limits.obstacle(to: setup.source, at: self.environment.now) else {
            return self.route(setup, as: id)
        }
        if self.environment.dialplan.value.hasEmergencyExtension(in: context) {
            let admission = self.route(setup, as: id)
            if case .admitted(let run, _) = admission, run.decision.isEmergency {
                return admission
            }
        }
        self.environment.observe(.limitReached(limit, by: Self.holder(of: limit, setup.source)))
        return .refused(ReleaseCause(.congestion, origin: .local(.limit), retryAfter: retryAfter))
    }

    private mutating func route(_ setup: CallSetup, as id: CallID) -> Admission {
        let facts = self.environment.facts(setup, of: id)
        let context = setup.source.context
        let run = DialplanRun(self.environment.dialplan, facts, in: context, memory: self.environment.memory)
        return .admitted(run, facts)
    }

    private static func holder(of limit: Observation.Limit, _ source: CallSource) -> ByteString {
        switch limit {
        case .callsOfTrunk: source.trunk ?? ByteString()
        case .callsOfUser: source.user ?? ByteString()
        case .callsPerSecondOfSource: source.trunk ?? ByteString("\(source.remote.ip)")
        case .calls, .callsPerSecond, .resource, .transactions, .flows, .mediaPorts, .contacts, .pendingResolutions,
            .outputs:
            source.listener
        }
    }
}
