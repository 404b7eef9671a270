import ArgumentParser
import CallModel
import DialplanEngine
import Foundation
import ProtocolKit

/// `tandem dialplan`.
struct DialplanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialplan",
        abstract: "Ask the dialplan.",
        subcommands: [ExplainCommand.self, DigitMapCommand.self, DialplanTestCommand.self]
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
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The context that the call starts in.")
    var context: String

    @Argument(help: "The number or name that is called.")
    var number: String

    @Option(help: "The user who calls, or the line that dials; callers without one have proven nothing.")
    var user = ""

    @Option(name: .customLong("from"), help: "The caller's number.")
    var caller = ""

    @Option(help: "The trunk or circuit group that the call comes by.")
    var trunk = ""

    @Option(name: .customLong("protocol"), help: "The protocol of the caller, sip or mgcp.")
    var signaling = CallerProtocol.sip

    @Option(help: "The listener that receives the call.")
    var listener = ""

    @Option(help: "The address that the call comes from, as 192.0.2.1:5060.")
    var source: String?

    func run() throws {
        let loaded = try self.file.load(context: self.context)
        let facts = CallFacts(
            destinationNumber: ByteString(self.number),
            callerNumber: ByteString(self.caller.isEmpty ? self.user : self.caller),
            user: ByteString(self.user),
            trunk: ByteString(self.trunk),
            listener: ByteString(self.listener),
            source: self.source.flatMap { TransportAddress($0) },
            signaling: self.signaling.signaling
        )
        print(loaded.dialplan.explain(facts, in: ByteString(self.context)))
    }
}

/// A protocol by the word that dialplans use.
enum CallerProtocol: String, ExpressibleByArgument, CaseIterable {
    case sip
    case mgcp

    var signaling: SignalingProtocol {
        switch self {
        case .sip:
            .sip
        case .mgcp:
            .mgcp
        }
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
