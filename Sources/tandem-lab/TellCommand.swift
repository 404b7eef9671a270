import ArgumentParser
import InteropLab

/// `tandem-lab tell`.
struct TellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell",
        abstract: "Tell a lab that runs what somebody does, and wait for how it went.",
        discussion: """
            Each argument is one line of the lab's language. The answers are printed; 0 when all of them are good, 1 otherwise.

            Example:
              tandem-lab tell --control lab.sock '1 offhook' '1 expect hears dial 5s'
            """
    )

    @Option(help: "The control socket of the lab.")
    var control: String

    @Argument(help: "The lines.")
    var lines: [String]

    func run() throws {
        let isGood: Bool
        do throws(LabFailure) {
            isGood = try ControlSocket.tell(self.lines, at: self.control) { print($0) }
        } catch {
            throw ValidationError(error.description)
        }
        guard isGood else {
            throw ExitCode(1)
        }
    }
}
