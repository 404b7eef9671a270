/// Why a dialplan cannot be used.
package struct DialplanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Everything that is wrong, in the order of the files; never empty.
    package let problems: [DialplanProblem]

    package init(_ problems: [DialplanProblem]) {
        self.problems = problems
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map(\.description).joined(separator: "\n")
    }
}

/// One thing that is wrong in a dialplan, and what its author can do about it.
package struct DialplanProblem: Hashable, Sendable, CustomStringConvertible {
    /// The file as the program calls it.
    package let file: String

    /// The line, from 1; 0 when it is all of the file.
    package let line: Int

    /// The octet of the line, from 1; 0 when only the line is known.
    package let column: Int

    /// What is wrong.
    package let message: String

    /// What to do about it; empty when the message says it all.
    package let advice: String

    package init(file: String, line: Int, column: Int = 0, message: String, advice: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.advice = advice
    }

    /// `file:line: message; advice`, without what there is not.
    package var description: String {
        (self.line > 0 ? "\(self.file):\(self.line)" : self.file) + ": \(self.message)"
            + (self.advice.isEmpty ? "" : "; \(self.advice)")
    }
}
