import ArgumentParser

/// `tandem endpoints`.
struct EndpointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endpoints",
        abstract: "List the lines and circuits of media gateways, and how each of them is.",
        discussion: """
            Example:
              tandem endpoints
              tandem endpoints carol --json
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "A line, a trunk group, a gateway, or an endpoint; without it all.")
    var name: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let reply = try ControlClient(self.file).ask(ControlRequest(command: .endpoints, endpoint: self.name))
        let endpoints = reply.endpoints ?? []
        guard !self.json else {
            print(try JSONText.text(endpoints))
            return
        }
        print(TextTable(Self.heading, endpoints.map(Self.row)).text)
    }

    private static let heading = [
        "name", "endpoint", "gateway", "service", "hook", "phase", "connections", "last RSIP", "last audit",
    ]

    private static func row(_ endpoint: ControlReply.Endpoint) -> [String] {
        [
            endpoint.name, endpoint.endpoint, endpoint.gateway, endpoint.service, endpoint.hook ?? "-", endpoint.phase,
            String(endpoint.connections), endpoint.restart.map { "\($0.method) \($0.secondsAgo)s ago" } ?? "-",
            endpoint.auditSecondsAgo.map { "\($0)s ago" } ?? "-",
        ]
    }
}
