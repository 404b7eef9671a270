import ArgumentParser

/// `tandem registrations`.
struct RegistrationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registrations",
        abstract: "List the phones that are registered.",
        discussion: """
            Example:
              tandem registrations
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let reply = try ControlClient(self.file).ask(ControlRequest(command: .registrations))
        let registrations = reply.registrations ?? []
        guard !self.json else {
            print(try JSONText.text(registrations))
            return
        }
        let rows = registrations.map { [$0.user, $0.contact, $0.from, "\($0.secondsLeft)s"] }
        print(TextTable(["user", "contact", "from", "expires in"], rows).text)
    }
}
