import ArgumentParser

/// The program.
@main
struct TandemLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tandem-lab",
        abstract: "Peers to test telephone gateways with, on real sockets.",
        discussion: """
            Start a media gateway with `tandem-lab mgcp-gateway`, and tell it from elsewhere with `tandem-lab tell` what
            the people at its telephones do.
            """,
        version: "0.1.0",
        subcommands: [MGCPGatewayCommand.self, TellCommand.self]
    )
}
