import ArgumentParser

/// `tandem config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print a configuration with every key, its default and what it does.",
        discussion: """
            Example:
              tandem config > tandem.yaml
            """
    )

    func run() {
        print(TandemConfiguration.defaultText, terminator: "")
    }
}
