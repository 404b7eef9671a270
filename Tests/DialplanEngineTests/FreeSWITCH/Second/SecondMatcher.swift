/// A regular expression for the second implementation: a parser and a matcher that tries one way after another.
///
/// It knows what the plans of the tests use: literals, `.`, classes, `\d\w\s` and their opposites, `^`, `$`, groups,
/// look-ahead, `|` and all repetitions, also lazy ones.
struct SecondMatcher {
    indirect enum Node {
        case characters((UInt8) -> Bool)
        case start
        case end
        case group(Int, Node)
        case look(Node, isNegative: Bool)
        case sequence([Node])
        case choice([Node])
        case repeated(Node, least: Int, most: Int, isLazy: Bool)
    }

    struct Syntax: Error {}

    let groups: Int
    private let root: Node

    /// What FreeSWITCH makes of a text; `nil` for what it cannot compile.
    init?(_ written: String) {
        var pattern = Array(written.utf8)
        var flags: [UInt8] = []
        if pattern.first == UInt8(ascii: "_") {
            let letters: [Character: String] = ["N": "[2-9]", "X": "[0-9]", "Z": "[1-9]", ".": ".*"]
            pattern = Array(("^" + written.dropFirst().map { letters[$0] ?? String($0) }.joined() + "$").utf8)
        } else if pattern.first == UInt8(ascii: "/") {
            guard let last = pattern.dropFirst().lastIndex(of: UInt8(ascii: "/")) else {
                return nil
            }
            flags = Array(pattern[(last + 1)...])
            pattern = Array(pattern[1..<last])
        }
        var parser = Parser(pattern, ignoresCase: flags.contains(0x69), dotAll: flags.contains(0x73))
        guard let root = try? parser.choice(), parser.isAtEnd else {
            return nil
        }
        self.root = root
        self.groups = parser.groups
    }

    /// The groups of the first match, 0 being the whole; `nil` when there is none.
    func match(_ text: String) -> [String?]? {
        let octets = Array(text.utf8)
        for start in 0...octets.count {
            var groups = [Range<Int>?](repeating: nil, count: self.groups + 1)
            let end = Self.match(self.root, octets, start, groups) { position, found in
                groups = found
                return position
            }
            if let end {
                groups[0] = start..<end
                return groups.map { $0.map { String(decoding: octets[$0], as: UTF8.self) } }
            }
        }
        return nil
    }

    private typealias Groups = [Range<Int>?]

    private static func match(
        _ node: Node,
        _ text: [UInt8],
        _ position: Int,
        _ groups: Groups,
        _ next: (Int, Groups) -> Int?
    ) -> Int? {
        switch node {
        case .characters(let isIn):
            return position < text.count && isIn(text[position]) ? next(position + 1, groups) : nil
        case .start:
            return position == 0 ? next(position, groups) : nil
        case .end:
            let isEnd = position == text.count || position == text.count - 1 && text[position] == 0x0A
            return isEnd ? next(position, groups) : nil
        case .group(let number, let inner):
            return self.match(inner, text, position, groups) { end, found in
                var found = found
                found[number] = position..<end
                return next(end, found)
            }
        case .look(let inner, let isNegative):
            var seen: Groups?
            _ = self.match(inner, text, position, groups) { end, found in
                seen = found
                return end
            }
            return isNegative ? (seen == nil ? next(position, groups) : nil) : seen.flatMap { next(position, $0) }
        case .sequence(let nodes):
            return self.sequence(nodes[...], text, position, groups, next)
        case .choice(let nodes):
            for node in nodes {
                if let end = self.match(node, text, position, groups, next) {
                    return end
                }
            }
            return nil
        case .repeated(let inner, let least, let most, let isLazy):
            return self.repeated(inner, least, most, isLazy, text, position, groups, next)
        }
    }

    private static func sequence(
        _ nodes: ArraySlice<Node>,
        _ text: [UInt8],
        _ position: Int,
        _ groups: Groups,
        _ next: (Int, Groups) -> Int?
    ) -> Int? {
        guard let first = nodes.first else {
            return next(position, groups)
        }
        return self.match(first, text, position, groups) { end, found in
            self.sequence(nodes.dropFirst(), text, end, found, next)
        }
    }

    private static func repeated(
        _ inner: Node,
        _ least: Int,
        _ most: Int,
        _ isLazy: Bool,
        _ text: [UInt8],
        _ position: Int,
        _ groups: Groups,
        _ next: (Int, Groups) -> Int?
    ) -> Int? {
        func again() -> Int? {
            guard most > 0 else {
                return nil
            }
            return self.match(inner, text, position, groups) { end, found in
                if end == position, least <= 0 {
                    return nil
                }
                return self.repeated(inner, least - 1, most - 1, isLazy, text, end, found, next)
            }
        }
        if least > 0 {
            return again()
        }
        return isLazy ? next(position, groups) ?? again() : again() ?? next(position, groups)
    }

    // MARK: Parsing

    private struct Parser {
        private let pattern: [UInt8]
        private let ignoresCase: Bool
        private let dotAll: Bool
        private var position = 0
        var groups = 0

        init(_ pattern: [UInt8], ignoresCase: Bool, dotAll: Bool) {
            self.pattern = pattern
            self.ignoresCase = ignoresCase
            self.dotAll = dotAll
        }

        var isAtEnd: Bool {
            self.position >= self.pattern.count
        }

        private var peek: UInt8? {
            self.isAtEnd ? nil : self.pattern[self.position]
        }

        private mutating func take(_ text: String) -> Bool {
            guard self.pattern[self.position...].starts(with: text.utf8) else {
                return false
            }
            self.position += text.utf8.count
            return true
        }

        mutating func choice() throws -> Node {
            var branches = [try self.sequence()]
            while self.take("|") {
                branches.append(try self.sequence())
            }
            return branches.count == 1 ? branches[0] : .choice(branches)
        }

        private mutating func sequence() throws -> Node {
            var nodes: [Node] = []
            while let next = self.peek, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
                nodes.append(try self.quantified(try self.atom()))
            }
            return .sequence(nodes)
        }

        private mutating func quantified(_ node: Node) throws -> Node {
            let (least, most): (Int, Int)
            if self.take("*") {
                (least, most) = (0, 10_000)
            } else if self.take("+") {
                (least, most) = (1, 10_000)
            } else if self.take("?") {
                (least, most) = (0, 1)
            } else if let bounds = self.braces() {
                (least, most) = bounds
            } else {
                return node
            }
            return .repeated(node, least: least, most: most, isLazy: self.take("?"))
        }

        private mutating func braces() -> (Int, Int)? {
            let start = self.position
            guard self.take("{") else {
                return nil
            }
            let rest = String(decoding: self.pattern[self.position...].prefix { $0 != 0x7D }, as: UTF8.self)
            let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
            guard let least = parts.first.flatMap({ Int($0) }), parts.count <= 2 else {
                self.position = start
                return nil
            }
            self.position += rest.utf8.count + 1
            return (least, parts.count == 1 ? least : Int(parts[1]) ?? 10_000)
        }

        private mutating func atom() throws -> Node {
            if self.take("(") {
                return try self.group()
            }
            if self.take("[") {
                return .characters(try self.characterClass())
            }
            if self.take("^") {
                return .start
            }
            if self.take("$") {
                return .end
            }
            if self.take(".") {
                let dotAll = self.dotAll
                return .characters { dotAll || $0 != 0x0A }
            }
            if self.take("\\") {
                return .characters(try self.escape())
            }
            guard let octet = self.peek, !"*+?".utf8.contains(octet) else {
                throw Syntax()
            }
            self.position += 1
            return .characters(self.literal(octet))
        }

        private mutating func group() throws -> Node {
            var number: Int?
            var look: Bool?
            if self.take("?:") {
                number = nil
            } else if self.take("?!") {
                look = true
            } else if self.take("?=") {
                look = false
            } else if self.take("?") {
                throw Syntax()
            } else {
                self.groups += 1
                number = self.groups
            }
            let inner = try self.choice()
            guard self.take(")") else {
                throw Syntax()
            }
            if let look {
                return .look(inner, isNegative: look)
            }
            return number.map { .group($0, inner) } ?? inner
        }

        private func literal(_ octet: UInt8) -> (UInt8) -> Bool {
            let fold: (UInt8) -> UInt8 = { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
            return self.ignoresCase ? { fold($0) == fold(octet) } : { $0 == octet }
        }

        private mutating func escape() throws -> (UInt8) -> Bool {
            guard let octet = self.peek else {
                throw Syntax()
            }
            self.position += 1
            let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
            let isWord: (UInt8) -> Bool = {
                isDigit($0) || $0 == 0x5F || (0x61...0x7A).contains($0 | 0x20) && $0 > 0x40
            }
            let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (9...13).contains($0) }
            switch Character(Unicode.Scalar(octet)) {
            case "d": return isDigit
            case "D": return { !isDigit($0) }
            case "w": return isWord
            case "W": return { !isWord($0) }
            case "s": return isSpace
            case "S": return { !isSpace($0) }
            case "n": return { $0 == 0x0A }
            case "t": return { $0 == 0x09 }
            default:
                guard !isWord(octet) else {
                    throw Syntax()
                }
                return { $0 == octet }
            }
        }

        private mutating func characterClass() throws -> (UInt8) -> Bool {
            let isNegated = self.take("^")
            var members: [(UInt8) -> Bool] = []
            var isFirst = true
            while let octet = self.peek, octet != 0x5D || isFirst {
                isFirst = false
                self.position += 1
                if octet == 0x5C {
                    members.append(try self.escape())
                } else if self.peek == 0x2D, self.position + 1 < self.pattern.count,
                    self.pattern[self.position + 1] != 0x5D
                {
                    let last = self.pattern[self.position + 1]
                    self.position += 2
                    guard octet <= last else {
                        throw Syntax()
                    }
                    members.append { (octet...last).contains($0) }
                } else {
                    members.append(self.literal(octet))
                }
            }
            guard self.take("]") else {
                throw Syntax()
            }
            return { candidate in members.contains { $0(candidate) } != isNegated }
        }
    }
}

/// What was found out of texts before.
final class SecondMatchers {
    private var known: [String: SecondMatcher?] = [:]
    private var rewritten: [String: Bool] = [:]

    /// Whether FreeSWITCH makes a new text of this one before it uses it.
    func isRewritten(_ text: String) -> Bool {
        if let known = self.rewritten[text] {
            return known
        }
        let isRewritten =
            text.contains("${") || ["\\\\", "\\n", "\\s", "\\t", "\\'"].contains { text.contains($0) }
        self.rewritten[text] = isRewritten
        return isRewritten
    }

    subscript(expression: String) -> SecondMatcher? {
        if let matcher = self.known[expression] {
            return matcher
        }
        let matcher = SecondMatcher(expression)
        self.known[expression] = .some(matcher)
        return matcher
    }
}
