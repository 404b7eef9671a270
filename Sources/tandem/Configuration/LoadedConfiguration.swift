import CallModel
package import DialplanEngine
import Foundation
import MGCPAgent
import ProtocolKit
import SIPAgent

/// The configuration with its dialplan, read and checked: what a start, a check and a question to the dialplan all begin with.
package struct LoadedConfiguration: Sendable {
    /// What the file says.
    package var configuration: TandemConfiguration

    /// The file.
    package let path: String

    /// The dialplan of its files.
    package let ready: ReadyDialplan

    private let files: DialplanFiles

    /// The variables that override the file.
    private let environment: [String: String]

    /// Reads the configuration file that was named, or the one that the environment names, or `tandem.yaml`; its dialplan
    /// gets this number.
    package init(
        path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        number: UInt32 = 1
    ) throws(LoadError) {
        let path = path ?? environment["TANDEM_CONFIG"] ?? "tandem.yaml"
        self.configuration = try Self.readConfiguration(path, environment)
        self.path = path
        self.environment = environment
        let folder = Self.folder(of: path)
        self.files = try DialplanFiles(
            paths: self.configuration.dialplans.map { Self.join(folder, $0) },
            limits: self.configuration.dialplanLimits
        )
        self.ready = try ReadyDialplan(self.files, for: self.configuration, number: number)
        self.configuration.mgcp.digitMaps = self.ready.digitMaps
    }

    /// The dialplan.
    package var dialplan: Dialplan {
        self.ready.dialplan
    }

    /// The dialplan as a gateway with another configuration takes it.
    func ready(for configuration: TandemConfiguration) throws(LoadError) -> ReadyDialplan {
        try ReadyDialplan(self.files, for: configuration, number: self.ready.version.number)
    }

    /// Reads the same file and what belongs to it as they are now.
    func readAnew(number: UInt32) throws(LoadError) -> LoadedConfiguration {
        try LoadedConfiguration(path: self.path, environment: self.environment, number: number)
    }

    /// Where the commands of the gateway with this configuration file go; the dialplan is not read.
    static func controlSocket(path: String?, environment: [String: String]) throws(LoadError) -> String {
        let path = path ?? environment["TANDEM_CONFIG"] ?? "tandem.yaml"
        let configuration = try Self.readConfiguration(path, environment)
        return Self.join(Self.folder(of: path), configuration.controlSocket)
    }

    /// A path of the configuration, seen from where the program runs.
    package func resolve(_ path: String) -> String {
        Self.join(Self.folder(of: self.path), path)
    }

    /// What was read, in a line.
    package var summary: String {
        let sip = self.configuration.sip
        let mgcp = self.configuration.mgcp
        var counts = [
            (self.configuration.listeners.count, "listener"), (sip.users.count, "user"), (sip.trunks.count, "trunk"),
        ]
        if !mgcp.gateways.isEmpty {
            counts += [
                (mgcp.gateways.count, "media gateway"), (mgcp.lines.count, "line"),
                (mgcp.circuitGroups.count, "trunk group"),
            ]
        }
        counts.append((self.dialplan.contextNames.count, "dialplan context"))
        let words = counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
        return "\(self.path) can be used: \(words)"
    }

    private static func readConfiguration(
        _ path: String,
        _ environment: [String: String]
    ) throws(LoadError) -> TandemConfiguration {
        let text = String(decoding: try Self.read(path), as: UTF8.self)
        let variables = environment.filter { $0.key.hasPrefix("TANDEM_") }
        do throws(ConfigurationError) {
            return try TandemConfiguration(text: text, file: path, environment: variables)
        } catch {
            throw LoadError(error)
        }
    }

    private static func read(_ path: String) throws(LoadError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            let advice =
                path == "tandem.yaml"
                ? "cannot be read; `tandem config > tandem.yaml` writes one, or name another with --config"
                : "cannot be read"
            throw LoadError([LoadError.Problem(file: path, message: advice)])
        }
        return Array(data)
    }

    /// The folder of a path; empty for the one in which the program runs.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// A path as one in this folder writes it.
    static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
    }
}

/// Why a configuration and its dialplans cannot be used.
package struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    package struct Problem: Hashable, Codable, Sendable, CustomStringConvertible {
        /// The file or environment variable.
        package let file: String
        /// The line, from 1; 0 when there is none.
        package var line = 0
        /// The column, from 1; 0 when there is none.
        package var column = 0
        /// The key of the configuration; empty elsewhere.
        package var key = ""
        /// What is wrong, and what to do.
        package let message: String

        /// The place, the key and the message, as a compiler prints them.
        package var description: String {
            let column = self.column > 0 ? ":\(self.column)" : ""
            let place = self.line > 0 ? "\(self.file):\(self.line)\(column)" : self.file
            return [place, self.key, self.message].filter { !$0.isEmpty }.joined(separator: ": ")
        }
    }

    /// Everything that is wrong; never empty.
    package let problems: [Problem]

    init(_ problems: [Problem]) {
        self.problems = problems
    }

    init(_ error: ConfigurationError) {
        self.problems = error.problems.map {
            Problem(file: $0.place, line: $0.line, column: $0.column, key: $0.key, message: $0.message)
        }
    }

    init(_ error: DialplanError) {
        self.init(dialplan: error.problems)
    }

    /// The same of what was found in a dialplan.
    init(dialplan problems: [DialplanProblem]) {
        self.problems = problems.map { problem in
            let advice = problem.advice.isEmpty ? "" : "; " + problem.advice
            return Problem(
                file: problem.file,
                line: problem.line,
                column: problem.column,
                message: problem.message + advice
            )
        }
    }

    /// One line for each problem.
    package var description: String {
        self.problems.map(\.description).joined(separator: "\n")
    }
}

extension LoadError.Problem {
    /// What is wrong with a context that the configuration names.
    init(_ use: ContextUse, _ message: String) {
        self.init(file: use.place, line: use.line, column: use.column, key: use.key, message: message)
    }
}
