import CallModel
import ProtocolKit

extension ContextCheck {
    /// Looks for everything that there is a rule for.
    mutating func look() {
        let own = self.plan.contexts[self.context] ?? []
        var taken: [ObjectIdentifier: [Int]] = [:]
        for entry in own where entry.isEmergency || own.count <= self.limits.comparedExtensions || !self.hasActed(entry)
        {
            taken[ObjectIdentifier(entry)] = self.takes(entry)
        }
        for entry in own {
            if self.hasActed(entry) {
                self.lookAtConditions(entry.conditions, of: entry)
            } else {
                self.lookAtUnreached(entry, taking: taken[ObjectIdentifier(entry)] ?? [])
            }
            if entry.isEmergency {
                self.lookAtEmergency(entry, taking: taken[ObjectIdentifier(entry)] ?? [])
            }
        }
        self.lookAtProblems()
        self.lookForCalendarGaps()
        if own.count <= self.limits.comparedExtensions {
            self.lookForOverlaps(own, taken)
        }
    }

    private func hasActed(_ entry: DialplanExtension) -> Bool {
        self.trace?.everActed.contains(ObjectIdentifier(entry)) == true
    }

    // MARK: Extensions

    private mutating func lookAtUnreached(_ entry: DialplanExtension, taking calls: [Int]) {
        guard self.isComplete else {
            return
        }
        guard let first = calls.first else {
            if entry.conditions.contains(where: { !$0.allActions.isEmpty }),
                !entry.continues || !self.isOnlySetting(entry)
            {
                self.add(
                    .neverActs,
                    at: entry.place,
                    "extension \"\(entry.name)\" takes no call: its conditions never hold together",
                    advice: "correct the conditions, or remove the extension"
                )
            }
            return
        }
        let others = calls.compactMap { self.trials[$0].decider }.unique
        let names = others.prefix(3).map { "\"\($0.name)\" (line \($0.line))" }.joined(separator: ", ")
        self.add(
            .shadowed,
            at: entry.place,
            "extension \"\(entry.name)\" is never reached: \(names) above it "
                + "take\(others.count == 1 ? "s" : "") every call that it would take",
            advice: "put it above, make the expression above it narrower, or remove it",
            witness: self.trials[first].facts
        )
    }

    /// An extension that sets values alone takes no call by itself.
    private func isOnlySetting(_ entry: DialplanExtension) -> Bool {
        !entry.conditions.contains { $0.allActions.contains(where: \.routes) }
    }

    private mutating func lookAtConditions(_ conditions: [Condition], of entry: DialplanExtension) {
        guard self.isComplete else {
            return
        }
        for condition in conditions where !condition.alwaysHolds {
            guard let outcomes = self.trace?.conditions[ObjectIdentifier(condition)] else {
                continue
            }
            let place = DialplanPlace(file: entry.file, line: condition.line)
            let isMemory = condition.tests.contains { test in
                test.subject.parts.contains { if case .lookup = $0 { true } else { false } }
            }
            if !outcomes.held, !isMemory {
                self.add(
                    .neverHolds,
                    at: place,
                    "the condition holds for no call that reaches it",
                    advice: "correct it, or remove it with what it does"
                )
            } else if !outcomes.failed, !isMemory {
                self.add(
                    .alwaysHolds,
                    at: place,
                    "the condition holds for every call that reaches it",
                    advice: "remove what it tests, so that a reader need not wonder"
                )
            }
            self.lookAtConditions(condition.nested, of: entry)
        }
    }

    private mutating func lookAtEmergency(_ entry: DialplanExtension, taking calls: [Int]) {
        let lost = calls.first { !self.trials[$0].isEmergency }
        guard let lost, let other = self.trials[lost].decider else {
            return
        }
        self.add(
            .emergencyTaken,
            at: other.place,
            "extension \"\(other.name)\" takes a call that is an emergency: \"\(entry.name)\" (line \(entry.line))",
            advice: "put the emergency extension first",
            witness: self.trials[lost].facts
        )
    }

    private mutating func lookForOverlaps(_ entries: [DialplanExtension], _ taken: [ObjectIdentifier: [Int]]) {
        // What is never reached, or is an emergency, has a finding of its own.
        let entries = entries.filter { !$0.continues && !$0.isEmergency && self.hasActed($0) }
        let calls = entries.map { Set(taken[ObjectIdentifier($0)] ?? []) }
        // One that takes every number of the other, from certain callers say, is meant to stand before or after it.
        let numbers = calls.map { Set($0.map { self.trials[$0].facts.destinationNumber }) }
        for (place, first) in entries.enumerated() {
            for other in entries.indices.dropFirst(place + 1) {
                guard !numbers[place].isSubset(of: numbers[other]), !numbers[other].isSubset(of: numbers[place]),
                    let shared = calls[place].intersection(calls[other]).min()
                else {
                    continue
                }
                let second = entries[other]
                self.add(
                    .overlap,
                    at: second.place,
                    "extension \"\(second.name)\" would take a call that \"\(first.name)\" (line \(first.line)) takes, "
                        + "and each takes numbers that the other does not",
                    advice: "make one of the expressions narrower, if their order is not meant to decide",
                    witness: self.trials[shared].facts
                )
            }
        }
    }

    // MARK: Calls

    private mutating func lookAtProblems() {
        var seen: Set<String> = []
        for trial in self.trials {
            guard let problem = trial.problem, let rule = CheckRule(problem) else {
                continue
            }
            let place =
                trial.decider?.place ?? self.plan.places[self.context] ?? DialplanPlace(file: "dialplan", line: 1)
            guard seen.insert("\(rule) \(place.file) \(place.line)").inserted else {
                continue
            }
            let name = trial.decider.map { "extension \"\($0.name)\"" } ?? "context \"\(self.context)\""
            self.add(rule, at: place, "\(name) \(rule.outcome)", advice: rule.advice, witness: trial.facts)
        }
    }

    /// Calls that differ in nothing but the time, some of which nobody takes.
    private mutating func lookForCalendarGaps() {
        guard !self.survey.calendars.isEmpty else {
            return
        }
        var groups: [CallFacts: [Int]] = [:]
        for index in self.trials.indices {
            var facts = self.trials[index].facts
            facts.time = .epoch
            groups[facts, default: []].append(index)
        }
        var seen: Set<ObjectIdentifier> = []
        for group in groups.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
            let missed = group.first { self.trials[$0].problem == .noMatch }
            let taken = group.first { self.trials[$0].problem == nil }
            guard let missed, let taken, let entry = self.trials[taken].decider,
                seen.insert(ObjectIdentifier(entry)).inserted
            else {
                continue
            }
            self.add(
                .calendarGap,
                at: entry.place,
                "extension \"\(entry.name)\" takes a call at some times that nobody takes at others",
                advice: "add an extension below it, or an anti-action, for the other times",
                witness: self.trials[missed].facts
            )
        }
    }
}

extension DialplanExtension {
    /// Where it begins.
    var place: DialplanPlace {
        DialplanPlace(file: self.file, line: self.line)
    }
}

extension [DialplanExtension] {
    /// Each once.
    fileprivate var unique: [DialplanExtension] {
        var seen: Set<ObjectIdentifier> = []
        return self.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }
}

extension CheckRule {
    /// The rule that a call with this problem breaks; `nil` for one that may well be refused.
    fileprivate init?(_ problem: RouteProblem) {
        switch problem {
        case .invalidTarget: self = .invalidTarget
        case .invalidValue, .valueTooLong: self = .invalidValue
        case .tooManySteps: self = .endless
        case .noMatch, .unknownContext: return nil
        }
    }

    fileprivate var outcome: String {
        switch self {
        case .invalidTarget: "makes a target that cannot exist, and the call is refused"
        case .invalidValue: "fills in what cannot stand there, and the call is refused"
        default: "transfers the call in a circle, and it is refused"
        }
    }

    fileprivate var advice: String {
        switch self {
        case .invalidTarget:
            "let the expression match only what makes a target: (.+) and \\d+ need a character, (.*) and \\d* do not"
        case .invalidValue: "let the expression match only what can stand there"
        default: "change the number with the transfer so that another extension takes it"
        }
    }
}
