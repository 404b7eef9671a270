import ArgumentParser

/// `tandem dialplan rollback`.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Make a dialplan that was live before route new calls again.",
        discussion: """
            Without a version it is the latest of those before the live one. The files stay as they are: the next reload
            reads them again.

            Example:
              tandem dialplan rollback
              tandem dialplan rollback 7
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The version, as 7 or 7-3f9a2c; `tandem dialplan versions` lists them.")
    var version: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let question = DialplanQuestion(version: self.version)
        try self.file.changeDialplan(.dialplanRollback, question, json: self.json)
    }
}
