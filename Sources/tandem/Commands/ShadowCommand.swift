import ArgumentParser
import Foundation

/// `tandem dialplan shadow`.
struct ShadowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shadow",
        abstract: "Evaluate another dialplan beside the live one, for each new call and without any effect.",
        subcommands: [
            StartShadowCommand.self, ReportShadowCommand.self, PromoteShadowCommand.self, StopShadowCommand.self,
        ]
    )
}

/// `tandem dialplan shadow start`.
struct StartShadowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Begin to compare what these files decide with what the live dialplan does.",
        discussion: """
            The files are read and checked as by a reload. Calls are compared when their own messages have been sent; what
            would take too long is skipped and counted. Emergencies are always among what is compared.

            Example:
              tandem dialplan shadow start new/default.xml --one-in 10
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Argument(help: "The files of the dialplan.")
    var files: [String]

    @Option(help: "Compare one call in so many.")
    var oneIn = 1

    @Option(help: "Keep so many examples of each difference.")
    var examples = 10

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(self.oneIn) else {
            throw ValidationError("--one-in is from 1 to 1000000")
        }
        guard (0...1000).contains(self.examples) else {
            throw ValidationError("--examples is from 0 to 1000")
        }
    }

    func run() throws {
        // The gateway may run in another folder.
        let files = self.files.map { URL(fileURLWithPath: $0).path }
        let question = DialplanQuestion(files: files, oneIn: self.oneIn, examples: self.examples)
        try self.file.changeDialplan(.shadowStart, question, json: self.json)
    }
}

/// `tandem dialplan shadow report`.
struct ReportShadowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Say which calls the other dialplan would have decided differently."
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try self.file.printShadow(.shadowReport, json: self.json)
    }
}

/// `tandem dialplan shadow promote`.
struct PromoteShadowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Make the dialplan that is evaluated beside the live one route new calls.",
        discussion: """
            Its files do not take the place of those of the configuration: move them there, or the next reload brings the
            former dialplan back.
            """
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try self.file.changeDialplan(.shadowPromote, DialplanQuestion(), json: self.json)
    }
}

/// `tandem dialplan shadow stop`.
struct StopShadowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Evaluate nothing beside the live dialplan any more, and print a last report."
    )

    @OptionGroup var file: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try self.file.printShadow(.shadowStop, json: self.json)
    }
}

extension ConfigurationOption {
    fileprivate func printShadow(_ command: ControlRequest.Command, json: Bool) throws {
        guard let report = try ControlClient(self).ask(ControlRequest(command: command)).shadow else {
            throw CommandFailure("the gateway sent no report")
        }
        print(json ? try JSONText.text(report) : report.text)
    }
}

extension ShadowText {
    /// The report for people: counts, then the examples.
    var text: String {
        var lines = ["\(self.candidate) beside \(self.live) since \(self.since)"]
        lines.append(
            "\(self.compared) calls compared, \(self.equal) alike, \(self.leftOut) left out, \(self.skipped) skipped"
        )
        lines += self.differences.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { name, count in
            "\(count) differ in \(Self.words[name] ?? name)"
        }
        for example in self.examples {
            let place = "\(example.number) in \(example.context)"
            lines.append("call \(example.call), \(example.caller) to \(place): \(Self.words[example.difference] ?? "")")
            lines.append("  live       \(example.live.text)")
            lines.append("  candidate  \(example.candidate.text)")
        }
        return lines.joined(separator: "\n")
    }

    private static let words = [
        "emergency": "whether it is an emergency", "cause": "whether or why it is refused",
        "actions": "what is done", "extension": "the extension only",
    ]
}
