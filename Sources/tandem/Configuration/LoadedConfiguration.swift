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
    package let dialplan: Dialplan

    /// Reads the configuration file that was named, or the one that the environment names, or `tandem.yaml`.
    package init(
        path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(LoadError) {
        let path = path ?? environment["TANDEM_CONFIG"] ?? "tandem.yaml"
        self.configuration = try Self.readConfiguration(path, environment)
        self.path = path
        self.dialplan = try Self.readDialplan(self.configuration, folder: Self.folder(of: path))
        try self.checkContexts()
        try self.compileDigitMaps()
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

    private static func readDialplan(
        _ configuration: TandemConfiguration,
        folder: String
    ) throws(LoadError) -> Dialplan {
        var sources: [DialplanReader.Source] = []
        var schema: DialplanReader.Source?
        for file in configuration.dialplans {
            let path = Self.join(folder, file)
            sources.append(DialplanReader.Source(file: path, octets: try Self.read(path)))
            let schemaPath = Self.join(Self.folder(of: path), "dialplan.xsd")
            if schema == nil, FileManager.default.fileExists(atPath: schemaPath) {
                schema = DialplanReader.Source(file: schemaPath, octets: try Self.read(schemaPath))
            }
        }
        let names = DialplanReader.Names(
            trunks: Set(configuration.sip.trunks.map(\.name)),
            users: Set(configuration.sip.users.map(\.name)),
            lines: Set(configuration.mgcp.lines.map(\.name)),
            circuitGroups: Set(configuration.mgcp.circuitGroups.map(\.name))
        )
        do throws(DialplanError) {
            let reader = DialplanReader(names: names, schema: schema, limits: configuration.dialplanLimits)
            return try reader.read(sources)
        } catch {
            throw LoadError(error)
        }
    }

    /// Every context that calls start in must be one of the dialplan's.
    private func checkContexts() throws(LoadError) {
        let known = self.dialplan.contextNames.map(\.description)
        let problems = self.configuration.contextUses.filter { !self.dialplan.hasContext($0.context) }.map { use in
            LoadError.Problem(
                use,
                "\(use.owner) calls in context `\(use.context)`, which no dialplan file has; known: "
                    + known.joined(separator: ", ")
            )
        }
        guard problems.isEmpty else {
            throw LoadError(problems)
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

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
    }
}

/// Why a configuration and its dialplans cannot be used.
package struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
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
        self.problems = error.problems.map { problem in
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
        self.problems.map { problem in
            let column = problem.column > 0 ? ":\(problem.column)" : ""
            let place = problem.line > 0 ? "\(problem.file):\(problem.line)\(column)" : problem.file
            return [place, problem.key, problem.message].filter { !$0.isEmpty }.joined(separator: ": ")
        }.joined(separator: "\n")
    }
}

extension LoadError.Problem {
    /// What is wrong with a context that the configuration names.
    init(_ use: ContextUse, _ message: String) {
        self.init(file: use.place, line: use.line, column: use.column, key: use.key, message: message)
    }
}
