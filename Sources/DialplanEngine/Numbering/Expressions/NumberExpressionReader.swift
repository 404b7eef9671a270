/// Reads a pattern that RE2 has accepted, as far as it can be turned into an automaton.
///
/// The pattern is known to be well formed; what is not in the stated subset is refused with a reason: word boundaries,
/// Unicode classes, octal escapes and quoted runs.
struct NumberExpressionReader {
    /// How deep groups may stand in each other.
    private static let deepest = 100

    private let pattern: [Unicode.Scalar]
    var position = 0
    private var ignoresCase = false
    private var groups = 0
    private var depth = 0

    init(_ pattern: String) {
        self.pattern = Array(pattern.unicodeScalars)
    }

    /// Reads the whole pattern.
    static func read(_ pattern: String) throws(UndecidableExpression) -> NumberExpression {
        var reader = Self(pattern)
        let expression = try reader.choice()
        guard reader.peek() == nil else {
            throw UndecidableExpression(reason: "it has a parenthesis too many")
        }
        return expression
    }

    // MARK: Cursor

    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let index = self.position + offset
        return index < self.pattern.count ? self.pattern[index] : nil
    }

    mutating func take() -> Unicode.Scalar? {
        let scalar = self.peek()
        self.position += scalar == nil ? 0 : 1
        return scalar
    }

    mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard self.pattern[self.position...].starts(with: wanted) else {
            return false
        }
        self.position += wanted.count
        return true
    }

    private mutating func takeNumber() -> Int? {
        var digits = ""
        while let scalar = self.peek(), ("0"..."9").contains(scalar), digits.count < 6 {
            digits.unicodeScalars.append(scalar)
            self.position += 1
        }
        return Int(digits)
    }

    // MARK: Structure

    private mutating func choice() throws(UndecidableExpression) -> NumberExpression {
        self.depth += 1
        guard self.depth <= Self.deepest else {
            throw UndecidableExpression(reason: "its groups stand more than \(Self.deepest) deep in each other")
        }
        let ignoredCase = self.ignoresCase
        var branches = [try self.sequence()]
        while self.take("|") {
            branches.append(try self.sequence())
        }
        // A flag holds up to the end of the group that it stands in.
        self.ignoresCase = ignoredCase
        self.depth -= 1
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(UndecidableExpression) -> NumberExpression {
        var parts: [NumberExpression] = []
        while let next = self.peek(), next != "|", next != ")" {
            guard let atom = try self.atom() else {
                continue
            }
            parts.append(self.repeated(atom))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// The atom with the repetition that follows it; whether it is greedy makes no difference to what matches.
    private mutating func repeated(_ atom: NumberExpression) -> NumberExpression {
        let repeated: NumberExpression
        if self.take("*") {
            repeated = .repeated(atom, least: 0, most: nil)
        } else if self.take("+") {
            repeated = .repeated(atom, least: 1, most: nil)
        } else if self.take("?") {
            repeated = .repeated(atom, least: 0, most: 1)
        } else if let (least, most) = self.takeBounds() {
            repeated = .repeated(atom, least: least, most: most)
        } else {
            return atom
        }
        _ = self.take("?")
        return repeated
    }

    /// `{n}`, `{n,}` or `{n,m}`; anything else in braces stands for itself.
    private mutating func takeBounds() -> (least: Int, most: Int?)? {
        let start = self.position
        if self.take("{"), let least = self.takeNumber() {
            if self.take("}") {
                return (least, least)
            }
            if self.take(",") {
                let most = self.takeNumber()
                if self.take("}"), most.map({ $0 >= least }) ?? true {
                    return (least, most)
                }
            }
        }
        self.position = start
        return nil
    }

    /// One atom; `nil` for a flag, which matches nothing by itself.
    private mutating func atom() throws(UndecidableExpression) -> NumberExpression? {
        switch self.take() {
        case "(":
            return try self.group()
        case "[":
            return .one(try self.characterClass())
        case ".":
            return .one(.all)
        case "^":
            return .start
        case "$":
            return .end
        case "\\":
            return try self.escape()
        case .some(let scalar):
            return .one(self.cased(CharacterClass(scalar.value, through: scalar.value)))
        case nil:
            return nil
        }
    }

    private mutating func group() throws(UndecidableExpression) -> NumberExpression? {
        let isNamed = self.take("?P<") || self.take("?<")
        if isNamed {
            while let scalar = self.take(), scalar != ">" {}
        } else if self.take("?") {
            return try self.flaggedGroup()
        }
        self.groups += 1
        let index = self.groups
        let inner = try self.choice()
        _ = self.take(")")
        return .group(index, inner)
    }

    /// What follows `(?`: flags up to a colon and a group, or up to the end.
    private mutating func flaggedGroup() throws(UndecidableExpression) -> NumberExpression? {
        let ignoredCase = self.ignoresCase
        var isOn = true
        while let flag = self.take() {
            switch flag {
            case "i":
                self.ignoresCase = isOn
            case "-":
                isOn = false
            case ")":
                return nil
            case ":":
                let inner = try self.choice()
                _ = self.take(")")
                self.ignoresCase = ignoredCase
                return inner
            default:
                // `s`, `m` and `U` make no difference to a number: it has no line end, and is matched as a whole.
                break
            }
        }
        return nil
    }

    func cased(_ characters: CharacterClass) -> CharacterClass {
        self.ignoresCase ? characters.ignoringCase : characters
    }
}
