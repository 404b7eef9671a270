/// A place in an XML file.
package struct XMLLocation: Hashable, Sendable, CustomStringConvertible {
    /// The file as its reader was told to call it.
    package let file: String

    /// The line, from 1; 0 when only the file is known.
    package let line: Int

    /// The octet of the line, from 1; 0 when only the line is known.
    package let column: Int

    package init(file: String, line: Int, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, without what is not known.
    package var description: String {
        switch (self.line, self.column) {
        case (0, _):
            self.file
        case (_, 0):
            "\(self.file):\(self.line)"
        default:
            "\(self.file):\(self.line):\(self.column)"
        }
    }
}

/// One thing that is wrong in an XML file.
package struct XMLProblem: Hashable, Sendable, CustomStringConvertible {
    /// Where it is.
    package let location: XMLLocation

    /// What it is.
    package let message: String

    package init(_ message: String, at location: XMLLocation) {
        self.message = message
        self.location = location
    }

    /// The place and the message, as a compiler prints them.
    package var description: String {
        "\(self.location): \(self.message)"
    }
}

/// Why an XML file or a schema could not be read.
package struct XMLReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of the file; never empty.
    package let problems: [XMLProblem]

    package init(_ problems: [XMLProblem]) {
        self.problems = problems
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map(\.description).joined(separator: "\n")
    }
}
