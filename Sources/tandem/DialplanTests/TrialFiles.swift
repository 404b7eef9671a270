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
        let files: DialplanFiles
        var parts: [TrialBench.Part] = []
    }

    private var plans: [Plan] = []
    private let configuration: LoadedConfiguration?

    /// Reads everything; `configuration` gives names, policies and the whole dialplan, and `plan` has files to test in the
    /// place of those that the test files are for.
    package init(
        _ paths: [String],
        plan: [String] = [],
        configuration: LoadedConfiguration? = nil
    ) throws(LoadError) {
        self.configuration = configuration
        let paths = try paths.isEmpty ? Self.beside(configuration) : paths
        for path in paths {
            let suite = try Self.suite(path)
            try self.add(suite, plan.isEmpty ? try Self.planPaths(of: suite, path) : plan)
        }
        for plan in self.plans {
            self.benches.append(try self.bench(for: plan))
        }
    }

    /// The plan as a gateway loads it: with the files beside it, the clocks, and what FreeSWITCH's language finds around it.
    private func bench(for plan: Plan) throws(LoadError) -> TrialBench {
        let clocks = self.configuration?.configuration.dialplanClocks ?? DialplanClocks()
        let surroundings = self.configuration?.configuration.freeSWITCH ?? FreeSWITCHSurroundings()
        let reading: TrialBench.Reading = { names, schema, limits, includes in
            let environment = surroundings.environment(with: includes)
            return DialplanFiles.reader(names, schema: schema, limits, clocks, environment)
        }
        let limits = self.limits
        let all = reading(DialplanReader.Names(), nil, limits, try plan.files.includes())
        return TrialBench(
            sources: plan.files.sources,
            includes: all.includes(of: plan.files.sources),
            schema: plan.files.schema,
            planLimits: limits,
            parts: plan.parts,
            reading: reading
        )
    }

    private var limits: DialplanLimits {
        self.configuration?.configuration.dialplanLimits ?? DialplanLimits()
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
        if let known = self.plans.firstIndex(where: { $0.files.paths == paths }) {
            self.plans[known].parts.append(part)
            return
        }
        for path in paths where !FileManager.default.isReadableFile(atPath: path) {
            throw LoadError([.init(file: path, message: "the dialplan of \(suite.file) cannot be read")])
        }
        let files = try DialplanFiles(paths: paths, limits: self.limits)
        self.plans.append(Plan(files: files, parts: [part]))
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
