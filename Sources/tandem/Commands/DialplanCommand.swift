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

extension ConfigurationOption {
    /// The configuration with its dialplan, which must have this context.
    func load(context: String) throws -> LoadedConfiguration {
        let (loaded, plan) = try self.load(plan: nil)
        try plan.require(context: context)
        return loaded
    }

    /// The configuration, and the plan of some files, separated by commas; that of the configuration without any.
    func load(plan files: String?) throws -> (configuration: LoadedConfiguration, plan: Dialplan) {
        do throws(LoadError) {
            let loaded = try LoadedConfiguration(path: self.path)
            return (loaded, try files.map { files throws(LoadError) in try loaded.plan(of: files) } ?? loaded.dialplan)
        } catch {
            throw ValidationError(error.description)
        }
    }
}

extension Dialplan {
    /// Refuses the name of a context that the plan does not have.
    func require(context: String) throws {
        guard self.hasContext(ByteString(context)) else {
            let known = self.contextNames.map(\.description).joined(separator: ", ")
            throw ValidationError("there is no context `\(context)`; known: \(known)")
        }
    }
}
