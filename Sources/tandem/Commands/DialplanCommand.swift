import ArgumentParser
import DialplanEngine
import Foundation
import ProtocolKit

/// `tandem dialplan`.
struct DialplanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialplan",
        abstract: "Ask the dialplan, and choose which one routes calls.",
        subcommands: [
            ExplainCommand.self, DialplanCheckCommand.self, DialplanTestCommand.self, DialplanDiffCommand.self,
            DigitMapCommand.self,
            DialplanReferenceCommand.self,
            VersionsCommand.self,
            RollbackCommand.self, ShadowCommand.self,
        ]
    )
}

/// `tandem dialplan explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say which extension a call would take, why, and what would be done.",
        discussion: """
            The dialplan files are read anew; nothing is asked of a running gateway and no call is made.

            Example:
              tandem dialplan explain default 200 --user alice
              tandem dialplan explain default 200 --from +4930123456 --at 2026-12-24T18:00+01:00
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The context that the call starts in.")
    var context: String

    @Argument(help: "The number or name that is called.")
    var number: String

    @OptionGroup(title: "The call") var call: CallOptions

    func run() throws {
        let loaded = try self.file.load(context: self.context)
        let facts = try self.call.facts(number: self.number)
        print(loaded.dialplan.explain(facts, in: ByteString(self.context)))
    }
}

extension ConfigurationOption {
    /// The configuration with its dialplan, which must have this context.
    func load(context: String) throws -> LoadedConfiguration {
        let loaded: LoadedConfiguration
        do throws(LoadError) {
            loaded = try LoadedConfiguration(path: self.path)
        } catch {
            throw ValidationError(error.description)
        }
        guard loaded.dialplan.hasContext(ByteString(context)) else {
            let known = loaded.dialplan.contextNames.map(\.description).joined(separator: ", ")
            throw ValidationError("there is no context `\(context)`; known: \(known)")
        }
        return loaded
    }
}
