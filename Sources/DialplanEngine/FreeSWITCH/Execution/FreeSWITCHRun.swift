import CallModel
import ProtocolKit

/// One call through a dialplan in FreeSWITCH's language: the searches, and the actions they have collected.
///
/// An action is filled in when it is done. `transfer` and `execute_extension` search anew, with all that has come of the
/// call until then.
struct FreeSWITCHRun: Sendable {
    /// What comes next.
    enum Step: Sendable {
        /// Call control does something.
        case action(DialplanAction)
        /// The call goes on in a context of the other language.
        case handOver(CallFacts, context: ByteString)
        /// Nothing.
        case end
    }

    /// Actions that are being done, and the profile that comes back after them.
    struct Frame: Sendable {
        var actions: ArraySlice<HuntedAction>
        let profile: CallerProfile?
    }

    /// What the outcome of the action that call control does is asked for.
    enum Awaited: Sendable {
        case nothing
        case bridge
        /// What is done when a bound is reached.
        case limit(overflow: [MarkedText])
        /// The action that is done when a bound is not reached.
        case limited(HuntedAction)
    }

    var channel: FreeSWITCHChannel
    var frames: [Frame] = []
    var queue: ArraySlice<DialplanAction> = []
    var awaited = Awaited.nothing
    var isAnswered = false

    /// Whether nothing more is done once the queue is empty.
    private(set) var isOver = false

    /// The extension that ended the last search.
    private(set) var extensionName = ByteString()

    /// Whether an extension for emergencies has acted.
    private(set) var isEmergency = false

    /// Why the call is refused although no extension asked for it.
    private(set) var problem: RouteProblem?

    /// The proof, when one is wanted.
    private(set) var recorder: FreeSWITCHRecorder?

    /// The variables that are set.
    var variables: [RouteDecision.Variable] {
        self.channel.variables.sorted.map { RouteDecision.Variable(name: $0.name, value: $0.value.string) }
    }

    /// The contexts of the other language.
    let otherContexts: Set<ByteString>

    private let facts: CallFacts
    private var handOver: (CallFacts, ByteString)?
    private var hunts = 0
    private var performed = 0

    init(
        _ plan: FreeSWITCHPlan,
        _ facts: CallFacts,
        context: ByteString,
        memory: DialplanMemory,
        otherContexts: Set<ByteString> = [],
        recorder: FreeSWITCHRecorder? = nil
    ) {
        self.channel = FreeSWITCHChannel(plan, facts, context: context)
        self.facts = facts
        self.otherContexts = otherContexts
        self.recorder = recorder
        self.channel.memory = memory
        self.route()
        self.prepare()
        self.channel.memory = nil
    }

    /// What comes next, given what came of the action before.
    mutating func next(after outcome: ActionOutcome, memory: DialplanMemory) -> Step {
        self.channel.memory = memory
        defer { self.channel.memory = nil }
        self.absorb(outcome)
        self.prepare()
        if let action = self.queue.popFirst() {
            if case .remember = action, !self.channel.pendingMemory.isEmpty {
                self.channel.pendingMemory.removeFirst()
            }
            return .action(action)
        }
        if let (facts, context) = self.handOver {
            self.handOver = nil
            return .handOver(facts, context: context)
        }
        return .end
    }

    /// Does what needs nobody, until there is something for call control that decides what becomes of the call.
    private mutating func prepare() {
        while !self.isOver, case .nothing = self.awaited, !self.queue.contains(where: \.routes) {
            self.step()
        }
    }

    private mutating func step() {
        guard let top = self.frames.indices.last else {
            self.finish(.normalClearing)
            return
        }
        guard let action = self.frames[top].actions.popFirst() else {
            if let profile = self.frames.removeLast().profile {
                self.channel.profile = profile
            }
            return
        }
        self.performed += 1
        if self.performed > self.channel.plan.limits.performedActions {
            self.channel.fail(.tooManySteps)
        } else {
            self.perform(action)
        }
        self.settle()
    }

    /// Notes an action with everything filled in, for the proof; those that are inline were noted in the search.
    mutating func notePerformed(_ hunted: HuntedAction, _ data: MarkedText) {
        if !hunted.action.isInline {
            self.recorder?.perform(hunted, data)
        }
    }

    // MARK: Ending

    /// Takes over what the channel has to say, and ends the call when it cannot go on.
    mutating func settle() {
        self.emit(contentsOf: self.channel.emitted)
        self.channel.emitted = []
        if let problem = self.channel.problem, self.problem == nil {
            self.problem = problem
            self.finish(problem == .tooManySteps ? .exchangeRoutingError : .invalidNumberFormat)
        } else if let cause = self.channel.hangup {
            self.finish(cause)
        }
    }

    /// Hands actions to call control.
    mutating func emit(contentsOf actions: [DialplanAction]) {
        guard !self.isOver else {
            return
        }
        self.queue.append(contentsOf: actions)
    }

    /// Hands the last action to call control.
    mutating func finish(with action: DialplanAction) {
        guard !self.isOver else {
            return
        }
        self.queue.append(action)
        self.isOver = true
        self.frames = []
    }

    /// Ends the call.
    mutating func finish(_ cause: FreeSWITCHCause) {
        let status = self.isAnswered ? nil : cause.status
        self.finish(with: .reject(RejectAction(cause: cause.value, status: status)))
    }

    /// Stops: the call goes on elsewhere, or is over.
    mutating func end() {
        self.isOver = true
        self.frames = []
        self.queue = []
        self.handOver = nil
    }

    // MARK: Searching

    /// Searches the context of the profile, and does what is found next; the call ends when that is nothing.
    mutating func route() {
        let context = self.channel.profile[.context].text.string
        if self.channel.plan.contexts[context] == nil, self.otherContexts.contains(context) {
            self.handOver(to: context)
            return
        }
        guard let actions = self.hunt() else {
            if self.channel.problem == nil, self.channel.hangup == nil {
                self.problem = self.channel.plan.context(named: context) == nil ? .unknownContext : .noMatch
                self.channel.hangup = .noRouteDestination
            }
            self.settle()
            return
        }
        self.frames = [Frame(actions: actions, profile: nil)]
        self.settle()
    }

    private mutating func handOver(to context: ByteString) {
        var facts = self.facts
        facts.destinationNumber = self.channel.profile[.destinationNumber].text.string
        facts.callerNumber = self.channel.profile[.callerNumber].text.string
        facts.callerName = self.channel.profile[.callerName].text.string
        self.handOver = (facts, context)
        self.isOver = true
        self.frames = []
    }

    /// The actions that a search collects; `nil` when it found no action at all.
    mutating func hunt() -> ArraySlice<HuntedAction>? {
        self.hunts += 1
        guard self.hunts <= self.channel.plan.limits.hunts else {
            self.channel.fail(.tooManySteps)
            return nil
        }
        var hunt = FreeSWITCHHunt(self.channel)
        hunt.recorder = self.recorder
        _ = hunt.run()
        let before = self.channel
        self.channel = hunt.channel
        if self.channel.plan.rules.contains(.onePhase) {
            self.channel.takeBack(to: before)
        }
        self.recorder = hunt.recorder
        self.isEmergency = self.isEmergency || hunt.isEmergency
        self.extensionName = hunt.decisive?.name ?? hunt.collected.last?.entry.name ?? self.extensionName
        return hunt.hasRoute ? hunt.collected[...] : nil
    }
}
