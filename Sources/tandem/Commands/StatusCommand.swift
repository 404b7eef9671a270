import ArgumentParser

/// `tandem status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the running gateway is.",
        discussion: """
            Example:
              tandem status
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let status = try ControlClient(self.file).ask(ControlRequest(command: .status)).status else {
            throw CommandFailure("the gateway sent no status")
        }
        guard !self.json else {
            print(try JSONText.text(status))
            return
        }
        print("process \(status.process), up \(status.uptimeSeconds)s\(status.stopping ? ", stopping" : "")")
        print(Self.text(status.dialplan))
        let calls = "\(status.callsNow) now, \(status.callsSinceStart) since start"
        print("calls: \(calls), \(status.callsAnswered) answered, \(status.callsRefused) refused")
        print("registrations: \(status.registrations)")
        print("flows: \(status.flows), \(status.flowsRefused) refused")
        print("peers departed from a standard \(status.peerViolations) times")
        for trunk in status.trunks {
            let registered = trunk.registered.map { $0 ? "registered" : "not registered" }
            let reachable = trunk.reachable.map { $0 ? "answers" : "does not answer" }
            print("trunk \(trunk.name): " + [registered, reachable].compactMap { $0 }.joined(separator: ", "))
        }
        for gateway in status.gateways {
            let reachable = gateway.reachable.map { $0 ? "answers" : "does not answer" } ?? "has not been asked"
            print(
                "gateway \(gateway.name): \(reachable), \(gateway.inService) of \(gateway.endpoints) endpoints in service"
            )
        }
        if let records = status.records {
            print("records: \(records.written) written, \(records.waiting) waiting, \(records.dropped) dropped")
        }
        print("listeners: " + status.listeners.joined(separator: ", "))
    }
    private static func text(_ dialplan: ControlReply.Status.Dialplan) -> String {
        var counts = ["\(dialplan.reloads) reloads", "\(dialplan.refused) refused", "\(dialplan.rollbacks) rollbacks"]
        counts += dialplan.promotions > 0 ? ["\(dialplan.promotions) promotions"] : []
        counts += dialplan.shadow.map { ["\($0) is evaluated beside it"] } ?? []
        return "dialplan: \(dialplan.live), \(counts.joined(separator: ", "))"
    }
}
