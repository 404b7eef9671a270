import ArgumentParser
import DialplanEngine
import ProtocolKit

/// `tandem dialplan check`.
struct DialplanCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what in the dialplan is wrong or hardly meant, with a call that shows it.",
        discussion: """
            The dialplan files are read anew; nothing is asked of a running gateway and no call is made. Every context is
            tried with calls that stand for all that there can be: what none of them reaches, nothing reaches.

            The exit code is 0 when nothing is found but notes, 1 when there is an error or a warning, and with --strict
            also when there is a note.

            Example:
              tandem dialplan check --config /etc/tandem/tandem.yaml
              tandem dialplan check --sarif > dialplan.sarif
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Option(
        name: .customLong("at"),
        help: "The moment from which on time conditions are looked at, as 2026-12-24T18:00:00Z; now when there is none."
    )
    var time: String?

    @Flag(help: "Let notes count as well.")
    var strict = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Print the findings in SARIF 2.1.0, which editors and code hosts show beside the lines.")
    var sarif = false

    func validate() throws {
        _ = try CivilTime.moment(of: self.time)
    }

    func run() throws {
        let report = self.report(from: try CivilTime.moment(of: self.time))
        if self.sarif {
            print(try JSONText.text(report.sarif, keys: .asWritten))
        } else {
            print(self.json ? try JSONText.text(report) : report.text)
        }
        guard report.isClean(strict: self.strict) else {
            throw ExitCode.failure
        }
    }

    private func report(from start: CivilTime) -> DialplanCheckReport {
        do throws(LoadError) {
            let loaded = try LoadedConfiguration(path: self.file.path)
            let progress = ProgressLine(isOn: true)
            let findings = loaded.dialplan.check(
                names: loaded.configuration.dialplanNames,
                from: start
            ) { context in
                progress.show("  context \(context) …")
            }
            progress.clear()
            return DialplanCheckReport(findings, contexts: loaded.dialplan.contextNames.count)
        } catch {
            return DialplanCheckReport(error)
        }
    }
}
