import CallModel
import DialplanEngine
import ProtocolKit

/// The state while a test file is read: what was wrong so far.
///
/// Here are the values of keys; the elements stand in extensions.
struct TrialReading {
    private(set) var problems: [TrialFileError.Problem] = []
    let limits: TrialLimits

    init(limits: TrialLimits) {
        self.limits = limits
    }

    // MARK: Problems

    /// Notes what is wrong at a place.
    mutating func add(_ message: String, at place: TrialPlace, key: String = "") {
        self.problems.append(TrialFileError.Problem(place: place, key: key, message: message))
    }

    /// Notes what is wrong with a key, or with the element that lacks it.
    mutating func add(_ message: String, at node: TrialNode, key: String) {
        self.add(message, at: node.entry(key)?.place ?? node.place, key: key)
    }

    /// Refuses the keys and elements that `node` cannot have, and keys that stand twice.
    mutating func check(_ node: TrialNode, keys: [String], children: [String] = []) {
        var seen: Set<String> = []
        for entry in node.entries {
            if !keys.contains(entry.key) {
                let advice = NearestName.advice(for: entry.key, among: keys + children)
                self.add("`\(node.name)` has no such key; \(advice)", at: entry.place, key: entry.key)
            } else if !seen.insert(entry.key).inserted {
                self.add("the key stands twice; remove one", at: entry.place, key: entry.key)
            }
        }
        for child in node.children where !children.contains(child.name) {
            let advice =
                keys.contains(child.name)
                ? "it takes a value and nothing inside" : NearestName.advice(for: child.name, among: children + keys)
            self.add("cannot stand in `\(node.name)`; \(advice)", at: child.place, key: child.name)
        }
    }

    // MARK: Values

    /// The one value of a key; `nil` when it is not given.
    mutating func text(_ node: TrialNode, _ key: String) -> String? {
        guard let entry = node.entry(key) else {
            return nil
        }
        guard let value = entry.values.first, entry.values.count == 1 else {
            self.add("expected one value and no list", at: entry.place, key: key)
            return nil
        }
        return value
    }

    /// A value that must be given and not be empty.
    mutating func required(_ node: TrialNode, _ key: String, _ advice: String) -> String? {
        guard node.entry(key) != nil else {
            self.add("missing in `\(node.name)`; \(advice)", at: node.place, key: key)
            return nil
        }
        guard let value = self.text(node, key) else {
            return nil
        }
        guard !value.isEmpty else {
            self.add("must not be empty; \(advice)", at: node, key: key)
            return nil
        }
        return value
    }

    /// The words of a list; `nil` when the key is not given, none for the word `none`.
    func words(_ node: TrialNode, _ key: String) -> [String]? {
        node.entry(key).map { entry in
            let words = entry.values.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            return words == ["none"] ? [] : words
        }
    }

    /// One of some words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: TrialNode,
        _ key: String,
        _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = self.text(node, key) else {
            return nil
        }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue)
            self.add("`\(text)` is not known; \(NearestName.advice(for: text, among: known))", at: node, key: key)
            return nil
        }
        return choice
    }

    /// `true` or `false`.
    mutating func boolean(_ node: TrialNode, _ key: String) -> Bool? {
        guard let text = self.text(node, key) else {
            return nil
        }
        guard let value = ["true": true, "false": false][text] else {
            self.add("`\(text)` is neither `true` nor `false`", at: node, key: key)
            return nil
        }
        return value
    }

    /// A time span of up to a day, in seconds unless a unit follows; zero is one.
    mutating func duration(_ node: TrialNode, _ key: String) -> Duration? {
        guard let text = self.text(node, key) else {
            return nil
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["ms": 1, "": 1000, "s": 1000, "m": 60_000, "h": 3_600_000]
        guard let unit = units[String(text.dropFirst(digits.count))], let number = Int(digits),
            number <= 86_400_000 / unit
        else {
            self.add(
                "`\(text)` is not a time span of up to a day; write for example 0, 25s, 500ms, 2m or 1h",
                at: node,
                key: key
            )
            return nil
        }
        return .milliseconds(number * unit)
    }

    /// A time span, or `never`; `nil` when the key is not given.
    mutating func durationOrNever(_ node: TrialNode, _ key: String) -> Duration?? {
        guard let entry = node.entry(key) else {
            return .none
        }
        guard entry.values != ["never"] else {
            return .some(nil)
        }
        return self.duration(node, key).map { .some($0) } ?? .none
    }

    /// A SIP status from `least` to 699.
    mutating func status(_ node: TrialNode, _ key: String, atLeast least: UInt16) -> UInt16? {
        guard let text = self.text(node, key) else {
            return nil
        }
        guard let status = UInt16(text), (least...699).contains(status) else {
            self.add("`\(text)` is no final SIP status; write \(least) to 699", at: node, key: key)
            return nil
        }
        return status
    }

    /// A Q.850 cause by its name in dialplans or its number.
    mutating func cause(_ node: TrialNode, _ key: String) -> Q850Cause? {
        guard let text = self.text(node, key) else {
            return nil
        }
        guard let cause = CauseName.cause(text) else {
            let near = NearestName.nearest(to: text, among: CauseName.all.map(\.name))
            let advice = near.map { "did you mean `\($0)`?" } ?? "write a Q.850 number (1 to 127) or name, as user-busy"
            self.add("`\(text)` is no cause; \(advice)", at: node, key: key)
            return nil
        }
        return cause
    }

    /// A moment with its zone.
    mutating func time(_ node: TrialNode, _ key: String) -> CivilTime? {
        guard let text = self.text(node, key) else {
            return nil
        }
        guard let time = CivilTime(iso8601: text) else {
            self.add(
                "`\(text)` is no moment; write a date, a time and its distance from UTC, as 2026-12-24T18:00:00+01:00",
                at: node,
                key: key
            )
            return nil
        }
        return time
    }
}
