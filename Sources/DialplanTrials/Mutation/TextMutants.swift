/// The names of targets that a plan writes out, by what stands before them.
struct TargetNames {
    private var names: [String: [String]] = [:]

    /// Gathers the names of targets in values of `data`.
    init(_ values: [String] = []) {
        for target in values.flatMap({ $0.split { "|,] ".contains($0) } }) {
            let parts = target.split(separator: "/", maxSplits: 2)
            guard parts.count > 1, let kind = parts.first, !parts[1].contains("$") else {
                continue
            }
            let name = String(parts[1])
            if self.names[String(kind)]?.contains(name) != true {
                self.names[String(kind), default: []].append(name)
            }
        }
    }

    /// Another name of the same kind; one that exists nowhere when the plan has no other.
    func other(than name: String, of kind: String) -> String {
        let known = self.names[kind] ?? []
        let place = known.firstIndex(of: name).map { $0 + 1 } ?? 0
        return known.count > 1 ? known[place % known.count] : name + "0"
    }
}

/// Small changes of the values that actions have.
enum TextMutants {
    /// What is written for a choice, with what to write instead.
    private static let opposites: [String: String] = [
        "true": "false", "false": "true", "on": "off", "off": "on", "anchor": "direct", "direct": "anchor",
        "generate": "relay", "any": "none", "none": "any", "udp": "tcp", "tcp": "udp",
    ]

    /// Each `$n` as the group before and the group behind.
    static func captures(_ text: String) -> [String] {
        var mutants: [String] = []
        for (range, number) in self.numbers(in: text) {
            guard range.lowerBound > text.startIndex, text[text.index(before: range.lowerBound)] == "$" else {
                continue
            }
            for other in [number - 1, number + 1] where other >= 0 {
                mutants.append(text.replacingCharacters(in: range, by: "\(other)"))
            }
        }
        return mutants
    }

    /// Each number one less and one more.
    static func shifted(_ text: String) -> [String] {
        var mutants: [String] = []
        for (range, number) in self.numbers(in: text) {
            if range.lowerBound > text.startIndex, text[text.index(before: range.lowerBound)] == "$" {
                continue
            }
            for other in [number - 1, number + 1] where other >= 0 {
                let digits = String(repeating: "0", count: max(0, text[range].count - "\(other)".count))
                let isPadded = text[range].hasPrefix("0") && text[range].count > 1
                mutants.append(text.replacingCharacters(in: range, by: (isPadded ? digits : "") + "\(other)"))
            }
        }
        return mutants
    }

    /// Changes of any other value.
    static func values(_ text: String, of key: String) -> [String] {
        if key == "early-media" {
            return [text == "ignore" ? "relay" : "ignore"]
        }
        if key == "ringback", text == "relay" {
            return ["generate"]
        }
        if key == "service" {
            return [text == "call-waiting" ? "do-not-disturb" : "call-waiting"]
        }
        if key == "cause" {
            return [text == "normal-unspecified" || text == "31" ? "user-busy" : "normal-unspecified"]
        }
        if let opposite = self.opposites[text] {
            return [opposite]
        }
        if key == "fail-over" {
            return self.withoutEach(of: text.split(separator: ",").map(String.init), joinedBy: ",", orElse: "none")
        }
        if key == "data", let equals = text.firstIndex(of: "=") {
            let name = text[...equals]
            return self.values(String(text[text.index(after: equals)...]), of: "value").map { name + $0 }
        }
        let shifted = self.shifted(text)
        return shifted.isEmpty ? ["x" + text] : shifted
    }

    /// Changes of a list of targets: one left out, two swapped, one for another, together instead of in turn.
    static func targets(_ text: String, _ names: TargetNames) -> [String] {
        var mutants: [String] = []
        let (targets, separators) = self.split(text)
        let build = { (targets: [String], separators: [String]) in
            targets.first.map { first in
                first + zip(separators, targets.dropFirst()).map { $0 + $1 }.joined()
            } ?? ""
        }
        for (place, target) in targets.enumerated() {
            if targets.count > 1 {
                var (fewer, marks) = (targets, separators)
                fewer.remove(at: place)
                marks.remove(at: min(place, marks.count - 1))
                mutants.append(build(fewer, marks))
            }
            if place < separators.count {
                var marks = separators
                marks[place] = marks[place] == "|" ? "," : "|"
                mutants.append(build(targets, marks))
                if separators[place] == "|" {
                    var swapped = targets
                    swapped.swapAt(place, place + 1)
                    mutants.append(build(swapped, separators))
                }
            }
            for changed in self.target(target, names) {
                var other = targets
                other[place] = changed
                mutants.append(build(other, separators))
            }
        }
        return mutants
    }

    /// Changes of one target with its settings: another name, another number, another time.
    private static func target(_ text: String, _ names: TargetNames) -> [String] {
        let spaces = text.prefix { $0 == " " }
        let body = text.dropFirst(spaces.count)
        guard !body.hasPrefix("[") else {
            let settings = body.prefix { $0 != "]" }
            let rest = body.dropFirst(settings.count)
            let target = String(rest.dropFirst())
            return self.shifted(String(settings)).map { spaces + $0 + rest }
                + self.target(target, names).map { spaces + settings + "]" + $0 }
        }
        var parts = body.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else {
            return [String(spaces) + body.replacing("sip:", with: "sip:9", maxReplacements: 1)]
        }
        if parts[1].contains("$") {
            parts[1] = "9" + parts[1]
        } else if parts.count > 2 {
            var otherNumber = parts
            otherNumber[2] = "9" + otherNumber[2]
            let name = names.other(than: parts[1], of: parts[0])
            parts[1] = name
            return [otherNumber, parts].map { spaces + $0.joined(separator: "/") }
        } else {
            parts[1] = names.other(than: parts[1].filter { $0 != " " }, of: parts[0])
        }
        return [spaces + parts.joined(separator: "/")]
    }

    // MARK: Parts

    /// The targets, and what stands between each two.
    private static func split(_ text: String) -> (targets: [String], separators: [String]) {
        var targets = [""]
        var separators: [String] = []
        var isInside = false
        for character in text {
            if character == "[" || character == "]" {
                isInside = character == "["
            }
            if !isInside, character == "|" || character == "," {
                separators.append(String(character))
                targets.append("")
            } else {
                targets[targets.count - 1].append(character)
            }
        }
        return (targets, separators)
    }

    private static func withoutEach(of words: [String], joinedBy mark: String, orElse none: String) -> [String] {
        words.indices.map { place in
            var fewer = words
            fewer.remove(at: place)
            return fewer.isEmpty ? none : fewer.joined(separator: mark)
        }
    }

    private static func numbers(in text: String) -> [(Range<String.Index>, Int)] {
        var numbers: [(Range<String.Index>, Int)] = []
        var place = text.startIndex
        while place < text.endIndex {
            let digits = text[place...].prefix { $0.isASCII && $0.isNumber }
            if let number = Int(digits), !digits.isEmpty {
                numbers.append((digits.startIndex..<digits.endIndex, number))
            }
            place = digits.isEmpty ? text.index(after: place) : digits.endIndex
        }
        return numbers
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, by text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
