/// Why a time condition or a time zone cannot be used.
package struct CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong; whoever reads the file adds where it stands.
    package struct Problem: Hashable, Sendable {
        /// What is wrong, the attribute and its value named.
        package let message: String

        /// What to do about it.
        package let advice: String

        package init(_ message: String, advice: String) {
            self.message = message
            self.advice = advice
        }
    }

    /// Everything that is wrong, in the order of the attributes; never empty.
    package let problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }

    init(_ message: String, advice: String) {
        self.problems = [Problem(message, advice: advice)]
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map { "\($0.message); \($0.advice)" }.joined(separator: "\n")
    }
}
