import DialplanEngine
package import DialplanTrials
import Foundation
import ProtocolKit

/// The test files that were named, or those beside the dialplans of a configuration, with their plans.
package struct TrialFiles {
    /// The plans, each with its test files, in the order in which they were first named.
    package private(set) var benches: [TrialBench] = []

    /// What a test file's name ends with.
    private static let endings = [".tests.xml", ".tests.yaml", ".tests.yml"]

    private struct Plan {
        let sources: [DialplanReader.Source]
        let schema: DialplanReader.Source?
        var parts: [TrialBench.Part] = []
    }

    private var plans: [Plan] = []
    private let configuration: LoadedConfiguration?

    /// Reads everything; `configuration` gives names, policies and the whole dialplan.
    package init(_ paths: [String], configuration: LoadedConfiguration? = nil) throws(LoadError) {
        self.configuration = configuration
        let paths = try paths.isEmpty ? Self.beside(configuration) : paths
        for path in paths {
            let suite = try Self.suite(path)
            let planPaths = try Self.planPaths(of: suite, path)
            try self.add(suite, planPaths)
        }
        let limits = configuration?.configuration.dialplanLimits ?? DialplanLimits()
        let clocks = configuration?.configuration.dialplanClocks ?? DialplanClocks()
        self.benches = self.plans.map { plan in
            TrialBench(sources: plan.sources, schema: plan.schema, planLimits: limits, parts: plan.parts) {
                DialplanFiles.reader($0, schema: $1, $2, clocks)
            }
        }
    }

    // MARK: Test files

    /// The test files beside the dialplans of the configuration.
    private static func beside(_ configuration: LoadedConfiguration?) throws(LoadError) -> [String] {
        let plans = configuration.map { loaded in loaded.configuration.dialplans.map { loaded.resolve($0) } } ?? []
        let candidates = plans.flatMap { plan in
            self.endings.map { (plan.hasSuffix(".xml") ? String(plan.dropLast(4)) : plan) + $0 }
        }
        let found = candidates.filter { FileManager.default.fileExists(atPath: $0) }
        guard !found.isEmpty else {
            let names = candidates.filter { $0.hasSuffix(".xml") }.joined(separator: ", ")
            throw LoadError([
                .init(file: configuration?.path ?? "", message: "no dialplan has tests beside it; write \(names)")
            ])
        }
        return found
    }

    private static func suite(_ path: String) throws(LoadError) -> TrialSuite {
        let octets = try self.read(path, "the test file")
        do throws(TrialFileError) {
            guard !path.hasSuffix(".yaml"), !path.hasSuffix(".yml") else {
                let node = try TrialNode(yaml: String(decoding: octets, as: UTF8.self), file: path)
                return try TrialReader().read(node)
            }
            let schema = FileManager.default.contents(atPath: self.folder(of: path) + "dialplan-tests.xsd")
            return try TrialReader(schema: schema.map { Array($0) }).read(octets, file: path)
        } catch {
            throw LoadError(error)
        }
    }

    // MARK: Plans

    /// The dialplan files that a test file is for.
    private static func planPaths(of suite: TrialSuite, _ path: String) throws(LoadError) -> [String] {
        guard suite.plans.isEmpty else {
            return suite.plans.map { $0.hasPrefix("/") ? $0 : self.folder(of: path) + $0 }
        }
        guard let ending = self.endings.first(where: path.hasSuffix) else {
            let advice = "add `plan` with the dialplan, or name the file for it, as default.tests.xml for default.xml"
            throw LoadError([.init(file: path, line: 1, message: "names no dialplan; \(advice)")])
        }
        return [String(path.dropLast(ending.count)) + ".xml"]
    }

    private mutating func add(_ suite: TrialSuite, _ paths: [String]) throws(LoadError) {
        var paths = paths
        var world = TrialWorld()
        if let configuration = self.configuration {
            let whole = configuration.configuration.dialplans.map { configuration.resolve($0) }
            // A plan of the configuration is tested as it runs: with all files, since each may name contexts of others.
            if paths.allSatisfy({ path in whole.contains { Self.same($0, path) } }) {
                paths = whole
            }
            let read = configuration.configuration
            world = TrialWorld(sip: read.sip, mgcp: read.mgcp, calls: read.calls)
        }
        let part = TrialBench.Part(suite: suite, world: world.adding(suite.names))
        if let known = self.plans.firstIndex(where: { $0.sources.map(\.file) == paths }) {
            self.plans[known].parts.append(part)
            return
        }
        var sources: [DialplanReader.Source] = []
        for path in paths {
            let octets = try Self.read(path, "the dialplan of \(suite.file)")
            sources.append(DialplanReader.Source(file: path, octets: octets))
        }
        let schemaPath = Self.folder(of: paths.first ?? "") + "dialplan.xsd"
        let schema = FileManager.default.contents(atPath: schemaPath).map {
            DialplanReader.Source(file: schemaPath, octets: Array($0))
        }
        self.plans.append(Plan(sources: sources, schema: schema, parts: [part]))
    }

    // MARK: Paths

    private static func read(_ path: String, _ what: String) throws(LoadError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw LoadError([.init(file: path, message: "\(what) cannot be read")])
        }
        return Array(data)
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        URL(filePath: left).standardizedFileURL == URL(filePath: right).standardizedFileURL
    }

    /// The folder with its slash; empty for this one.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

extension LoadError {
    init(_ error: TrialFileError) {
        self.init(
            error.problems.map { problem in
                Problem(
                    file: problem.place.file,
                    line: problem.place.line,
                    column: problem.place.column,
                    key: problem.key,
                    message: problem.message
                )
            }
        )
    }
}
