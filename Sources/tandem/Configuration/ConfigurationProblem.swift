/// One thing that is wrong in the configuration, and what to do about it.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, or the environment variable.
    package let place: String

    /// The line, from 1; 0 when there is none.
    package let line: Int

    /// The column, from 1; 0 when there is none.
    package let column: Int

    /// The key with the keys around it, as `trunks[0].probe.interval`; empty for the whole file.
    package let key: String

    /// What is wrong, and what to do.
    package let message: String

    /// `file:line:column: key: message`.
    package var description: String {
        let position = self.line > 0 ? "\(self.place):\(self.line):\(self.column)" : self.place
        return [position, self.key, self.message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

/// Everything that is wrong in a configuration.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problems, in the order of the file; never empty.
    package let problems: [ConfigurationProblem]

    package init(_ problems: [ConfigurationProblem]) {
        self.problems = problems
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map(\.description).joined(separator: "\n")
    }
}
