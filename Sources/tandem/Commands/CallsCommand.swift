import ArgumentParser

/// `tandem calls`.
struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "List the calls that are up.",
        discussion: """
            Example:
              tandem calls
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let calls = try ControlClient(self.file).ask(ControlRequest(command: .calls)).calls ?? []
        guard !self.json else {
            print(try JSONText.text(calls))
            return
        }
        let rows = calls.map { call in
            [
                call.call, call.state, call.caller, call.called, call.extension, call.dialplan, call.started,
                call.talkSeconds.map { "\($0)s" } ?? "-",
            ]
        }
        print(TextTable(Self.heading, rows).text)
    }
    private static let heading = ["call", "state", "caller", "called", "extension", "dialplan", "since", "talk"]
}
