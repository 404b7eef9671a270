import ProtocolKit

/// Which variables, fields and functions a dialplan uses, and which it sets.
struct FreeSWITCHUsage {
    /// Where something is used first, and how often.
    private struct Use {
        let place: DialplanPlace
        var count = 1
    }

    private var variables: [ByteString: Use] = [:]
    private var fields: [ByteString: Use] = [:]
    private var functions: [String: Use] = [:]
    private var settings: Set<ByteString> = []
    private var profileSettings: Set<ByteString> = []
    /// The time zones that a call can ask for.
    private(set) var zoneNames: Set<String> = []
    private var targets: [(context: ByteString, place: DialplanPlace)] = []

    /// Variables that a call sets by itself on its way.
    private static let results: Set<ByteString> = [
        "dp_match", "originate_disposition", "dialstatus", "bridge_hangup_cause", "last_bridge_hangup_cause",
        "originate_failed_cause", "hangup_cause", "endpoint_disposition", "max_forwards", "max_session_transfers",
        "export_vars",
    ]

    /// Notes what a text reads.
    mutating func note(_ template: ExpansionTemplate, at place: DialplanPlace) {
        for part in template.parts {
            switch part {
            case .text, .capture:
                break
            case .variable(let reference):
                if let key = reference.key {
                    Self.count(key, in: &self.variables, place)
                }
                for inner in [reference.name, reference.offset, reference.length, reference.index] {
                    if let inner {
                        self.note(inner, at: place)
                    }
                }
            case .function(let reference):
                if let name = reference.name.constant {
                    Self.count(name.description.lowercased(), in: &self.functions, place)
                }
                self.note(reference.argument, at: place)
                if reference.name.constant?.isWord("strftime_tz") == true {
                    self.zoneNames.formUnion(
                        reference.argument.authoredText.split(separator: " ").prefix(1).map(String.init)
                    )
                }
            }
        }
    }

    /// Notes a field that is none of the profile's own.
    mutating func noteField(_ key: ByteString, at place: DialplanPlace) {
        Self.count(key, in: &self.fields, place)
    }

    /// Notes the variable that an action sets.
    mutating func noteSetting(by application: FreeSWITCHApplication, _ data: ExpansionTemplate) {
        if [.set, .push, .unshift, .export, .bridgeExport].contains(application) {
            let pair = data.split(at: "=") ?? data.split(at: ",")
            let name = pair?.before.constant
            if name?.isWord("timezone") == true, let zone = pair?.after.constant {
                self.zoneNames.insert(zone.description)
            }
            self.settings.formUnion(name.map { [Self.bare($0)] } ?? [])
        } else if application == .multiset {
            for item in data.constant?.arguments(separatedBy: " ", limit: 256) ?? [] {
                self.settings.formUnion(item.split(at: "=").map { [Self.bare($0.before)] } ?? [])
            }
        } else if application == .setProfileVariable {
            self.profileSettings.formUnion(data.split(at: "=")?.before.constant.map { [$0.key] } ?? [])
        }
    }

    /// Notes the context that an action goes on in.
    mutating func noteTransfer(to context: ByteString, at place: DialplanPlace) {
        self.targets.append((context, place))
    }

    /// The contexts that are named and may not exist.
    func missingContexts(_ known: Set<ByteString>) -> [DialplanProblem] {
        self.targets.filter { !known.contains($0.context) && !known.contains("global") }.map { target in
            Self.finding(
                "there is no context \"\(target.context)\"",
                Use(place: target.place),
                NearestName.advice(for: target.context.description, among: known.map(\.description).sorted())
            )
        }
    }

    /// What is used and never set, or not here.
    func findings(globals: Set<ByteString>) -> [DialplanProblem] {
        let known = globals.union(self.settings).union(self.profileSettings).union(Self.results)
            .union(FreeSWITCHChannel.initialNames.map { ByteString($0) })
        var findings: [DialplanProblem] = []
        for (key, use) in self.variables where !Self.isKnown(key, known) {
            let near = NearestName.nearest(to: key.description, among: known.map(\.description).sorted())
            findings.append(
                Self.finding(
                    "nothing sets ${\(key)}, so it is empty",
                    use,
                    near.map { "did you mean ${\($0)}?" } ?? "set it, or remove what depends on it"
                )
            )
        }
        for (key, use) in self.fields
        where !self.profileSettings.contains(key) && !CallerField.zeroes.contains(key.description) {
            let names = CallerField.allCases.map(\.rawValue)
            let isVariable = known.contains(key)
            findings.append(
                Self.finding(
                    "there is no field \"\(key)\", so it is empty",
                    use,
                    isVariable
                        ? "write ${\(key)} for the variable" : NearestName.advice(for: key.description, among: names)
                )
            )
        }
        for (name, use) in self.functions {
            let function = FreeSWITCHFunction(rawValue: name)
            if let advice = function.map(\.advice) ?? "write what it would give, or remove what depends on it" {
                let message = function == nil ? "is not here, so it is empty" : "is not what it is elsewhere"
                findings.append(Self.finding("${\(name)(…)} \(message)", use, advice))
            }
        }
        return findings
    }

    private static func isKnown(_ key: ByteString, _ known: Set<ByteString>) -> Bool {
        known.contains(key) || CallerField.byKey[key] != nil || CallerField.zeroes.contains(key.description)
            || key.bytes.starts(with: "dp_regex_match_".utf8)
    }

    /// A name without the element in brackets and without where it is for.
    private static func bare(_ name: MarkedText) -> ByteString {
        (name.split(at: "[")?.before ?? name).key
    }

    private static func count<Key: Hashable>(_ key: Key, in uses: inout [Key: Use], _ place: DialplanPlace) {
        if uses[key] == nil {
            uses[key] = Use(place: place)
        } else {
            uses[key]?.count += 1
        }
    }

    private static func finding(_ message: String, _ use: Use, _ advice: String) -> DialplanProblem {
        let times = use.count > 1 ? " (\(use.count) times)" : ""
        return DialplanProblem(file: use.place.file, line: use.place.line, message: message + times, advice: advice)
    }
}
