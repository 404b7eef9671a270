/// Small changes of a regular expression: wider, narrower, or for other characters.
struct ExpressionMutants {
    /// One part of an expression as it is written.
    private enum Token: Equatable {
        /// A character, an escape, a dot or a class.
        case atom(String)
        /// `*`, `+`, `?` or `{n,m}`.
        case quantifier(String)
        /// `|`.
        case or
        /// `(`, `(?:` and others.
        case open(String)
        /// `)`.
        case close
        /// `^` or `$`.
        case anchor(String)

        var isQuantifier: Bool {
            if case .quantifier = self { true } else { false }
        }

        var text: String {
            switch self {
            case .atom(let text), .quantifier(let text), .open(let text), .anchor(let text): text
            case .or: "|"
            case .close: ")"
            }
        }
    }

    /// The different expressions that one change makes of an expression, without those that are the same.
    static func mutants(of expression: String) -> [String] {
        let tokens = self.tokens(of: expression)
        var found: [String] = []
        for (place, token) in tokens.enumerated() {
            for changed in self.changes(of: token, at: place, in: tokens) {
                found.append(changed.map(\.text).joined())
            }
        }
        found += self.widened(tokens)
        var seen: Set<String> = [expression]
        return found.filter { seen.insert($0).inserted }
    }

    /// The expression for more than it was written for: between its anchors, if it has any, behind which nothing widens it.
    private static func widened(_ tokens: [Token]) -> [String] {
        var inside = tokens[...]
        let start = inside.first == .anchor("^") ? inside.removeFirst().text : ""
        let end = inside.last == .anchor("$") ? inside.removeLast().text : ""
        let text = inside.map(\.text).joined()
        let whole = inside.contains(.or) ? "(?:\(text))" : text
        return ["\(whole).*", ".*\(whole)", "\(whole)\\d"].map { start + $0 + end }
    }

    // MARK: Changes

    private static func changes(of token: Token, at place: Int, in tokens: [Token]) -> [[Token]] {
        switch token {
        case .atom(let text):
            let isRepeated = place + 1 < tokens.count && tokens[place + 1].isQuantifier
            let length = isRepeated ? 2 : 1
            return [self.replacing(place, length, in: tokens, by: [])]
                + self.others(for: text).map { self.replacing(place, 1, in: tokens, by: [.atom($0)]) }
        case .quantifier(let text):
            return self.quantifiers(beside: text).map { other in
                self.replacing(place, 1, in: tokens, by: other.isEmpty ? [] : [.quantifier(other)])
            }
        case .or:
            return self.withoutBranches(around: place, in: tokens)
        case .anchor:
            return [self.replacing(place, 1, in: tokens, by: [])]
        case .open, .close:
            return []
        }
    }

    private static func replacing(_ place: Int, _ count: Int, in tokens: [Token], by other: [Token]) -> [Token] {
        var tokens = tokens
        tokens.replaceSubrange(place..<(place + count), with: other)
        return tokens
    }

    /// What can stand in place of a character or class.
    private static func others(for text: String) -> [String] {
        switch text {
        case "\\d":
            return ["[1-9]", "[0-8]"]
        case ".":
            return ["[^0]"]
        case _ where text.hasPrefix("(?"):
            return []
        case _ where text.hasPrefix("["):
            return self.classes(beside: text)
        case _ where text.count == 1 && text.first?.isNumber == true:
            return [text == "9" ? "0" : String((Int(text) ?? 0) + 1)]
        case _ where text.hasPrefix("\\"):
            return text == "\\#" ? ["\\*"] : ["#"]
        default:
            return [text == "x" ? "y" : "x"]
        }
    }

    /// A class without each of its members and the ends of its ranges, and the class of all others.
    private static func classes(beside text: String) -> [String] {
        let isNegated = text.hasPrefix("[^")
        let head = isNegated ? "[^" : "["
        let members = self.members(of: text.dropFirst(head.count).dropLast())
        var found = [(isNegated ? "[" : "[^") + text.dropFirst(head.count)]
        for (place, member) in members.enumerated() {
            var fewer = members
            fewer.remove(at: place)
            if member.count == 3, !member.hasPrefix("\\"), let first = member.unicodeScalars.first,
                let last = member.unicodeScalars.last, first.value < last.value,
                let next = Unicode.Scalar(first.value + 1), let previous = Unicode.Scalar(last.value - 1)
            {
                for narrower in ["\(next)-\(last)", "\(first)-\(previous)"] {
                    var other = members
                    other[place] = narrower
                    found.append(head + other.joined() + "]")
                }
            }
            if !fewer.isEmpty {
                found.append(head + fewer.joined() + "]")
            }
        }
        return found
    }

    /// The ranges, escapes, named classes and characters of a class.
    private static func members(of text: Substring) -> [String] {
        var members: [String] = []
        var rest = text
        while !rest.isEmpty {
            var member = String(rest.prefix(1))
            if rest.hasPrefix("\\") {
                member = String(rest.prefix(2))
            } else if rest.hasPrefix("[:") {
                let name = rest.prefix { $0 != "]" }
                member = String(rest.prefix(name.count + 1))
            } else if rest.dropFirst().first == "-", rest.count > 2, rest.dropFirst(2).first != "\\" {
                member = String(rest.prefix(3))
            }
            members.append(member)
            rest = rest.dropFirst(member.count)
        }
        return members
    }

    private static func quantifiers(beside text: String) -> [String] {
        let lazy = text.count > 1 && text.hasSuffix("?") ? "?" : ""
        switch text.dropLast(lazy.count) {
        case "*":
            return ["+" + lazy]
        case "+":
            return ["*" + lazy, ""]
        case "?":
            return ["", "*"]
        default:
            return self.counts(beside: text.dropLast(lazy.count)).map { $0 + lazy }
        }
    }

    /// `{n,m}` with each bound one less and one more.
    private static func counts(beside text: Substring) -> [String] {
        let bounds = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
        var found: [String] = []
        for (place, bound) in bounds.enumerated() {
            for step in [-1, 1] {
                guard let number = Int(bound), number + step >= 0 else {
                    continue
                }
                var other = bounds.map(String.init)
                other[place] = "\(number + step)"
                found.append("{\(other.joined(separator: ","))}")
            }
        }
        return found
    }

    /// The alternatives without the branch before this `|`, and, for the last one, without the branch behind it.
    private static func withoutBranches(around place: Int, in tokens: [Token]) -> [[Token]] {
        let start = self.edge(from: place, by: -1, in: tokens)
        let end = self.edge(from: place, by: 1, in: tokens)
        let isLast = end >= tokens.count || tokens[end] != .or
        var without = tokens
        without.removeSubrange((start + 1)...place)
        guard isLast else {
            return [without]
        }
        var withoutLast = tokens
        withoutLast.removeSubrange(place..<end)
        return [without, withoutLast]
    }

    /// The place of the `|` or parenthesis that bounds a branch.
    private static func edge(from place: Int, by step: Int, in tokens: [Token]) -> Int {
        var depth = 0
        var place = place + step
        while tokens.indices.contains(place) {
            switch tokens[place] {
            case .open:
                depth += step
            case .close:
                depth -= step
            case .or where depth == 0:
                return place
            default:
                break
            }
            if depth < 0 {
                return place
            }
            place += step
        }
        return place
    }

    // MARK: Reading

    private static func tokens(of expression: String) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(expression)
        while let first = rest.first {
            let token: Token
            switch first {
            case "\\":
                token = .atom(self.escape(rest))
            case "[":
                token = .atom(self.bracket(rest))
            case "(":
                let text = self.opening(rest)
                token = text.hasSuffix(")") ? .atom(text) : .open(text)
            case ")":
                token = .close
            case "|":
                token = .or
            case "^", "$":
                token = .anchor(String(first))
            case "*", "+", "?":
                token = .quantifier(String(first) + (rest.dropFirst().first == "?" ? "?" : ""))
            case "{":
                let text = rest.prefix { $0 != "}" }
                token = text.dropFirst().first?.isNumber == true ? .quantifier(text + "}") : .atom("{")
            default:
                token = .atom(String(first))
            }
            tokens.append(token)
            rest = rest.dropFirst(max(token.text.count, 1))
        }
        return tokens
    }

    private static func escape(_ rest: Substring) -> String {
        let second = rest.dropFirst().first
        let isBraced = (second == "x" || second == "p" || second == "P") && rest.dropFirst(2).first == "{"
        guard isBraced else {
            return String(rest.prefix(second == "x" ? 4 : 2))
        }
        return rest.prefix { $0 != "}" } + "}"
    }

    private static func bracket(_ rest: Substring) -> String {
        var text = "["
        var tail = rest.dropFirst()
        if tail.first == "^" {
            text.append("^")
            tail = tail.dropFirst()
        }
        var isFirst = true
        while let next = tail.first {
            let named = tail.hasPrefix("[:") ? tail.prefix { $0 != "]" } + "]" : ""
            let taken = !named.isEmpty ? named : String(tail.prefix(next == "\\" ? 2 : 1))
            text += taken
            tail = tail.dropFirst(taken.count)
            if next == "]", !isFirst {
                break
            }
            isFirst = false
        }
        return text
    }

    private static func opening(_ rest: Substring) -> String {
        guard rest.hasPrefix("(?") else {
            return "("
        }
        // Flags that stand alone end with the parenthesis that closes them.
        let text = rest.prefix { $0 != ":" && $0 != ")" && $0 != ">" }
        return text + (rest.dropFirst(text.count).first.map { String($0) } ?? "")
    }
}
