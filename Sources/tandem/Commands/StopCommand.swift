import ArgumentParser

/// `tandem stop`.
struct StopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop the running gateway: no new calls, running ones may end by themselves for a while (stop.wait).",
        discussion: """
            Example:
              tandem stop
            """
    )

    @OptionGroup var file: ConfigurationOption

    func run() throws {
        _ = try ControlClient(self.file).ask(ControlRequest(command: .stop))
        print("the gateway takes no new calls and ends when the running ones have")
    }
}
