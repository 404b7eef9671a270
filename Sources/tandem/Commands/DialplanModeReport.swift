package import DialplanEngine
import ProtocolKit

/// What the strict language would do otherwise with a plan in FreeSWITCH's, for people and scripts.
package struct DialplanModeReport: Encodable {
    /// What one of the languages does.
    package struct Side: Encodable {
        let name: String
        let file: String
        let line: Int
        let actions: [String]
    }

    /// Why the languages part.
    package struct Reason: Encodable {
        /// The name of the rule.
        let rule: String
        let file: String
        let line: Int
        let message: String
        let advice: String
    }

    /// Calls that are treated otherwise.
    package struct Entry: Encodable {
        let context: String
        let number: String
        let kinds: Int
        let reasons: [Reason]
        let fs: Side
        let strict: Side
        /// The command that explains the call in FreeSWITCH's language.
        let witness: String
        /// The command that explains it in the strict one.
        let strictWitness: String
    }

    /// What a strict dialplan refuses.
    package struct Refusal: Encodable {
        let file: String
        let line: Int
        let message: String
        let advice: String
        /// The command that explains a call which comes by it.
        let witness: String?
    }

    package let differences: [Entry]
    package let refusals: [Refusal]
    /// Why there may be more.
    package let notExamined: [String]
    package let contexts: Int
    package let calls: Int

    /// `plan` are the files that were named in place of those of the configuration.
    package init(_ comparison: ModeComparison, plan: String?) {
        self.contexts = comparison.contexts
        self.calls = comparison.calls
        self.notExamined = comparison.gaps
        self.differences = comparison.differences.map { difference in
            let witness = difference.witness.command(plan: plan)
            return Entry(
                context: difference.witness.context.description,
                number: difference.witness.facts.destinationNumber.description,
                kinds: difference.kinds,
                reasons: difference.reasons.map(Reason.init),
                fs: Side(difference.freeSWITCH),
                strict: Side(difference.strict),
                witness: witness,
                strictWitness: witness + " --as strict"
            )
        }
        self.refusals = comparison.refusals.map { refusal in
            Refusal(
                file: refusal.problem.file,
                line: refusal.problem.line,
                message: refusal.problem.message,
                advice: refusal.problem.advice,
                witness: refusal.witness?.command(plan: plan)
            )
        }
    }

    /// Whether both languages make the same of the plan.
    package var isEmpty: Bool {
        self.differences.isEmpty && self.refusals.isEmpty
    }

    /// The differences, each with its reasons and a call that shows it, and what is refused.
    package var text: String {
        var lines = self.differences.flatMap(\.lines)
        for refusal in self.refusals {
            lines.append("\(refusal.file):\(refusal.line): refused by strict: \(refusal.message)")
            lines += refusal.witness.map { ["    see: \($0)"] } ?? []
            lines += refusal.advice.isEmpty ? [] : ["    fix: \(refusal.advice)"]
        }
        lines += self.notExamined.map { "not examined: \($0)" }
        lines.append(self.summary)
        return lines.joined(separator: "\n")
    }

    private var summary: String {
        let contexts = "\(self.contexts) context\(self.contexts == 1 ? "" : "s")"
        let tried = "\(self.calls) kinds of calls were tried"
        guard !self.isEmpty else {
            return "\(contexts): both languages do the same; \(tried)"
        }
        let count = self.differences.count
        let differences = "\(count) difference\(count == 1 ? "" : "s")"
        return "\(contexts): \(differences), \(self.refusals.count) refused by strict; \(tried)"
    }
}

extension DialplanModeReport.Entry {
    fileprivate var lines: [String] {
        let kinds = self.kinds == 1 ? "" : " and \(self.kinds - 1) more kinds of calls"
        var lines = ["context \(self.context): \"\(self.number)\"\(kinds)"]
        // What both do first is not what differs.
        let common = zip(self.fs.actions, self.strict.actions).prefix { $0 == $1 }.count
        lines.append("  fs:     \(self.fs.text(after: common))")
        lines.append("  strict: \(self.strict.text(after: common))")
        for reason in self.reasons {
            lines.append("  \(reason.file):\(reason.line): \(reason.message) [\(reason.rule)]")
            lines.append("    fix: \(reason.advice)")
        }
        if self.reasons.isEmpty {
            lines.append("  several rules together are the reason")
        }
        lines.append("    see: \(self.witness)")
        lines.append("         and the same with --as strict")
        return lines
    }
}

extension DialplanModeReport.Side {
    fileprivate init(_ outcome: ModeDifference.Outcome) {
        self.init(
            name: outcome.name.description,
            file: outcome.file,
            line: outcome.line,
            actions: outcome.actions
        )
    }

    private static let mostActions = 3

    /// Who decides, and the actions after the first `common`.
    fileprivate func text(after common: Int) -> String {
        let place = self.file.isEmpty ? "nobody" : "\(self.file):\(self.line) \"\(self.name)\""
        let actions = self.actions.dropFirst(common)
        let more = actions.count - Self.mostActions
        let shown = (common > 0 ? ["…"] : []) + actions.prefix(Self.mostActions)
        return "\(place): " + shown.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }
}

extension DialplanModeReport.Reason {
    fileprivate init(_ reason: ModeDifference.Reason) {
        self.init(
            rule: reason.rule.rawValue,
            file: reason.file,
            line: reason.line,
            message: reason.message,
            advice: reason.advice
        )
    }
}
