package import DialplanEngine

/// What a check of the dialplan has found, for people and scripts.
package struct DialplanCheckReport: Encodable {
    /// One finding.
    package struct Entry: Encodable {
        /// The name of the rule.
        let rule: String
        let severity: String
        let file: String
        let line: Int
        let column: Int
        let message: String
        let advice: String
        /// The command that explains a call which shows it.
        let witness: String?
    }

    /// The findings in the order of the files.
    package let findings: [Entry]

    /// How many contexts were looked at; 0 when the dialplan cannot be used at all.
    package let contexts: Int

    package init(_ findings: [CheckFinding], contexts: Int) {
        self.contexts = contexts
        self.findings = findings.map { finding in
            Entry(
                rule: finding.rule.rawValue,
                severity: finding.severity.rawValue,
                file: finding.file,
                line: finding.line,
                column: 0,
                message: finding.message,
                advice: finding.advice,
                witness: finding.witness?.command
            )
        }
    }

    /// A dialplan that cannot be loaded has its problems as findings.
    package init(_ error: LoadError) {
        self.contexts = 0
        self.findings = error.problems.map { problem in
            Entry(
                rule: Self.loadRule,
                severity: CheckFinding.Severity.error.rawValue,
                file: problem.file,
                line: problem.line,
                column: problem.column,
                message: problem.key.isEmpty ? problem.message : "\(problem.key): \(problem.message)",
                advice: "",
                witness: nil
            )
        }
    }

    /// The rule of what keeps a dialplan from being loaded.
    static let loadRule = "cannot-be-used"

    /// Whether nothing is found, or nothing but notes.
    package func isClean(strict: Bool) -> Bool {
        self.findings.allSatisfy { !strict && $0.severity == CheckFinding.Severity.note.rawValue }
    }

    /// The findings as compilers print them, and a summary.
    package var text: String {
        (self.findings.map(\.text) + [self.summary]).joined(separator: "\n")
    }

    private var summary: String {
        guard self.contexts > 0 else {
            return "the dialplan cannot be used"
        }
        let counts = CheckFinding.Severity.allCases.map { severity in
            let count = self.findings.count { $0.severity == severity.rawValue }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let contexts = "\(self.contexts) context\(self.contexts == 1 ? "" : "s")"
        return self.findings.isEmpty ? "\(contexts): nothing found" : "\(contexts): " + counts.joined(separator: ", ")
    }
}

extension DialplanCheckReport.Entry {
    fileprivate var text: String {
        var place = self.file
        place += self.line > 0 ? ":\(self.line)" : ""
        place += self.column > 0 ? ":\(self.column)" : ""
        var lines = ["\(place): \(self.severity): \(self.message) [\(self.rule)]"]
        if let witness {
            lines.append("    see: \(witness)")
        }
        if !self.advice.isEmpty {
            lines.append("    fix: \(self.advice)")
        }
        return lines.joined(separator: "\n")
    }
}
