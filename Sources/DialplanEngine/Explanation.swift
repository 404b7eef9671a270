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

        /// The conditions that were read, in order.
        package internal(set) var conditions: [Condition] = []

        /// Whether any action was taken.
        package internal(set) var acted = false

        /// Whether the search ended here.
        package internal(set) var endedSearch = false
    }

    /// One condition that was read.
    package struct Condition: Sendable {
        /// The line where it begins.
        package let line: Int

        /// What was tested, as the dialplan writes it; empty for a condition that always holds.
        package let subject: String

        /// What it was for this call.
        package let value: ByteString

        /// The expression; empty for a condition that always holds.
        package let expression: String

        /// Whether it held.
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

    /// The proof for people, one fact a line.
    package var description: String {
        var lines = ["context \(self.context), destination-number \"\(self.destinationNumber)\""]
        for entry in self.extensions {
            lines.append("\(entry.file):\(entry.line): extension \"\(entry.name)\" \(entry.outcome)")
            lines += entry.conditions.map { "  line \($0.line): \($0.sentence)" }
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
        case .valueTooLong:
            lines.append("a value is longer than the limit:")
        case .tooManySteps:
            lines.append("more conditions or actions than the limit:")
        }
        lines += self.decision.actions.map { "  \($0)" }
        lines += self.decision.variables.map { "  variable \($0.name) = \"\($0.value)\"" }
        return lines
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
    fileprivate var sentence: String {
        guard !self.expression.isEmpty || !self.subject.isEmpty else {
            return "always holds"
        }
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

    mutating func note(_ condition: Explanation.Condition) {
        guard !self.extensions.isEmpty else {
            return
        }
        self.extensions[self.extensions.count - 1].conditions.append(condition)
    }

    mutating func end(acted: Bool, endedSearch: Bool) {
        guard !self.extensions.isEmpty else {
            return
        }
        self.extensions[self.extensions.count - 1].acted = acted
        self.extensions[self.extensions.count - 1].endedSearch = endedSearch
    }
}
