import ArgumentParser

/// `tandem run`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the gateway until it is told to stop.",
        discussion: """
            SIGTERM and SIGINT end it gracefully: no new calls, and running ones may end by themselves for a while
            (stop.wait). A second signal ends it at once. SIGHUP reads the dialplan anew, as `tandem reload` does.

            Example:
              tandem run --config /etc/tandem/tandem.yaml
            """
    )

    @OptionGroup var file: ConfigurationOption

    func run() throws {
        let loaded: LoadedConfiguration
        do throws(LoadError) {
            loaded = try LoadedConfiguration(path: self.file.path)
        } catch {
            throw CommandFailure(error.description)
        }
        do throws(RunningGateway.Failure) {
            try RunningGateway(loaded).run()
        } catch {
            throw CommandFailure(error.description)
        }
    }
}
