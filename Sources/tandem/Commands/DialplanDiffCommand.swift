import ArgumentParser
package import DialplanEngine
import Foundation
import ProtocolKit

/// `tandem dialplan diff`.
struct DialplanDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Name the calls that another dialplan would route otherwise.",
        discussion: """
            Both plans are read with the names of the configuration; nothing is asked of a running gateway and no call is
            made. Every context is tried with calls that stand for all that there can be, and each way in which the plans
            differ is shown by one of them.

            The exit code is 0 when they route alike, 1 when they do not.

            Example:
              tandem dialplan diff Dialplans/default.xml new.xml
              tandem dialplan diff a.xml,b.xml new.xml
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The files of the old plan, separated by commas.")
    var old: String

    @Argument(help: "The files of the new plan, separated by commas.")
    var new: String

    @Option(
        name: .customLong("at"),
        help: "The moment from which on time conditions are looked at; now when there is none."
    )
    var time: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        _ = try CivilTime.moment(of: self.time)
    }

    func run() throws {
        let start = try CivilTime.moment(of: self.time)
        let report: DialplanDiffReport
        do throws(LoadError) {
            let loaded = try LoadedConfiguration(path: self.file.path)
            let comparison = DialplanComparison(
                from: try loaded.plan(of: self.old),
                to: try loaded.plan(of: self.new),
                names: loaded.configuration.dialplanNames,
                at: start
            )
            report = DialplanDiffReport(comparison)
        } catch {
            throw ValidationError(error.description)
        }
        print(self.json ? try JSONText.text(report) : report.text)
        guard report.isEmpty else {
            throw ExitCode.failure
        }
    }
}

extension LoadedConfiguration {
    /// The plan of other files, separated by commas, with the names of the configuration.
    func plan(of files: String) throws(LoadError) -> Dialplan {
        let paths = files.split(separator: ",").map(String.init)
        let files = try DialplanFiles(paths: paths, limits: self.configuration.dialplanLimits)
        return try files.read(
            self.configuration.dialplanNames,
            self.configuration.dialplanClocks,
            self.configuration.freeSWITCH
        ).dialplan
    }
}

/// What differs between two dialplans, for people and scripts.
package struct DialplanDiffReport: Encodable {
    /// What one of the plans does.
    package struct Side: Encodable {
        let name: String
        let file: String
        let line: Int
        let actions: [String]
    }

    /// Calls that go another way.
    package struct Entry: Encodable {
        let context: String
        let number: String
        /// The command that explains the call.
        let witness: String
        let kinds: Int
        let old: Side
        let new: Side
    }

    package let removedContexts: [String]
    package let addedContexts: [String]
    package let differences: [Entry]
    /// Why there may be more.
    package let notExamined: [String]
    package let calls: Int

    package init(_ comparison: DialplanComparison) {
        self.removedContexts = comparison.removed.map(\.description)
        self.addedContexts = comparison.added.map(\.description)
        self.notExamined = comparison.gaps
        self.calls = comparison.calls
        self.differences = comparison.differences.map { difference in
            Entry(
                context: difference.witness.context.description,
                number: difference.witness.facts.destinationNumber.description,
                witness: difference.witness.command,
                kinds: difference.kinds,
                old: Side(difference.old),
                new: Side(difference.new)
            )
        }
    }

    /// Whether both route every call alike.
    package var isEmpty: Bool {
        self.differences.isEmpty && self.removedContexts.isEmpty && self.addedContexts.isEmpty
    }

    /// The differences, each with a call that shows it.
    package var text: String {
        var lines = self.removedContexts.map { "context \"\($0)\" is gone" }
        lines += self.addedContexts.map { "context \"\($0)\" is new" }
        for entry in self.differences {
            let kinds = entry.kinds == 1 ? "" : " and \(entry.kinds - 1) more kinds of calls"
            lines.append("context \(entry.context): \"\(entry.number)\"\(kinds)")
            lines.append("  - \(entry.old.text)")
            lines.append("  + \(entry.new.text)")
            lines.append("    see: \(entry.witness)")
        }
        lines += self.notExamined.map { "not examined: \($0)" }
        let count = self.differences.count
        lines.append(
            self.isEmpty
                ? "both route alike: \(self.calls) kinds of calls were tried"
                : "\(count) difference\(count == 1 ? "" : "s"); \(self.calls) kinds of calls were tried"
        )
        return lines.joined(separator: "\n")
    }
}

extension DialplanDiffReport.Side {
    fileprivate init(_ route: DialplanDifference.Route) {
        self.name = route.name.description
        self.file = route.file
        self.line = route.line
        self.actions = route.actions
    }

    fileprivate var text: String {
        let place = self.file.isEmpty ? "nobody" : "\(self.file):\(self.line) \"\(self.name)\""
        return "\(place): " + self.actions.joined(separator: "; ")
    }
}
