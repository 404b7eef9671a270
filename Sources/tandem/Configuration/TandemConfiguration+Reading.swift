import CallControl
import CallModel
import DialplanEngine
import Logging
import ProtocolKit
import SIPAgent
import SIPTransactions
import SignalingShell
import Yams

extension TandemConfiguration {
    /// Reads a configuration file and the environment variables that override it, or says everything that is wrong.
    package init(
        text: String,
        file: String,
        environment: [String: String] = [:]
    ) throws(ConfigurationError) {
        let reading = Section.Reading(file: file, environment: environment)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationError([ConfigurationProblem(yaml: error, file: file)])
        }
        self.init(Section(root, reading))
        self.settings = reading.settings
        Self.refuseUnknownVariables(reading)
        guard reading.problems.isEmpty else {
            throw ConfigurationError(reading.problems)
        }
    }

    /// The paths of all keys, for tests of the documentation.
    package static var knownPaths: Set<String> {
        let reading = Section.Reading(file: "", environment: [:])
        let everything = """
            {listeners: [{}], users: [{}], trunks: [{credentials: {}, registration: {}, probe: {}, policy: {}, media: {}}],
             gateways: [{}], lines: [{}], line-classes: [{}], trunk-groups: [{}],
             decisions: [{breaker: {}}]}
            """
        _ = Self(Section(try? Yams.compose(yaml: everything), reading))
        return reading.knownPaths
    }

    private init(_ root: Section) {
        self.init()
        self.readListeners(root)
        self.readSIP(root.section("sip"))
        self.readUsers(root)
        self.readMedia(root.section("media"))
        self.readTrunks(root)
        self.readMGCP(root)
        self.readCalls(root.section("calls"))
        self.readLimits(root.section("limits"))
        self.readDecisions(root)
        self.readSignaling(root.section("signaling"))
        self.readProgram(root)
        root.end()
    }

    private mutating func readZone(_ dialplan: Section) {
        guard let scalar = dialplan.scalar("zone"), scalar.text != "local" else {
            return
        }
        do {
            self.dialplanClocks = try DialplanClocks(zone: scalar.text)
        } catch {
            dialplan.report(scalar, error.description)
        }
    }

    /// What concerns the program around the gateway.
    private mutating func readProgram(_ root: Section) {
        let dialplan = root.section("dialplan")
        self.dialplans = dialplan.scalars("files")?.map(\.text) ?? ["Dialplans/default.xml"]
        dialplan.readSize("file-size", in: 1024...(1 << 30), into: &self.dialplanLimits.fileOctets)
        dialplan.read("targets", in: 1...10_000, into: &self.dialplanLimits.targets)
        dialplan.read("value-octets", in: 64...65_536, into: &self.dialplanLimits.valueOctets)
        dialplan.read("conditions", in: 1...10_000_000, into: &self.dialplanLimits.conditions)
        dialplan.read("actions", in: 1...10_000, into: &self.dialplanLimits.actions)
        dialplan.read("versions", in: 1...1000, into: &self.dialplanVersions)
        self.readZone(dialplan)
        let freeSWITCH = dialplan.section("freeswitch")
        for (name, value) in freeSWITCH.pairs("variables") {
            self.freeSWITCH.variables[name.text] = value.text
        }
        self.freeSWITCH.domains = Set((freeSWITCH.scalars("domains") ?? []).map(\.text))
        freeSWITCH.end()
        dialplan.end()

        let records = root.section("records")
        if let scalar = records.scalar("path") {
            self.records.path = scalar.text == "none" ? nil : scalar.text
        }
        records.read("sync", into: &self.records.syncs)
        records.read("delay", in: .zero...(.seconds(10)), into: &self.records.delay)
        records.read("waiting", in: 1...1_000_000, into: &self.records.waiting)
        records.end()

        let trace = root.section("trace")
        trace.readSize("size", in: 0...(8 << 30), into: &self.traceOctets)
        trace.end()

        let log = root.section("log")
        log.read("level", of: Self.logLevels, into: &self.logLevel)
        log.end()

        let control = root.section("control")
        control.read("socket", into: &self.controlSocket)
        control.end()

        let stop = root.section("stop")
        stop.read("wait", in: .zero...(.seconds(86400)), into: &self.stopLimit)
        stop.end()
    }

    private static let logLevels: KeyValuePairs<String, Logger.Level> = [
        "debug": .debug, "info": .info, "notice": .notice, "warning": .warning, "error": .error,
    ]

    /// A misspelt override would silently do nothing.
    private static func refuseUnknownVariables(_ reading: Section.Reading) {
        let others: Set<String> = ["TANDEM_CONFIG", "TANDEM_CORPORA"]
        for variable in reading.environment.keys.sorted() where variable.hasPrefix("TANDEM_") {
            guard !reading.knownVariables.contains(variable), !others.contains(variable) else {
                continue
            }
            let nearest = NearestKey.nearest(to: variable, among: Array(reading.knownVariables))
            reading.problems.append(
                ConfigurationProblem(
                    place: "environment variable \(variable)",
                    line: 0,
                    column: 0,
                    key: "",
                    message: "overrides no key of the file" + (nearest.map { "; did you mean \($0)?" } ?? "")
                )
            )
        }
    }
}

extension ConfigurationProblem {
    /// What the YAML reader refuses.
    fileprivate init(yaml error: any Error, file: String) {
        guard let error = error as? YamlError else {
            self.init(place: file, line: 0, column: 0, key: "", message: "\(error)")
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(place: file, line: mark.line, column: mark.column, key: "", message: "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first.map { "`\($0)` stands twice" } ?? "a key stands twice"
            let mark = context.mark
            self.init(place: file, line: mark.line, column: mark.column, key: "", message: key)
        default:
            self.init(place: file, line: 0, column: 0, key: "", message: "not YAML: \(error)")
        }
    }
}
