import ArgumentParser

/// The program.
@main
struct Tandem: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tandem",
        abstract: "A telephone gateway: it takes calls, routes them by a dialplan, and carries signaling and media.",
        discussion: """
            Begin with `tandem config > tandem.yaml`, give it users, and start it with `tandem run`. The other commands ask
            the gateway that runs with the same configuration file.
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, CheckCommand.self, ConfigCommand.self, DialplanCommand.self, CallsCommand.self,
            RegistrationsCommand.self, EndpointsCommand.self, TraceCommand.self, StatusCommand.self, ReloadCommand.self,
            StopCommand.self,
        ]
    )
}

/// The configuration file, which every command finds in the same way.
struct ConfigurationOption: ParsableArguments {
    @Option(
        name: [.customLong("config"), .customShort("c")],
        help: ArgumentHelp(
            "The configuration file.",
            discussion: "By default the one that TANDEM_CONFIG names, else tandem.yaml in this folder."
        )
    )
    var path: String?
}
