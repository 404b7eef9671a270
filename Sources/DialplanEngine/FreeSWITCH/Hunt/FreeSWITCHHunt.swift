import ProtocolKit

/// A search through a context, as FreeSWITCH makes it (`dialplan_hunt` and `parse_exten` of `mod_dialplan_xml`).
///
/// Extensions are read in order. One proceeds when its last condition that was read matched, or when any of its
/// anti-actions was taken; the first that proceeds and does not continue ends the search. Actions are collected and done
/// afterwards, except those that are `inline`.
struct FreeSWITCHHunt {
    /// What a single test or a combination of them has left for the actions.
    struct Outcome {
        /// How far the last test matched: 0 for not at all, else one more than its last group.
        var proceed: Int
        /// Whether the anti-actions are taken.
        var fails = true
        /// Whether `$n` in the data is filled in.
        var fillsIn = false
        /// What it is filled in with; with nothing, every capture is empty.
        var match: HuntMatch?
    }

    var channel: FreeSWITCHChannel
    private(set) var collected: [HuntedAction] = []

    /// What was done during the search.
    private(set) var performed: [(index: Int, action: HuntedAction)] = []

    /// Whether any action was met.
    private(set) var hasRoute = false

    /// Whether an extension for emergencies has acted.
    private(set) var isEmergency = false

    /// The extension that ended the search.
    private(set) var decisive: FreeSWITCHExtension?

    /// Collects the proof, when one is wanted.
    var recorder: FreeSWITCHRecorder?

    private let rules: Set<StrictRule>
    /// Whether nothing more is read because the call goes on elsewhere; the strict language only.
    private var hasLeft = false
    private var entry: FreeSWITCHExtension?
    private var conditionsRead = 0

    init(_ channel: FreeSWITCHChannel) {
        self.channel = channel
        self.rules = channel.plan.rules
    }

    /// Whether a rule of the strict language holds.
    func follows(_ rule: StrictRule) -> Bool {
        !self.rules.isEmpty && self.rules.contains(rule)
    }

    /// Searches the context of the channel's profile; whether there is such a context.
    mutating func run() -> Bool {
        let name = self.channel.profile[.context].text.string
        guard let context = self.channel.plan.context(named: name) else {
            return false
        }
        self.recorder?.begin(search: name, for: self.channel.profile[.destinationNumber].text.string)
        var search = HuntSearch(context, from: self.start(in: context), showsAll: self.recorder != nil)
        while let entry = search.next(for: self.channel.profile[.destinationNumber].bytes) {
            self.entry = entry
            self.recorder?.begin(entry)
            let hadRoute = self.collected.count + self.performed.count
            let proceed = self.read(entry.conditions, requiresNested: true, depth: 0)
            let hasActed = self.collected.count + self.performed.count > hadRoute
            self.isEmergency = self.isEmergency || entry.isEmergency && hasActed
            let takes = self.follows(.actingEnds) ? hasActed : proceed > 0
            let ends = takes && !entry.continues || self.hasLeft || self.channel.problem != nil
            self.recorder?.end(acted: hasActed, endedSearch: ends)
            if ends {
                self.decisive = entry
                break
            }
        }
        return true
    }

    /// With `auto_hunt`, the search begins at the extension that is called like the number.
    private func start(in context: FreeSWITCHContext) -> Int {
        guard self.channel.isTrue("auto_hunt") else {
            return 0
        }
        let number = self.channel.profile[.destinationNumber].text.string
        return context.extensions.firstIndex { $0.name == number } ?? 0
    }

    /// Reads conditions side by side; how far the last one that was read matched.
    private mutating func read(
        _ conditions: [FreeSWITCHCondition],
        requiresNested: Bool,
        depth: Int
    ) -> Int {
        var proceed = 0
        for condition in conditions {
            self.conditionsRead += 1
            guard self.conditionsRead <= self.channel.plan.limits.conditions else {
                self.channel.fail(.tooManySteps)
                return 0
            }
            self.recorder?.begin(condition, depth: depth)
            var outcome = self.test(condition, proceed: proceed)
            self.recorder?.end(matched: !outcome.fails)
            guard self.channel.problem == nil else {
                return 0
            }
            self.take(condition, &outcome)
            proceed = outcome.proceed
            guard !self.hasLeft else {
                return proceed
            }
            if self.follows(.nested) {
                if !outcome.fails, let nested = self.readNested(condition, depth: depth) {
                    proceed = nested
                }
                if self.hasLeft || condition.breakRule.applies(afterMatch: !outcome.fails) {
                    break
                }
                continue
            }
            if condition.breakRule.applies(afterMatch: !outcome.fails) {
                break
            }
            guard proceed > 0, let nested = self.readNested(condition, depth: depth) else {
                continue
            }
            proceed = nested
            if nested == 0, condition.breakRule != .never {
                break
            }
        }
        return requiresNested ? proceed : 1
    }

    /// Reads what stands in a condition; `nil` when there is nothing.
    private mutating func readNested(_ condition: FreeSWITCHCondition, depth: Int) -> Int? {
        switch condition.nested {
        case .none:
            nil
        case .conditions(let conditions):
            self.read(conditions, requiresNested: condition.requiresNested, depth: depth + 1)
        case .tooDeep:
            0
        }
    }
}

// MARK: - Actions

extension FreeSWITCHHunt {
    private mutating func take(_ condition: FreeSWITCHCondition, _ outcome: inout Outcome) {
        if outcome.fails {
            for action in condition.antiActions {
                self.take(action, .written)
                outcome.proceed = 1
            }
            return
        }
        if outcome.fillsIn {
            self.setCaptures("DP_MATCH", outcome.match)
        }
        for action in condition.actions {
            self.take(action, self.data(of: action, outcome))
        }
    }

    /// What becomes of `$n`.
    ///
    /// Where FreeSWITCH fills in captures although nothing has matched, it writes beyond what it has allocated; here every
    /// capture is empty then, and nothing is cut off.
    private func data(of action: FreeSWITCHAction, _ outcome: Outcome) -> HuntedAction.Data {
        guard outcome.fillsIn else {
            return .written
        }
        guard let match = outcome.match else {
            return action.captured.octets == action.data.octets ? .written : .captured([])
        }
        if match.captures.count == 1, self.follows(.captures), action.captured.hasGroups {
            // A strict dialplan refuses a group that there is not.
            return .written
        }
        let room = self.follows(.captures) ? .max : match.room(for: action.data.count)
        let length = action.captured.octets.reduce(0) { length, octet in
            let capture = octet.capture.map { Int($0) }
            return length + (capture.map { match.captures.indices.contains($0) ? match.captures[$0].count : 0 } ?? 1)
        }
        return length > room
            ? .cut(action.captured.text(captures: match.captures, limit: room)) : .captured(match.captures)
    }

    private mutating func take(_ action: FreeSWITCHAction, _ data: HuntedAction.Data) {
        guard let entry = self.entry, self.channel.problem == nil, !self.hasLeft else {
            return
        }
        self.hasRoute = true
        let hunted = HuntedAction(action: action, data: data, entry: entry)
        let most = self.channel.plan.limits.huntedActions
        for _ in 0..<max(action.loops, 0) {
            guard self.collected.count + self.performed.count < most else {
                self.channel.fail(.tooManySteps)
                return
            }
            if self.follows(.onePhase) {
                self.collected.append(self.channel.performAtOnce(hunted))
                self.hasLeft = action.application == .transfer
            } else if action.isInline {
                self.performed.append((self.collected.count, hunted))
                self.channel.performInline(hunted)
            } else {
                self.collected.append(hunted)
            }
            self.recorder?.take(hunted)
        }
    }

    /// Leaves what groups have matched in an array; a group that took no part has no element.
    private mutating func setCaptures(_ name: StaticString, _ match: HuntMatch?) {
        self.setCaptures(MarkedText(authored: ByteString(stringLiteral: name)), match)
    }

    mutating func setCaptures(_ name: MarkedText, _ match: HuntMatch?) {
        self.channel.set(name, to: nil)
        guard let match else {
            return
        }
        for (capture, tookPart) in zip(match.captures, match.tookPart) where tookPart {
            // Pushing nothing forgets the variable, as it does there.
            self.channel.set(name, to: capture, .push)
        }
    }

    /// The result for people and tests.
    var result: FreeSWITCHHuntResult {
        var actions: [FreeSWITCHHuntResult.Action] = []
        var performed = self.performed[...]
        for (index, hunted) in self.collected.enumerated() {
            while let next = performed.first, next.index <= index {
                actions.append(Self.described(next.action))
                performed.removeFirst()
            }
            actions.append(Self.described(hunted))
        }
        actions += performed.map { Self.described($0.action) }
        return FreeSWITCHHuntResult(
            actions: actions,
            extensionName: self.decisive?.name ?? "",
            hasRoute: self.hasRoute,
            problem: self.channel.problem,
            variables: self.channel.variables.sorted.map {
                RouteDecision.Variable(name: $0.name, value: $0.value.string)
            }
        )
    }

    private static func described(_ hunted: HuntedAction) -> FreeSWITCHHuntResult.Action {
        FreeSWITCHHuntResult.Action(
            application: hunted.action.name,
            data: hunted.text.string,
            extensionName: hunted.entry.name,
            file: hunted.action.place.file,
            line: hunted.action.place.line,
            isInline: hunted.action.isInline
        )
    }
}
