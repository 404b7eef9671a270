/// Reads what PCRE2 and RE2 have in common, and notes where they part.
///
/// Only constructs that are known to mean the same to both are read; at the first unknown one the reader gives up, so
/// that nothing is ever guessed. What is malformed is left for the libraries to refuse.
struct ExpressionReader {
    /// Whose language the expression is in, where the shape depends on it.
    enum Language {
        case linear
        case backtracking
    }

    /// The flags that hold at a place of the expression.
    struct Flags {
        var ignoresCase = false
        var dotMatchesNewline = false
        var isMultiline = false
    }

    /// How deep groups may stand in each other.
    private static let deepest = 100

    var flags: Flags
    let language: Language
    private let pattern: [UInt8]
    private(set) var position = 0
    private var depth = 0
    private var reading: ExpressionReading
    private var replacements: [(range: Range<Int>, octets: [UInt8])] = []

    private init(_ pattern: [UInt8], _ flags: Flags, _ language: Language) {
        self.pattern = pattern
        self.flags = flags
        self.language = language
        self.reading = ExpressionReading(pattern)
    }

    /// Reads the whole expression.
    static func read(_ pattern: [UInt8], _ flags: Flags, in language: Language) -> ExpressionReading {
        var reader = Self(pattern, flags, language)
        do throws(ExpressionConstruct) {
            let shape = try reader.choice()
            guard reader.peek() == nil else {
                throw reader.construct("a \")\" has no \"(\"", at: reader.position)
            }
            reader.reading.shape = shape
        } catch {
            reader.note(error)
        }
        reader.rewrite()
        return reader.reading
    }

    // MARK: Cursor

    func peek(_ offset: Int = 0) -> UInt8? {
        let index = self.position + offset
        return index < self.pattern.count ? self.pattern[index] : nil
    }

    mutating func take() -> UInt8? {
        let octet = self.peek()
        self.position += octet == nil ? 0 : 1
        return octet
    }

    mutating func step(back count: Int) {
        self.position -= count
    }

    mutating func take(_ text: StaticString) -> Bool {
        let wanted = "\(text)".utf8
        guard self.pattern[self.position...].starts(with: wanted) else {
            return false
        }
        self.position += wanted.count
        return true
    }

    // MARK: Notes

    func construct(_ message: String, at position: Int) -> ExpressionConstruct {
        ExpressionConstruct(message: message, position: position)
    }

    /// Notes what RE2 lacks or reads otherwise.
    mutating func note(_ difference: ExpressionConstruct) {
        self.reading.difference = self.reading.difference ?? difference
    }

    /// Has RE2 see something else from `start` up to here.
    mutating func replace(from start: Int, with octets: [UInt8]) {
        self.replacements.append((start..<self.position, octets))
    }

    private mutating func rewrite() {
        var pattern: [UInt8] = []
        var copied = 0
        for (range, octets) in self.replacements {
            pattern += self.pattern[copied..<range.lowerBound] + octets
            copied = range.upperBound
        }
        self.reading.linearPattern = pattern + self.pattern[copied...]
    }
}

// MARK: - Structure

extension ExpressionReader {
    private mutating func choice() throws(ExpressionConstruct) -> ExpressionShape {
        self.depth += 1
        guard self.depth <= Self.deepest else {
            throw self.construct("groups stand more than \(Self.deepest) deep in each other", at: self.position)
        }
        var branches = [try self.sequence()]
        while self.take("|") {
            branches.append(try self.sequence())
        }
        self.depth -= 1
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(ExpressionConstruct) -> ExpressionShape {
        var parts: [ExpressionShape] = []
        while let next = self.peek(), next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
            let start = self.position
            let (shape, repeats) = try self.atom()
            let repeated = try self.repeated(shape, from: start)
            guard repeats || repeated == shape else {
                throw self.construct("a repetition has nothing to repeat", at: start)
            }
            parts.append(repeated)
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// The atom with the repetition that follows it; whether it is lazy makes no difference to what matches.
    private mutating func repeated(
        _ atom: ExpressionShape,
        from start: Int
    ) throws(ExpressionConstruct) -> ExpressionShape {
        let place = self.position
        guard let (least, most) = try self.bounds() else {
            return atom
        }
        if self.take("+") {
            self.note(self.construct("a possessive repetition is not RE2's", at: place))
        } else {
            _ = self.take("?")
        }
        let end = self.position
        guard try self.bounds() == nil else {
            throw self.construct("a repetition is repeated", at: end)
        }
        guard most != 0 else {
            // PCRE2 up to 10.42 at least lets what is never tried decide whether the expression is anchored.
            throw self.construct("a part is repeated no times", at: start)
        }
        if atom.mayBeEmpty {
            let words = "a part that may be empty is repeated, and RE2 notes its groups otherwise"
            self.reading.captureDifference = self.reading.captureDifference ?? self.construct(words, at: start)
        }
        return .repetition(atom, least: least, most: most)
    }

    /// `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}`.
    private mutating func bounds() throws(ExpressionConstruct) -> (least: Int, most: Int?)? {
        switch self.peek() {
        case UInt8(ascii: "*"):
            self.position += 1
            return (0, nil)
        case UInt8(ascii: "+"):
            self.position += 1
            return (1, nil)
        case UInt8(ascii: "?"):
            self.position += 1
            return (0, 1)
        case UInt8(ascii: "{"):
            return try self.bracedBounds()
        default:
            return nil
        }
    }

    /// Anything else in braces stands for itself, unless later versions of PCRE2 read a repetition there.
    private mutating func bracedBounds() throws(ExpressionConstruct) -> (least: Int, most: Int?)? {
        let start = self.position
        self.position += 1
        if let first = self.peek(), OctetSet.digits.contains(first) {
            if let least = self.number() {
                if self.take("}") {
                    return (least, least)
                }
                let most = self.take(",") ? self.peek() == UInt8(ascii: "}") ? Int.max : self.number() : nil
                if let most, most >= least, self.take("}") {
                    return (least, most == Int.max ? nil : most)
                }
            }
            // RE2 takes it for text where PCRE2 does not: for one, when a number begins with a zero.
            throw self.construct("this may be a repetition or not", at: start)
        }
        if let next = self.peek(), next == UInt8(ascii: ",") || next == UInt8(ascii: " ") {
            throw self.construct("versions of PCRE2 differ on whether this is a repetition", at: start)
        }
        self.position = start
        return nil
    }

    /// A number without zeros before it.
    private mutating func number() -> Int? {
        let start = self.position
        var number = 0
        while let octet = self.peek(), OctetSet.digits.contains(octet), number <= 99_999 {
            number = number * 10 + Int(octet - UInt8(ascii: "0"))
            self.position += 1
        }
        let count = self.position - start
        return count == 0 || count > 1 && self.pattern[start] == UInt8(ascii: "0") ? nil : number
    }

    /// One atom, and whether it may be repeated.
    private mutating func atom() throws(ExpressionConstruct) -> (shape: ExpressionShape, repeats: Bool) {
        let start = self.position
        switch self.take() {
        case UInt8(ascii: "("):
            return try self.group(from: start)
        case UInt8(ascii: "["):
            return (.octets(try self.characterClass(from: start)), true)
        case UInt8(ascii: "."):
            return (.octets(self.flags.dotMatchesNewline ? .all : OctetSet.lineFeed.complement), true)
        case UInt8(ascii: "^"):
            // PCRE2's multi-line `^` does not hold after the line feed that ends the text; RE2's does.
            self.reading.asksForLineEnd = self.reading.asksForLineEnd || self.flags.isMultiline
            return (self.flags.isMultiline ? .empty : .start, false)
        case UInt8(ascii: "$"):
            self.reading.asksForLineEnd = true
            // PCRE2's `$` also holds before the line feed that ends the text.
            let orLineFeed = self.language == .backtracking
            return (self.flags.isMultiline ? .empty : .end(orLineFeed: orLineFeed), false)
        case UInt8(ascii: "\\"):
            return try self.escape(from: start)
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
            throw self.construct("a repetition has nothing to repeat", at: start)
        case .some(let octet):
            return (.octets(try self.cased(OctetSet(octet), at: start)), true)
        case nil:
            return (.empty, false)
        }
    }

    /// A set that is written out, with both cases if case is ignored.
    mutating func cased(_ set: OctetSet, at start: Int) throws(ExpressionConstruct) -> OctetSet {
        if set.hasMoreThanASCII {
            guard !self.flags.ignoresCase else {
                throw self.construct("case is ignored for octets beyond ASCII, which RE2 folds otherwise", at: start)
            }
            // RE2 of 2022 does not find "\xE9" with `\xE9a|\xE9`: what such branches have in common is cut off wrongly.
            self.note(
                self.construct("octets beyond ASCII are written out, and RE2 may miss them in a choice", at: start)
            )
        }
        return self.flags.ignoresCase ? set.withBothCases : set
    }
}

// MARK: - Groups

extension ExpressionReader {
    private mutating func group(
        from start: Int
    ) throws(ExpressionConstruct) -> (shape: ExpressionShape, repeats: Bool) {
        if self.peek() == UInt8(ascii: "*") {
            throw self.construct("\"(*\" is not RE2's", at: start)
        }
        let outer = self.flags
        var looksAround = false
        if self.take("?") {
            if self.take("=") || self.take("!") {
                looksAround = true
                self.note(self.construct("look-ahead cannot be matched in linear time", at: start))
            } else if self.take("<=") || self.take("<!") {
                looksAround = true
                self.note(self.construct("look-behind cannot be matched in linear time", at: start))
            } else if self.take(">") {
                self.note(self.construct("an atomic group cannot be matched in linear time", at: start))
            } else if self.take("P<") || self.take("<") {
                try self.groupName(from: start)
            } else if try self.inlineFlags(from: start) {
                return (.empty, false)
            }
        }
        let shape = try self.choice()
        guard self.take(")") else {
            throw self.construct("a \"(\" has no \")\"", at: start)
        }
        self.flags = outer
        return (looksAround ? .empty : shape, true)
    }

    private mutating func groupName(from start: Int) throws(ExpressionConstruct) {
        let opening = start..<self.position
        while let octet = self.take(), octet != UInt8(ascii: ">") {
            guard OctetSet.wordOctets.contains(octet) else {
                throw self.construct("this is no name of a group", at: start)
            }
        }
        self.replacements.append((opening, Array("(?P<".utf8)))
    }

    /// `(?is-m)` or `(?is-m:`; whether it ends there.
    private mutating func inlineFlags(from start: Int) throws(ExpressionConstruct) -> Bool {
        var turnsOn = true
        while let octet = self.take() {
            switch octet {
            case UInt8(ascii: "i"):
                self.flags.ignoresCase = turnsOn
            case UInt8(ascii: "s"):
                self.flags.dotMatchesNewline = turnsOn
            case UInt8(ascii: "m"):
                self.flags.isMultiline = turnsOn
            case UInt8(ascii: "-") where turnsOn && self.peek().map(OctetSet.lowerCase.contains) ?? false:
                turnsOn = false
            case UInt8(ascii: ")"):
                return true
            case UInt8(ascii: ":"):
                return false
            default:
                throw self.construct("a \"(?\" of this kind is not RE2's", at: start)
            }
        }
        throw self.construct("a \"(\" has no \")\"", at: start)
    }
}
