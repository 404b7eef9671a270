package import ProtocolKit

/// The proof of a decision: every condition that was read, what it saw, and what came of it.
package struct Explanation: Sendable, CustomStringConvertible {
    /// One extension that was read.
    package struct Extension: Sendable {
        /// The name.
        package let name: ByteString

        /// The file that it stands in.
        package let file: String

        /// The line where it begins.
        package let line: Int

        /// The search that it is the first of, in FreeSWITCH's language.
        package internal(set) var search: Search?

        /// The conditions that were read, in order.
        package internal(set) var conditions: [Condition] = []

        /// Whether any action was taken.
        package internal(set) var acted = false

        /// Whether the search ended here.
        package internal(set) var endedSearch = false
    }

    /// A search through a context in FreeSWITCH's language; each transfer begins another one.
    package struct Search: Hashable, Sendable {
        /// The context.
        package let context: ByteString

        /// The number that is looked for.
        package let destinationNumber: ByteString
    }

    /// An action that was taken in FreeSWITCH's language.
    package struct Action: Hashable, Sendable {
        /// The line where it stands.
        package let line: Int

        /// The application and its data, with captures filled in.
        package let text: String

        /// Whether it was done in the search, and not after it.
        package let isDoneInSearch: Bool
    }

    /// One condition that was read.
    package struct Condition: Sendable {
        /// The line where it begins.
        package let line: Int

        /// In how many conditions it stands.
        package let depth: Int

        /// What was tested, in order; empty for a condition that always holds.
        package internal(set) var tests: [Test] = []

        /// Whether it held.
        package internal(set) var matched = false

        /// The actions that were taken, in FreeSWITCH's language.
        package internal(set) var actions: [Action] = []
    }

    /// One test of a condition.
    package struct Test: Sendable {
        /// The line where it stands.
        package let line: Int

        /// What was tested, as the dialplan writes it.
        package let subject: String

        /// What it was for this call.
        package let value: ByteString

        /// The expression, or the time that is asked for.
        package let expression: String

        /// Whether it matched.
        package let matched: Bool

        /// What `$0`, `$1`, … matched; `nil` for a group that took no part.
        package let captures: [ByteString?]
    }

    /// The context.
    package let context: ByteString

    /// The number that was dialed.
    package let destinationNumber: ByteString

    /// The extensions that were read, in order.
    package let extensions: [Extension]

    /// The decision.
    package let decision: RouteDecision

    /// Whether the actions were done after each search, as FreeSWITCH does.
    package var hasTwoPhases = false

    /// The proof for people, one fact a line.
    package var description: String {
        var lines = ["context \(self.context), destination-number \"\(self.destinationNumber)\""]
        for entry in self.extensions {
            if self.hasTwoPhases, let search = entry.search {
                lines.append("hunt for \"\(search.destinationNumber)\" in context \(search.context):")
            }
            lines.append("\(entry.file):\(entry.line): extension \"\(entry.name)\" \(entry.outcome)")
            lines += entry.conditions.flatMap { $0.lines + (self.hasTwoPhases ? $0.phaseLines : []) }
        }
        if self.hasTwoPhases, !self.extensions.isEmpty {
            lines.append("execution:")
        }
        lines += self.conclusion
        return lines.joined(separator: "\n")
    }

    private var conclusion: [String] {
        var lines: [String] = []
        switch self.decision.problem {
        case nil:
            let emergency = self.decision.isEmergency ? " as an emergency, beyond every limit" : ""
            lines.append("decided by extension \"\(self.decision.extensionName)\"\(emergency):")
        case .unknownContext:
            lines.append("there is no context \"\(self.context)\":")
        case .noMatch:
            lines.append("no extension takes the call:")
        case .invalidTarget:
            lines.append("a value filled in by the call makes a target that cannot exist:")
        case .invalidValue:
            lines.append("a value filled in by the call cannot stand where it is put:")
        case .valueTooLong:
            lines.append("a value is longer than the limit:")
        case .tooManySteps:
            lines.append("more conditions or actions than the limit:")
        }
        lines += self.decision.actions.flatMap(\.lines)
        lines += self.decision.variables.map { "  variable \($0.name) = \"\($0.value)\"" }
        return lines
    }
}

extension DialplanAction {
    /// The action, and what can come of it where that is not known before.
    fileprivate var lines: [String] {
        switch self {
        case .ask:
            [
                "  \(self)", "    an answer that decides the call: that, and nothing below",
                "    no answer in time, a wrong one, or a server that is left alone: what stands below",
            ]
        case .bridge, .answer, .preAnswer, .ringReady, .pause, .play, .sendDigits, .answerAndEcho, .answerAndPlayTone,
            .reject, .redirect, .lineService, .set, .limit, .log, .remember, .conditional:
            ["  \(self)"]
        }
    }
}

extension Explanation.Extension {
    fileprivate var outcome: String {
        switch (self.acted, self.endedSearch) {
        case (true, true):
            "takes the call"
        case (false, true):
            "stops the search"
        case (true, false):
            "acts, and the search goes on"
        case (false, false):
            "does not match"
        }
    }
}

extension Explanation.Condition {
    fileprivate var lines: [String] {
        let indent = String(repeating: "  ", count: self.depth + 1)
        switch self.tests.count {
        case 0:
            return ["\(indent)line \(self.line): always holds"]
        case 1:
            return self.tests.map { "\(indent)line \(self.line): \($0.sentence)" }
        default:
            let verdict = self.matched ? "holds" : "does not hold"
            return ["\(indent)line \(self.line): \(verdict)"]
                + self.tests.map { "\(indent)  line \($0.line): \($0.sentence)" }
        }
    }
}

extension Explanation.Condition {
    /// The actions that were taken, and when each is done.
    fileprivate var phaseLines: [String] {
        let indent = String(repeating: "  ", count: self.depth + 2)
        return self.actions.map { action in
            "\(indent)line \(action.line): \(action.text) "
                + (action.isDoneInSearch ? "(in the hunt)" : "(in the execution)")
        }
    }
}

extension Explanation.Test {
    fileprivate var sentence: String {
        let verdict = self.matched ? "matches" : "does not match"
        let captures = self.captures.enumerated().dropFirst().map { index, value in
            value.map { ", $\(index) = \"\($0)\"" } ?? ", $\(index) is empty"
        }
        return "\(self.subject) \"\(self.value)\" \(verdict) \"\(self.expression)\"" + captures.joined()
    }
}

/// Collects an explanation while a decision is made.
struct ExplanationRecorder {
    private(set) var extensions: [Explanation.Extension] = []

    mutating func begin(_ entry: DialplanExtension) {
        self.extensions.append(Explanation.Extension(name: entry.name, file: entry.file, line: entry.line))
    }

    /// A condition is read; its tests follow.
    mutating func begin(_ condition: Condition, depth: Int) {
        self.change { $0.conditions.append(Explanation.Condition(line: condition.line, depth: depth)) }
    }

    mutating func note(_ test: Explanation.Test) {
        self.change { entry in
            if let last = entry.conditions.indices.last {
                entry.conditions[last].tests.append(test)
            }
        }
    }

    /// What came of the condition that was begun last.
    mutating func end(matched: Bool) {
        self.change { entry in
            if let last = entry.conditions.indices.last {
                entry.conditions[last].matched = matched
            }
        }
    }

    mutating func end(acted: Bool, endedSearch: Bool) {
        self.change { entry in
            entry.acted = acted
            entry.endedSearch = endedSearch
        }
    }

    private mutating func change(_ body: (inout Explanation.Extension) -> Void) {
        if let last = self.extensions.indices.last {
            body(&self.extensions[last])
        }
    }
}
