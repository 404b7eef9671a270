import ArgumentParser
import DialplanEngine
import ProtocolKit

/// `tandem dialplan explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say which extension a call would take, why, and what would be done.",
        usage: """
            tandem dialplan explain <context> <number> [<options>]
            tandem dialplan explain [<plan>] --from fs --to strict [--at <time>] [--json]
            """,
        discussion: """
            The dialplan files are read anew; nothing is asked of a running gateway and no call is made.

            With --from fs --to strict, no call is explained but a whole plan in FreeSWITCH's language: every way in which it \
            treats calls otherwise than the same document would in the strict language, with the line that is the reason, a \
            call that shows it, what each language does with that call, and what to write instead. Then follows what a strict \
            dialplan would refuse. The exit code is 0 when there is no difference, 1 when there is one. A context in \
            FreeSWITCH's language is explained as the strict one reads it with --as strict.

            Example:
              tandem dialplan explain default 200 --user alice
              tandem dialplan explain default 200 --from +4930123456 --at 2026-12-24T18:00+01:00
              tandem dialplan explain freeswitch.xml --from fs --to strict
              tandem dialplan explain default 10015 --plan freeswitch.xml --as strict
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(
        help: "The context that the call starts in; with --to, the files of a plan, separated by commas."
    )
    var context: String?

    @Argument(help: "The number or name that is called.")
    var number: String?

    @OptionGroup(title: "The call") var call: CallOptions

    @Option(help: "The files of another plan than the configuration's, separated by commas.")
    var plan: String?

    @Option(name: .customLong("as"), help: "The language whose rules a context in FreeSWITCH's language follows.")
    var language = DialplanLanguage.freeSWITCH

    @Option(name: .customLong("to"), help: "Compare languages; the only pair is --from fs --to strict.")
    var target: DialplanLanguage?

    @Flag(help: "Print one JSON object; with --to only.")
    var json = false

    func validate() throws {
        guard let target else {
            guard !self.json else {
                throw ValidationError("--json prints what --from fs --to strict finds; add them or leave it out")
            }
            guard self.context != nil, self.number != nil else {
                throw ValidationError("say where the call starts and what is called, as in `explain default 200`")
            }
            return
        }
        guard target == .strict, self.call.caller == DialplanLanguage.freeSWITCH.rawValue else {
            throw ValidationError("languages are compared in one direction; write --from fs --to strict")
        }
        guard self.number == nil, self.context == nil || self.plan == nil else {
            throw ValidationError("a whole plan is compared; name its files and nothing else")
        }
    }

    func run() throws {
        if self.target != nil {
            try self.compare()
        } else if let context, let number {
            let plan = try self.file.load(plan: self.plan).plan
            try plan.require(context: context)
            let read = self.language == .strict ? plan.following(StrictRule.all) : plan
            print(read.explain(try self.call.facts(number: number), in: ByteString(context)))
        }
    }

    private func compare() throws {
        let files = self.context ?? self.plan
        let (loaded, plan) = try self.file.load(plan: files)
        let progress = ProgressLine(isOn: !self.json)
        let comparison = ModeComparison(
            of: plan,
            names: loaded.configuration.dialplanNames,
            from: try CivilTime.moment(of: self.call.time)
        ) { context in
            progress.show("context \(context) …")
        }
        progress.clear()
        guard comparison.contexts > 0 else {
            throw ValidationError("no context of the plan is in FreeSWITCH's language, so there is nothing to compare")
        }
        let report = DialplanModeReport(comparison, plan: files)
        print(self.json ? try JSONText.text(report) : report.text)
        guard report.isEmpty else {
            throw ExitCode.failure
        }
    }
}

extension DialplanLanguage: ExpressibleByArgument {}
