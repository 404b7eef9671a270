import ArgumentParser
import CallModel
package import DialplanEngine
import Foundation
import ProtocolKit

/// `tandem dialplan digitmap`.
struct DigitMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digitmap",
        abstract: "Print the digit map of a context, and what each extension adds to it.",
        discussion: """
            The dialplan files are read anew; nothing is asked of a running gateway. The exit code is 1 when the context
            has no digit map; then each reason is printed with file and line.

            Without --user the lines of the configuration that dial there do. Where there are none, nothing is known of who
            dials, and what any caller could dial is in the map.

            Example:
              tandem dialplan digitmap residential --user 201 --user 202
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The context that lines dial into.")
    var context: String

    @Option(name: .customLong("user"), help: "A line that dials; once for each.")
    var users: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let loaded = try self.file.load(context: self.context)
        let named = self.users.map { CallFacts(destinationNumber: "", user: ByteString($0), signaling: .mgcp) }
        let callers = named.isEmpty ? loaded.configuration.callers(of: ByteString(self.context)) : named
        let report: DigitMapReport
        do throws(DialplanError) {
            let plan = try loaded.dialplan.numberingPlan(of: ByteString(self.context), callers: callers)
            report = DigitMapReport(plan)
        } catch {
            report = DigitMapReport(error, context: self.context)
        }
        print(self.json ? try JSONText.text(report) : report.text)
        guard report.problems.isEmpty else {
            throw ExitCode.failure
        }
    }
}

/// A digit map, or why there is none, for people and scripts.
package struct DigitMapReport: Encodable {
    /// What an extension adds.
    package struct Extension: Encodable {
        let name: String
        let file: String
        let line: Int
        let part: String
        let alternatives: [String]
    }

    /// Why there is no map.
    package struct Problem: Encodable {
        let file: String
        let line: Int
        let message: String
        let advice: String
    }

    /// The context.
    package let context: String

    /// The map as RFC 3435 writes it; `nil` when there is none.
    package let digitMap: String?

    /// Its length.
    package let characters: Int?

    /// The extensions in order; empty when there is no map.
    package let extensions: [Extension]

    /// Why there is none, extension by extension; empty when there is one.
    package let problems: [Problem]

    package init(_ plan: NumberingPlan) {
        self.context = plan.context.description
        self.digitMap = plan.description
        self.characters = plan.characters
        self.extensions = plan.extensions.enumerated().map { index, entry in
            Extension(
                name: entry.name.description,
                file: entry.file,
                line: entry.line,
                part: entry.part.words,
                alternatives: plan.alternatives.filter { $0.sources.contains(index) }.map(\.description)
            )
        }
        self.problems = []
    }

    package init(_ error: DialplanError, context: String) {
        self.context = context
        self.digitMap = nil
        self.characters = nil
        self.extensions = []
        self.problems = error.problems.map {
            Problem(file: $0.file, line: $0.line, message: $0.message, advice: $0.advice)
        }
    }

    /// The map, its length and a table; or the problems, one a line.
    package var text: String {
        guard let digitMap, let characters else {
            return self.problems.map { "\($0.file):\($0.line): \($0.message); \($0.advice)" }.joined(separator: "\n")
        }
        let rows = self.extensions.map { entry in
            [
                "\(entry.file):\(entry.line)", entry.name,
                ([entry.part] + entry.alternatives).joined(separator: " "),
            ]
        }
        let table = TextTable(["line", "extension", "part in the map"], rows).text
        return "\(digitMap)\n\(characters) characters\n\n\(table)"
    }
}

extension NumberingPlan.Extension.Part {
    fileprivate var words: String {
        switch self {
        case .alternatives:
            "takes"
        case .refusesTheRest:
            "refuses what is not in the map"
        case .setsValues:
            "sets values"
        case .nothing:
            "takes nothing more"
        }
    }
}
