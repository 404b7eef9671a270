/// Why a test file cannot be used.
package struct TrialFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong, and what to do about it.
    package struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// Where it is.
        package let place: TrialPlace

        /// The element or key; empty for the whole file.
        package let key: String

        /// What is wrong, and what to do.
        package let message: String

        package init(place: TrialPlace, key: String = "", message: String) {
            self.place = place
            self.key = key
            self.message = message
        }

        /// `file:line: key: message`.
        package var description: String {
            [self.place.description, self.key, self.message].filter { !$0.isEmpty }.joined(separator: ": ")
        }
    }

    /// Everything that is wrong, in the order of the file; never empty.
    package let problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map(\.description).joined(separator: "\n")
    }
}
