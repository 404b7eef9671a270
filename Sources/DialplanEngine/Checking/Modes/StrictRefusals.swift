import Expressions
import ProtocolKit

/// What in a plan in FreeSWITCH's language a strict dialplan would refuse: what is not there, cannot be, or is no part of
/// its language.
struct StrictRefusals {
    private var problems: [DialplanProblem]

    /// Everything, in the order of the files.
    static func of(_ plan: Dialplan) -> [DialplanProblem] {
        // Whatever FreeSWITCH takes without a word is a warning there, and keeps a strict dialplan from being loaded.
        var refusals = StrictRefusals(problems: plan.warnings)
        for entry in plan.freeSWITCH?.contexts.values.flatMap(\.extensions) ?? [] {
            refusals.look(entry.conditions)
        }
        var seen: Set<DialplanProblem> = []
        return refusals.problems.filter { seen.insert($0).inserted }.sorted { left, right in
            (left.file, left.line, left.message) < (right.file, right.line, right.message)
        }
    }

    private mutating func look(_ conditions: [FreeSWITCHCondition]) {
        for condition in conditions {
            self.look(condition.time, at: condition.place)
            for test in condition.tests {
                self.look(test.time, at: test.place)
                self.look(test)
            }
            for action in condition.actions {
                self.lookAtCaptures(of: action, in: condition)
            }
            for action in condition.antiActions where action.captured.hasCaptures {
                self.add(
                    "$n in an anti-action is never filled in: nothing has matched",
                    at: action.place,
                    advice: "write what is meant"
                )
            }
            if case .conditions(let nested) = condition.nested {
                self.look(nested)
            }
        }
    }

    private mutating func look(_ time: FSTimeCondition?, at place: DialplanPlace) {
        for refusal in time?.refusals ?? [] {
            self.add(refusal.message, at: place, advice: refusal.advice)
        }
    }

    private mutating func look(_ test: FreeSWITCHTest) {
        switch test.pattern {
        case .filledIn:
            self.add(
                "\"\(test.written)\" is filled in by the call, and a value that begins with / or _ changes its kind",
                at: test.place,
                advice: "write the expression itself, and test the value in a condition of its own"
            )
        case .fixed(let expression) where expression.written != expression.pattern:
            let isDelimited = expression.written.hasPrefix("/")
            self.add(
                "\"\(expression.written)\" is \(isDelimited ? "an expression between slashes" : "a pattern of Asterisk")",
                at: test.place,
                advice: "write \"\(expression.pattern)\"" + (isDelimited ? " with its flags in front, as (?i)" : "")
            )
        case .fixed, .impossible:
            break
        }
    }

    private mutating func lookAtCaptures(of action: FreeSWITCHAction, in condition: FreeSWITCHCondition) {
        let used = action.captured.octets.compactMap(\.capture)
        guard let most = used.max() else {
            return
        }
        switch condition.rule {
        case .combined:
            self.add(
                "$\(most) stands for what the last <regex> with groups has matched, and for nothing after a ${…}",
                at: action.place,
                advice: "test the value whose groups are used in a condition of its own"
            )
        case .single(nil):
            self.add(
                "$\(most) is never filled in: the condition has no expression",
                at: action.place,
                advice: "move the action into the condition whose groups it uses"
            )
        case .single(.some(let test)):
            guard case .fixed(let expression) = test.pattern, Int(most) > expression.groupCount else {
                return
            }
            let count = expression.groupCount
            self.add(
                "$\(most) is never set: the expression has \(count) group\(count == 1 ? "" : "s")",
                at: action.place,
                advice: "add the group, or write what is meant"
            )
        }
    }

    private mutating func add(_ message: String, at place: DialplanPlace, advice: String) {
        self.problems.append(
            DialplanProblem(file: place.file, line: place.line, message: message, advice: advice)
        )
    }
}
