/// A file of dialplan tests: who exists in it, how they answer, and the cases.
package struct TrialSuite: Sendable {
    /// The file as messages call it.
    package let file: String

    /// The dialplan files, seen from the test file; empty for the one that the test file is named for.
    package var plans: [String] = []

    /// The context that cases start in when they name none.
    package var context = ""

    /// The users, lines, trunks and circuit groups that the plan can name, besides those of the configuration.
    package var names = TrialNames()

    /// How those who are called behave where a case does not say.
    package var peers: [TrialPeer] = []

    /// What decision servers answer where a case does not say.
    package var answers: [TrialAnswer] = []

    /// The cases in order.
    package var cases: [TrialCase] = []

    package init(file: String) {
        self.file = file
    }
}

/// Who exists while a test file is played.
package struct TrialNames: Hashable, Sendable {
    /// A line and the number that its calls show.
    package struct Line: Hashable, Sendable {
        /// What the plan calls `line/NAME`.
        package let name: String
        /// The number.
        package let number: String

        package init(name: String, number: String) {
            self.name = name
            self.number = number
        }
    }

    /// SIP users.
    package var users: [String] = []

    /// Lines of media gateways.
    package var lines: [Line] = []

    /// SIP trunks.
    package var trunks: [String] = []

    /// Groups of circuits of media gateways, which plans call `trunk/NAME` as well.
    package var circuitGroups: [String] = []

    /// Decision servers.
    package var decisions: [String] = []

    package init() {}
}

/// A place in a test file.
package struct TrialPlace: Hashable, Sendable, CustomStringConvertible {
    /// The file as messages call it.
    package let file: String

    /// The line, from 1; 0 when only the file is known.
    package let line: Int

    /// The column, from 1; 0 when only the line is known.
    package let column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line`, without what is not known.
    package var description: String {
        self.line > 0 ? "\(self.file):\(self.line)" : self.file
    }
}
