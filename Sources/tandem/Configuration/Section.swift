import Yams

/// One mapping of the configuration while it is read.
///
/// Every key that is asked for becomes known; ``end()`` refuses the others. A scalar may be overridden by an environment
/// variable that is named for its path, which is how containers are configured.
final class Section {
    /// Collects the problems and knows where everything came from.
    final class Reading {
        let file: String
        let environment: [String: String]
        var problems: [ConfigurationProblem] = []
        /// The path of every key that was asked for; documentation and tests compare with it.
        var knownPaths: Set<String> = []
        var knownVariables: Set<String> = []
        /// Everything that was said of what was asked for.
        var settings = ConfigurationSettings()

        init(file: String, environment: [String: String]) {
            self.file = file
            self.environment = environment
        }
    }

    /// A scalar and where it stands.
    struct Scalar {
        let text: String
        let place: String
        let mark: Mark?
        let key: String
    }

    let reading: Reading

    /// The path for messages, with the places in lists: `users[0]`.
    let path: String

    /// The path without places, for documentation: `users`.
    private let pattern: String

    /// The path for environment variables, with names in place of the places in lists: `USERS_ALICE`.
    private let variable: String

    private let mapping: [(key: String, keyNode: Node, value: Node)]
    private var known: [String] = []

    /// The whole file.
    convenience init(_ root: Node?, _ reading: Reading) {
        self.init(root, reading, path: "", pattern: "", variable: "TANDEM")
    }

    private init(_ node: Node?, _ reading: Reading, path: String, pattern: String, variable: String) {
        self.reading = reading
        self.path = path
        self.pattern = pattern
        self.variable = variable
        guard let node, !node.isNothing else {
            self.mapping = []
            return
        }
        guard case .mapping(let mapping) = node else {
            self.mapping = []
            self.report(node.mark, path, "expected keys with values, each as `key: value` on a line of its own")
            return
        }
        self.mapping = mapping.map { ($0.key.scalar?.string ?? "", $0.key, $0.value) }
    }

    // MARK: Values

    /// The scalar of a key; `nil` when it is not given.
    func scalar(_ key: String) -> Scalar? {
        let variable = self.know(key)
        if let text = self.reading.environment[variable] {
            self.note(text, of: key)
            return Scalar(text: text, place: "environment variable \(variable)", mark: nil, key: "")
        }
        guard let node = self.node(key), !node.isNothing else {
            return nil
        }
        guard let scalar = node.scalar else {
            self.report(node.mark, self.join(key), "expected a single value, not a list or a group of keys")
            return nil
        }
        self.note(scalar.string, of: key)
        return Scalar(text: scalar.string, place: self.reading.file, mark: node.mark, key: self.join(key))
    }

    /// The scalars of a list, or the parts of a single one that commas separate.
    func scalars(_ key: String) -> [Scalar]? {
        let variable = self.know(key)
        if self.reading.environment[variable] == nil, let node = self.node(key), let sequence = node.sequence {
            return sequence.enumerated().compactMap { index, element in
                guard let scalar = element.scalar else {
                    self.report(element.mark, "\(self.join(key))[\(index)]", "expected a single value")
                    return nil
                }
                let path = "\(self.join(key))[\(index)]"
                self.note(scalar.string, of: key)
                return Scalar(text: scalar.string, place: self.reading.file, mark: element.mark, key: path)
            }
        }
        return self.scalar(key).map { scalar in
            Self.parts(of: scalar.text).map { part in
                let text = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                return Scalar(text: String(text), place: scalar.place, mark: scalar.mark, key: scalar.key)
            }
        }
    }

    /// What commas separate, those in brackets excepted: a range of endpoints has some.
    private static func parts(of text: String) -> [Substring] {
        var depth = 0
        return text.split { character in
            depth += character == "[" ? 1 : character == "]" ? -1 : 0
            return character == "," && depth <= 0
        }
    }

    /// The keys below a key; empty when it is not given.
    func section(_ key: String) -> Section {
        let variable = self.know(key)
        return Section(
            self.node(key),
            self.reading,
            path: self.join(key),
            pattern: self.joinPattern(key),
            variable: variable
        )
    }

    /// Whether the key is given at all.
    func has(_ key: String) -> Bool {
        let variable = self.know(key)
        guard self.node(key)?.isNothing ?? true else {
            self.note("", of: key)
            return true
        }
        return self.reading.environment.keys.contains { $0 == variable || $0.hasPrefix(variable + "_") }
    }

    /// The elements of a list of groups; `nil` when the key is not given.
    func sections(_ key: String) -> [Section]? {
        let variable = self.know(key)
        guard let node = self.node(key) else {
            return nil
        }
        guard !node.isNothing else {
            return []
        }
        guard let sequence = node.sequence else {
            self.report(node.mark, self.join(key), "expected a list, each element beginning with `- `")
            return []
        }
        let names = sequence.enumerated().map { index, element in
            element.mapping?["name"]?.scalar?.string ?? String(index)
        }
        // The order may matter, the first that fits being taken.
        self.note(names.joined(separator: ","), of: key)
        return zip(sequence, names).enumerated().map { index, pair in
            let (element, name) = pair
            return Section(
                element,
                self.reading,
                path: "\(self.join(key))[\(index)]",
                pattern: self.joinPattern(key),
                variable: variable + "_" + Self.variable(for: name)
            )
        }
    }

    /// The pairs of a group whose keys are values themselves.
    func pairs(_ key: String) -> [(key: Scalar, value: Scalar)] {
        _ = self.know(key)
        guard let node = self.node(key), !node.isNothing else {
            return []
        }
        guard let mapping = node.mapping else {
            self.report(node.mark, self.join(key), "expected pairs, each as `key: value`")
            return []
        }
        return mapping.compactMap { pair in
            guard let name = pair.key.scalar?.string, let value = pair.value.scalar?.string else {
                self.report(pair.key.mark, self.join(key), "expected a single value")
                return nil
            }
            let path = self.join(key)
            self.note("\(name): \(value)", of: key)
            return (
                Scalar(text: name, place: self.reading.file, mark: pair.key.mark, key: path),
                Scalar(text: value, place: self.reading.file, mark: pair.value.mark, key: path)
            )
        }
    }

    /// Refuses every key that was not asked for.
    func end() {
        for entry in self.mapping where !self.known.contains(entry.key) {
            let nearest = NearestKey.nearest(to: entry.key, among: self.known)
            let advice = nearest.map { "did you mean `\($0)`?" } ?? "known here: " + self.known.joined(separator: ", ")
            self.report(entry.keyNode.mark, self.join(entry.key), "unknown key; \(advice)")
        }
    }

    // MARK: Problems

    /// Where a key stands, or the group that lacks it.
    func place(of key: String) -> Scalar {
        let mark = self.mapping.first?.keyNode.mark
        return self.scalar(key) ?? Scalar(text: "", place: self.reading.file, mark: mark, key: self.join(key))
    }

    /// Notes a problem with what a key says.
    func report(_ key: String, _ message: String) {
        self.report(self.place(of: key), message)
    }

    /// Notes a problem with a scalar.
    func report(_ scalar: Scalar, _ message: String) {
        self.reading.problems.append(
            ConfigurationProblem(
                place: scalar.place,
                line: scalar.mark?.line ?? 0,
                column: scalar.mark?.column ?? 0,
                key: scalar.key,
                message: message
            )
        )
    }

    /// Notes that a key is missing.
    func reportMissing(_ key: String, _ advice: String) {
        let mark = self.mapping.first?.keyNode.mark
        self.report(mark, self.join(key), "missing; \(advice)")
    }

    private func report(_ mark: Mark?, _ key: String, _ message: String) {
        self.report(Scalar(text: "", place: self.reading.file, mark: mark, key: key), message)
    }

    // MARK: Names

    private func node(_ key: String) -> Node? {
        self.mapping.first { $0.key == key }?.value
    }

    /// Makes a key known and returns the name of its environment variable.
    private func know(_ key: String) -> String {
        if !self.known.contains(key) {
            self.known.append(key)
        }
        self.reading.knownPaths.insert(self.joinPattern(key))
        let variable = self.variable + "_" + Self.variable(for: key)
        self.reading.knownVariables.insert(variable)
        return variable
    }

    /// Notes what is said of a key.
    private func note(_ text: String, of key: String) {
        let variable = self.variable + "_" + Self.variable(for: key)
        self.reading.settings.note(text, of: key, in: self.path, variable: variable)
    }

    private func join(_ key: String) -> String {
        self.path.isEmpty ? key : "\(self.path).\(key)"
    }

    private func joinPattern(_ key: String) -> String {
        self.pattern.isEmpty ? key : "\(self.pattern).\(key)"
    }

    private static func variable(for key: String) -> String {
        String(key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

extension Node {
    /// Whether nothing stands here: `key:` with nothing behind it, `~` or `null`.
    fileprivate var isNothing: Bool {
        guard let scalar = self.scalar, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null"].contains(scalar.string)
    }
}
