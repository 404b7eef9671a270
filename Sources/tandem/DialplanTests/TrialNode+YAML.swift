package import DialplanTrials
import Yams

extension TrialNode {
    /// Reads a YAML test file as the tree of its XML sister: what may stand several times there is a list here.
    package init(yaml text: String, file: String) throws(TrialFileError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw TrialFileError(yaml: error, file: file)
        }
        guard let root else {
            throw TrialFileError([.init(place: TrialPlace(file: file), message: "the file is empty")])
        }
        var reading = YAMLTrialReading(file: file)
        let node = reading.node("dialplan-tests", root)
        guard let node, reading.problems.isEmpty else {
            throw TrialFileError(reading.problems)
        }
        self = node
    }
}

/// The state while a YAML test file is turned into a tree.
private struct YAMLTrialReading {
    /// The lists, and what each of their elements is.
    private static let lists = [
        "cases": "case", "peers": "peer", "before": "before", "headers": "header", "legs": "leg",
        "variables": "variable", "actions": "action", "answers": "answer",
    ]

    /// The groups that stand once.
    private static let groups: Set<String> = ["call", "expect", "before"]

    let file: String
    private(set) var problems: [TrialFileError.Problem] = []

    init(file: String) {
        self.file = file
    }

    private func place(_ mark: Mark?) -> TrialPlace {
        TrialPlace(file: self.file, line: mark?.line ?? 0, column: mark?.column ?? 0)
    }

    private mutating func add(_ message: String, at node: Node, key: String) {
        self.problems.append(.init(place: self.place(node.mark), key: key, message: message))
    }

    /// A group of keys as an element with this name.
    mutating func node(_ name: String, _ node: Node) -> TrialNode? {
        guard let mapping = node.mapping else {
            self.add("expected keys with values, each as `key: value`", at: node, key: name)
            return nil
        }
        var entries: [TrialNode.Entry] = []
        var children: [TrialNode] = []
        for pair in mapping {
            let key = pair.key.scalar?.string ?? ""
            if let element = Self.lists[key], let sequence = pair.value.sequence {
                if sequence.isEmpty {
                    entries.append(.init(key: key, values: ["none"], place: self.place(pair.key.mark)))
                }
                children += sequence.compactMap { self.node(element, $0) }
            } else if Self.groups.contains(key), pair.value.mapping != nil {
                children += self.node(key, pair.value).map { [$0] } ?? []
            } else if let values = self.values(pair.value, key: key) {
                entries.append(.init(key: key, values: values, place: self.place(pair.key.mark)))
            }
        }
        let mark = mapping.first?.key.mark ?? node.mark
        return TrialNode(name: name, place: self.place(mark), entries: entries, children: children)
    }

    private mutating func values(_ node: Node, key: String) -> [String]? {
        if let scalar = node.scalar {
            return [scalar.string]
        }
        guard let sequence = node.sequence else {
            self.add("expected a value, and no group of keys", at: node, key: key)
            return nil
        }
        let words = sequence.compactMap { $0.scalar?.string }
        guard words.count == sequence.count else {
            self.add("expected a list of words", at: node, key: key)
            return nil
        }
        return words
    }
}

extension TrialFileError {
    /// What the YAML reader refuses.
    fileprivate init(yaml error: any Error, file: String) {
        var place = TrialPlace(file: file)
        var message = "not YAML: \(error)"
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            place = TrialPlace(file: file, line: mark.line, column: mark.column)
            message = "not YAML: \(problem)"
        case .duplicatedKeysInMapping(let keys, let context):
            place = TrialPlace(file: file, line: context.mark.line, column: context.mark.column)
            message = keys.first.map { "`\($0)` stands twice" } ?? "a key stands twice"
        default:
            break
        }
        self.init([Problem(place: place, message: message)])
    }
}
