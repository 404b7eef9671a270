import ArgumentParser

/// `tandem reload`.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Make the running gateway read its dialplan anew, if it can be used.",
        discussion: """
            New calls are routed by the new dialplan; calls that are up keep the one that they began with. When anything is
            wrong, everything stays as it is, each problem is told with its file and line, and the exit code is 1.

            Of the configuration only what stands under `dialplan` is applied. Other keys that say something else than
            when the gateway started are named; they wait for the next start, and so does a dialplan that needs them.

            Example:
              tandem reload --check && tandem reload
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Leave the configuration file aside and read the dialplan's files only.")
    var dialplanOnly = false

    @Flag(help: "Say what would come of it, and change nothing.")
    var check = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let question = DialplanQuestion(dialplanOnly: self.dialplanOnly, isCheck: self.check)
        try self.file.changeDialplan(.reload, question, json: self.json)
    }
}

extension ConfigurationOption {
    /// Asks the running gateway for another dialplan and prints what has come of it; a refusal is a failure.
    func changeDialplan(_ command: ControlRequest.Command, _ question: DialplanQuestion, json: Bool) throws {
        let request = ControlRequest(command: command, dialplan: question)
        guard let outcome = try ControlClient(self).ask(request, patience: 600).dialplan else {
            throw CommandFailure("the gateway does not say what has become of the dialplan")
        }
        print(json ? try JSONText.text(outcome) : outcome.text)
        guard outcome.outcome != .refused else {
            throw ExitCode.failure
        }
    }
}

extension DialplanOutcome {
    /// What has happened, for people.
    var text: String {
        var lines = self.problems.map(\.description)
        switch self.outcome {
        case .replaced:
            lines.append("dialplan \(self.live) routes new calls; \(self.other ?? "another") did before")
        case .unchanged:
            lines.append("dialplan \(self.live) stays: nothing in it has changed")
        case .usable:
            lines.append("the dialplan can be used; \(self.live) is live and was not changed")
        case .refused:
            lines.append("dialplan \(self.live) stays")
        case .tried:
            lines.append("dialplan \(self.other ?? "") is evaluated beside \(self.live), which routes all calls")
        }
        if !self.waitingForRestart.isEmpty {
            lines.append("start the gateway again to apply: " + self.waitingForRestart.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }
}
