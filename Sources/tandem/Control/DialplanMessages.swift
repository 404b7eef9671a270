import CallControl
import CallModel
import CallRecords
import ProtocolKit

/// What a command asks about dialplans, beside its name.
struct DialplanQuestion: Codable, Sendable {
    /// Whether the configuration file is left aside, and only the dialplan's files are read.
    var dialplanOnly = false
    /// Whether nothing is changed.
    var isCheck = false
    /// The version that shall be live again; `nil` is the one before.
    var version: String?
    /// The files of a dialplan to be tried.
    var files: [String] = []
    /// Of how many calls one is compared.
    var oneIn = 1
    /// How many examples of each difference are kept.
    var examples = 10
}

/// What has come of a wish for another dialplan.
struct DialplanOutcome: Codable, Sendable {
    enum Outcome: String, Codable, Sendable {
        /// Another dialplan is live.
        case replaced
        /// What was read is what is live.
        case unchanged
        /// What was read can be used; nothing was changed.
        case usable
        /// What was read cannot be used; what was live is live.
        case refused
        /// What was read is evaluated beside the live dialplan.
        case tried
    }

    var outcome: Outcome
    /// The dialplan that is live.
    var live: String
    /// What was live before, or is evaluated beside it.
    var other: String?
    /// What is wrong.
    var problems: [LoadError.Problem] = []
    /// Keys of the configuration that say something else than at the start, and wait for the next one.
    var waitingForRestart: [String] = []
}

/// A dialplan that is live or can be.
struct KeptDialplan: Codable, Sendable {
    let version: String
    let digest: String
    let isLive: Bool
    let loaded: String
    let files: [String]
    let contexts: Int
    /// How many calls are routed by it now.
    let calls: Int
}

/// What has come of comparing a dialplan with the live one.
struct ShadowText: Codable, Sendable {
    struct Side: Codable, Sendable {
        let `extension`: String
        let file: String
        let line: Int
        let actions: [String]

        init(_ side: RouteExample.Side) {
            self.extension = side.name.description
            self.file = side.file
            self.line = side.line
            self.actions = side.actions
        }

        /// The extension with its place and what it does, for people.
        var text: String {
            let place = self.file.isEmpty ? "" : " (\(self.file):\(self.line))"
            let name = self.extension.isEmpty ? "no extension" : self.extension
            return "\(name)\(place): \(self.actions.joined(separator: "; "))"
        }
    }

    struct Example: Codable, Sendable {
        let call: String
        let difference: String
        let context: String
        let number: String
        let caller: String
        let live: Side
        let candidate: Side
    }

    let candidate: String
    let live: String
    let since: String
    let compared: UInt64
    let equal: UInt64
    let leftOut: UInt64
    let skipped: UInt64
    let differences: [String: UInt64]
    let examples: [Example]

    init(_ report: ShadowReport) {
        self.candidate = report.candidate.description
        self.live = report.live.description
        self.since = report.since.description
        self.compared = report.compared
        self.equal = report.equal
        self.leftOut = report.leftOut
        self.skipped = report.skipped
        self.differences = Dictionary(
            uniqueKeysWithValues: RouteDifference.allCases.map { ($0.rawValue, report.differences[$0] ?? 0) }
        )
        self.examples = report.examples.map { example in
            Example(
                call: example.call.description,
                difference: example.difference.rawValue,
                context: example.context.description,
                number: example.number.description,
                caller: example.caller.description,
                live: Side(example.live),
                candidate: Side(example.candidate)
            )
        }
    }
}
