import Expressions
import ProtocolKit

/// What to say of the places at which FreeSWITCH's language and the strict one part.
struct ModeWords {
    private var tests: [DialplanPlace: FreeSWITCHTest] = [:]
    private var conditions: [DialplanPlace: FreeSWITCHCondition] = [:]
    private var actions: [DialplanPlace: FreeSWITCHAction] = [:]
    private var extensions: [DialplanPlace: FreeSWITCHExtension] = [:]
    /// Where a variable is set that what is read later does not see.
    private var unseenSettings: [ByteString: DialplanPlace] = [:]
    private let machineZone: CalendarZone

    init(_ plan: FreeSWITCHPlan) {
        self.machineZone = plan.machineZone
        for entry in plan.contexts.values.sorted(by: { $0.name < $1.name }).flatMap(\.extensions) {
            self.extensions[entry.place] = entry
            self.note(entry.conditions)
        }
    }

    private mutating func note(_ conditions: [FreeSWITCHCondition]) {
        for condition in conditions {
            self.conditions[condition.place] = condition
            for test in condition.tests {
                self.tests[test.place] = test
            }
            for action in condition.actions + condition.antiActions {
                self.actions[action.place] = action
                if !action.isInline, let variable = action.setVariable, self.unseenSettings[variable.name] == nil {
                    self.unseenSettings[variable.name] = action.place
                }
            }
            if case .conditions(let nested) = condition.nested {
                self.note(nested)
            }
        }
    }

    /// Why a rule makes a difference at a place, for a call.
    func reason(_ rule: StrictRule, at place: DialplanPlace, for facts: CallFacts) -> ModeDifference.Reason {
        let (message, advice) = self.words(rule, at: place, for: facts)
        return ModeDifference.Reason(rule: rule, file: place.file, line: place.line, message: message, advice: advice)
    }

    private func words(_ rule: StrictRule, at place: DialplanPlace, for facts: CallFacts) -> (String, String) {
        switch rule {
        case .wholeValue:
            self.wholeValue(place)
        case .onePhase:
            self.onePhase(place)
        case .timeAndField:
            (
                "beside a field the time does not decide in FreeSWITCH, and the actions are done when either holds; "
                    + "strict asks for both",
                "put the time into a condition of its own, above; to keep what FreeSWITCH does when the field matches, "
                    + "remove the time"
            )
        case .calendar:
            self.calendar(place, facts)
        case .actingEnds:
            self.actingEnds(place)
        case .nested:
            (
                "the conditions in this one are read after its break in FreeSWITCH, and whether they hold decides for "
                    + "those below it; strict reads them first, and they decide nothing else",
                "put them below this one, each with break=\"never\", or into extensions of their own"
            )
        case .captures:
            (
                "$0 and its like stay as they are written in FreeSWITCH, because the expression has no \"(\"; strict "
                    + "fills them in",
                "put the expression between ( and ) to have them filled in by both"
            )
        }
    }

    private func wholeValue(_ place: DialplanPlace) -> (String, String) {
        guard let test = self.tests[place] else {
            return ("an expression matches a part of a value in FreeSWITCH", "hold it at both ends with ^ and $")
        }
        let field = test.field ?? ""
        guard case .fixed(let expression) = test.pattern else {
            return (
                "the expression of \(field) is filled in by the call, and matches a part of it in FreeSWITCH",
                "hold it at both ends with ^ and $"
            )
        }
        let strict = Self.found(expression.pattern)
        return (
            "\"\(test.written)\" matches a part of \(field) in FreeSWITCH, and must match all of it in strict",
            "write \"\(strict)\" in strict to keep what FreeSWITCH does, or hold it at both ends with ^ and $ for both"
        )
    }

    /// The expression that matches a whole value where `pattern` is found in it.
    private static func found(_ pattern: String) -> String {
        guard !pattern.contains("|") else {
            return ".*(?:\(pattern)).*"
        }
        let isHeld = (start: pattern.hasPrefix("^"), end: pattern.hasSuffix("$") && !pattern.hasSuffix("\\$"))
        let inner = pattern.dropFirst(isHeld.start ? 1 : 0).dropLast(isHeld.end ? 1 : 0)
        return (isHeld.start || inner.hasPrefix(".*") ? "" : ".*") + inner
            + (isHeld.end || inner.hasSuffix(".*") ? "" : ".*")
    }

    private func onePhase(_ place: DialplanPlace) -> (String, String) {
        var names: [ByteString] = []
        if let test = self.tests[place] {
            if case .text(let template) = test.subject {
                template.collectNames(&names)
            }
            if case .filledIn(let template) = test.pattern {
                template.collectNames(&names)
            }
        }
        guard let name = names.first(where: { self.unseenSettings[$0] != nil }), let setter = self.unseenSettings[name]
        else {
            return (
                "what this reads is filled in when the action is done in FreeSWITCH, and when it is read in strict",
                "set what it needs in actions above it, with inline=\"true\""
            )
        }
        return (
            "${\(name)} is set at \(setter.file):\(setter.line) without inline: FreeSWITCH does not see it here yet, "
                + "strict does",
            "put this condition above what sets it to keep what FreeSWITCH does, or add inline=\"true\" there for both"
        )
    }

    private func calendar(_ place: DialplanPlace, _ facts: CallFacts) -> (String, String) {
        let time = self.conditions[place]?.time ?? self.tests[place]?.time
        let frame = FSTimeFrame(at: facts.time, machineZone: self.machineZone)
        let test = time?.tests.first { test in
            let single = FSTimeCondition(tests: [test])
            return single.outcome(in: frame) != single.strict.outcome(in: frame)
        }
        guard let test else {
            return ("the time is read otherwise in strict", "write it as the reference of strict dialplans says")
        }
        if let surprise = FSTimeCondition(tests: [test]).surprises.first {
            return (surprise.message + " in FreeSWITCH", surprise.advice)
        }
        let written = "\(test.attribute.rawValue)=\"\(test.value)\""
        guard test.attribute == .timeOfDay else {
            return ("\(written) looks at the machine's clock in FreeSWITCH", "name the zone in strict")
        }
        return (
            "\(written) holds up to and with its last second in FreeSWITCH, and ends before it in strict",
            "end it one second later in strict to keep what FreeSWITCH does, or one second earlier there"
        )
    }

    private func actingEnds(_ place: DialplanPlace) -> (String, String) {
        let name = self.extensions[place]?.name ?? ""
        return (
            "whether extension \"\(name)\" ends the search depends on its last condition that is read in FreeSWITCH, and "
                + "on whether it has done anything in strict",
            "let each extension act in its last condition only; add continue=\"true\" if others shall be read after it"
        )
    }
}
