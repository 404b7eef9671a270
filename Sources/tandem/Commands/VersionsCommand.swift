import ArgumentParser

/// `tandem dialplan versions`.
struct VersionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "List the dialplans that the running gateway has had and can take back.",
        discussion: """
            The number counts the dialplans of the process; what stands behind it tells what the files were. How many are
            kept is for `dialplan.versions` of the configuration to say.

            Example:
              tandem dialplan versions
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let reply = try ControlClient(self.file).ask(ControlRequest(command: .dialplanVersions))
        let kept = reply.dialplans ?? []
        guard !self.json else {
            print(try JSONText.text(kept))
            return
        }
        let rows = kept.map { dialplan in
            [
                dialplan.version, dialplan.isLive ? "live" : "kept", dialplan.loaded, String(dialplan.contexts),
                String(dialplan.calls), dialplan.files.joined(separator: ", "),
            ]
        }
        print(TextTable(["version", "state", "read", "contexts", "calls", "files"], rows).text)
    }
}
