import CallModel
import Expressions
import ProtocolKit

/// What FreeSWITCH would keep in the channel of one caller: profile and variables, and what came of them so far.
struct FreeSWITCHChannel: Sendable {
    /// The plan that the call began with.
    let plan: FreeSWITCHPlan

    /// When the call came in; every clock of the call stands still there.
    let time: CivilTime

    /// Who calls, and what was dialed.
    var profile = CallerProfile()

    /// Why the call cannot go on in the way that its plan asks for.
    var problem: RouteProblem?

    /// The cause with which an action has ended the call.
    var hangup: FreeSWITCHCause?

    /// What `info`, `log` and settings have asked for and call control has not been told yet.
    var emitted: [DialplanAction] = []

    /// The digits that whoever answers the next bridge is sent.
    var queuedDigits: [Digit] = []

    /// What is remembered from call to call, while a decision is made.
    var memory: DialplanMemory?

    /// What call control has been told to remember, or will be, and has not done yet.
    var pendingMemory: [MemoryAction] = []

    private(set) var variables: ChannelVariables
    private var frame: FSTimeFrame?
    private var expansionSteps = 0
    private var compilations = 0
    private var compiled: [(pattern: [UInt8], expression: FreeSWITCHExpression?)] = []

    init(_ plan: FreeSWITCHPlan, at time: CivilTime) {
        self.plan = plan
        self.time = time
        self.variables = ChannelVariables(limits: plan.limits)
    }

    // MARK: Variables

    /// Sets a variable, or with no value forgets it.
    mutating func set(
        _ name: MarkedText,
        to value: MarkedText?,
        _ placement: ChannelVariables.Placement = .replace
    ) {
        guard !name.isEmpty else {
            return
        }
        if !self.variables.set(name, to: value, placement) {
            self.fail(.valueTooLong)
        }
        self.frame = nil
    }

    /// Sets a variable of ours.
    mutating func set(_ name: StaticString, to value: MarkedText) {
        self.set(MarkedText(authored: ByteString(stringLiteral: name)), to: value)
    }

    /// Forgets all variables whose names begin so.
    mutating func removeVariables(prefix: ByteString) {
        self.variables.removeAll(prefix: prefix)
    }

    /// The value of a variable, else of a field of the profile, else of the preprocessor; `nil` when there is none.
    func value(of key: ByteString, index: Int = -1) -> MarkedText? {
        self.variables.value(of: key, index: index)
            ?? self.profile.value(named: key)?.text
            ?? self.plan.globals[key]
    }

    /// The value of a variable by its name.
    func value(_ name: StaticString) -> MarkedText? {
        self.value(of: ByteString(stringLiteral: name))
    }

    /// Whether a variable is set to one of the words for true.
    func isTrue(_ name: StaticString) -> Bool {
        self.value(name)?.isTrue ?? false
    }

    /// Has everything that can be set as it was, for those who set it again.
    mutating func takeBack(to earlier: FreeSWITCHChannel) {
        self.variables = earlier.variables
        self.profile = earlier.profile
        self.pendingMemory = earlier.pendingMemory
        self.frame = nil
    }

    // MARK: Bounds

    /// Notes the first reason why the call cannot go on.
    mutating func fail(_ problem: RouteProblem) {
        self.problem = self.problem ?? problem
    }

    /// Counts a part of a value; whether there may be one more.
    mutating func countExpansion() -> Bool {
        self.expansionSteps += 1
        if self.expansionSteps > self.plan.limits.expansionSteps {
            self.fail(.tooManySteps)
            return false
        }
        return true
    }

    // MARK: Clocks

    /// The clocks that time attributes look at.
    mutating func timeFrame() -> FSTimeFrame {
        if let frame = self.frame {
            return frame
        }
        let zone = self.value("timezone").flatMap { self.plan.zone(named: $0.string) }
        let offset = self.value("tod_tz_offset")?.string
        let machineZone = self.plan.machineZone
        let frame = FSTimeFrame(at: self.time, machineZone: machineZone, zone: zone, offset: offset)
        self.frame = frame
        return frame
    }

    // MARK: Expressions

    /// The expression that `pattern` is; `nil` when FreeSWITCH could not compile it either.
    ///
    /// The last few are kept: plans test one value after another with the same variables.
    mutating func expression(_ pattern: [UInt8]) -> FreeSWITCHExpression? {
        if let known = self.compiled.first(where: { $0.pattern == pattern }) {
            return known.expression
        }
        self.compilations += 1
        guard self.compilations <= self.plan.limits.compiledExpressions else {
            self.fail(.tooManySteps)
            return nil
        }
        // An expression is text; what a peer has sent that is none matches nothing.
        let written = String(validating: pattern, as: UTF8.self)
        let expression = written.flatMap { try? FreeSWITCHExpression($0) }
        if self.compiled.count >= Self.mostKept {
            self.compiled.removeFirst()
        }
        self.compiled.append((pattern, expression))
        return expression
    }

    private static let mostKept = 8
}
