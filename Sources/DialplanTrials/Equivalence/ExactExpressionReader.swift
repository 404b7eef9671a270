import ProtocolKit

/// The language of a plan, as far as it changes what expressions match.
enum ExpressionDialect: Hashable {
    /// An expression must match the whole value (RE2).
    case strict
    /// An expression is searched in the value; `^` and `$` hold it at the ends (PCRE2).
    case freeSWITCH
}

/// Reads an expression in the part of RE2's and PCRE2's languages that is exact here.
///
/// That is characters, classes, groups, `|`, repetitions, and at the ends of what FreeSWITCH searches `^` and `$`. Flags,
/// word boundaries and other anchors are not, and nothing can be proven of expressions with them.
struct ExactExpressionReader {
    private var cursor: ByteCursor
    private let octets: [UInt8]
    private let dialect: ExpressionDialect

    /// The most copies that a repetition may ask for, as RE2 has it.
    private static let mostRepetitions: UInt64 = 1000

    /// The longest expression: derivatives are as deep as it is long.
    private static let longest = 512

    /// How deep groups may be nested.
    private static let deepest = 64

    private init(_ text: String, as dialect: ExpressionDialect) {
        self.dialect = dialect
        self.octets = Array(text.utf8)
        self.cursor = ByteCursor(self.octets)
    }

    /// The expression; `nil` when it has something that is not exact here.
    static func read(_ text: String, as dialect: ExpressionDialect = .strict) -> ExactExpression? {
        // Beyond ASCII an expression is text and a number is octets; nothing is claimed of that.
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        guard dialect == .strict || !self.isRewritten(text) else {
            return nil
        }
        var reader = ExactExpressionReader(text, as: dialect)
        guard let expression = reader.choice(depth: 0), reader.cursor.isAtEnd else {
            return nil
        }
        return expression
    }

    /// Whether FreeSWITCH makes another expression of it first: a pattern of `_`, flags, values, or escapes of its own.
    private static func isRewritten(_ text: String) -> Bool {
        text.hasPrefix("_") || text.hasPrefix("/")
            || ["${", "\\\\", "\\n", "\\s", "\\t", "\\'", "\\S"].contains { text.contains($0) }
    }

    private mutating func choice(depth: Int) -> ExactExpression? {
        var branches: [ExactExpression] = []
        repeat {
            let isSearched = self.dialect == .freeSWITCH && depth == 0
            let isHeld = isSearched && self.cursor.take(0x5E)
            guard let branch = self.sequence(depth: depth) else {
                return nil
            }
            branches.append(isSearched ? self.searched(branch, isHeld: isHeld) : branch)
        } while self.cursor.take(0x7C)
        return .either(branches)
    }

    /// A branch with what may stand around it in the value that is searched; a `$` behind it is taken.
    ///
    /// `$` also holds before a line end at the end (PCRE2's default).
    private mutating func searched(_ branch: ExactExpression, isHeld: Bool) -> ExactExpression {
        let anything = ExactExpression.star(.one(.all))
        let lineEnd = ExactExpression.times(.one(OctetSet([0x0A])), least: 0, most: 1)
        let tail = self.cursor.take(0x24) ? lineEnd : anything
        return .joined(isHeld ? .empty : anything, .joined(branch, tail))
    }

    private mutating func sequence(depth: Int) -> ExactExpression? {
        var whole = ExactExpression.empty
        var parts: [ExactExpression] = []
        while let octet = self.cursor.peek(), octet != 0x7C, octet != 0x29, !self.isAtLastAnchor(depth: depth) {
            guard let part = self.part(depth: depth), let repeated = self.repetition(of: part) else {
                return nil
            }
            parts.append(repeated)
        }
        for part in parts.reversed() {
            whole = .joined(part, whole)
        }
        return whole
    }

    /// Whether a `$` comes that ends a branch of what is searched.
    private func isAtLastAnchor(depth: Int) -> Bool {
        let next = self.cursor.peek(at: 1)
        return self.dialect == .freeSWITCH && depth == 0 && self.cursor.peek() == 0x24 && (next == nil || next == 0x7C)
    }

    private mutating func part(depth: Int) -> ExactExpression? {
        guard let octet = self.cursor.take() else {
            return nil
        }
        switch octet {
        case 0x28:
            return self.group(depth: depth)
        case 0x5B:
            return self.characterClass()
        case 0x2E:
            // There a dot takes no line end.
            return .one(self.dialect == .strict ? .all : OctetSet([0x0A]).inverted)
        case 0x5C:
            return self.escape().map { .one($0) }
        case 0x5E, 0x24, 0x2A, 0x2B, 0x3F, 0x7B:
            return nil
        default:
            return .one(OctetSet([octet]))
        }
    }

    private mutating func group(depth: Int) -> ExactExpression? {
        guard depth < Self.deepest else {
            return nil
        }
        if self.cursor.take(0x3F), !self.cursor.take(0x3A) {
            return nil
        }
        guard let inner = self.choice(depth: depth + 1), self.cursor.take(0x29) else {
            return nil
        }
        return inner
    }

    private mutating func repetition(of part: ExactExpression) -> ExactExpression? {
        let repeated: ExactExpression
        if self.cursor.take(0x2A) {
            repeated = .times(part, least: 0, most: nil)
        } else if self.cursor.take(0x2B) {
            repeated = .times(part, least: 1, most: nil)
        } else if self.cursor.take(0x3F) {
            repeated = .times(part, least: 0, most: 1)
        } else if self.cursor.take(0x7B) {
            guard let counted = self.count(of: part) else {
                return nil
            }
            repeated = counted
        } else {
            return part
        }
        // Whether it prefers less changes what groups match, not what matches.
        _ = self.cursor.take(0x3F)
        if let next = self.cursor.peek(), [0x2A, 0x2B, 0x3F, 0x7B].contains(next) {
            return nil
        }
        return repeated
    }

    private mutating func count(of part: ExactExpression) -> ExactExpression? {
        guard let least = self.cursor.takeDecimal(), least <= Self.mostRepetitions else {
            return nil
        }
        guard self.cursor.take(0x2C) else {
            return self.cursor.take(0x7D) ? .times(part, least: Int(least), most: Int(least)) : nil
        }
        let most = self.cursor.takeDecimal()
        guard most.map({ $0 >= least && $0 <= Self.mostRepetitions }) ?? true, self.cursor.take(0x7D) else {
            return nil
        }
        return .times(part, least: Int(least), most: most.map { Int($0) })
    }

    // MARK: Classes

    private mutating func characterClass() -> ExactExpression? {
        let isNegated = self.cursor.take(0x5E)
        var set = OctetSet()
        var isFirst = true
        while let octet = self.cursor.take() {
            if octet == 0x5D, !isFirst {
                return .one(isNegated ? set.inverted : set)
            }
            isFirst = false
            guard let member = self.member(octet) else {
                return nil
            }
            set.formUnion(member)
        }
        return nil
    }

    /// A character, a range or an escape; named classes are not read.
    private mutating func member(_ octet: UInt8) -> OctetSet? {
        if octet == 0x5B, self.cursor.peek() == 0x3A {
            return nil
        }
        guard octet != 0x5C else {
            // The escape of a character could begin a range, which nobody writes.
            let set = self.escape()
            return self.cursor.peek() == 0x2D && self.cursor.peek(at: 1) != 0x5D ? nil : set
        }
        guard self.cursor.peek() == 0x2D, let last = self.cursor.peek(at: 1), last != 0x5D else {
            return OctetSet([octet])
        }
        _ = self.cursor.take()
        _ = self.cursor.take()
        return octet <= last && last != 0x5C ? OctetSet(octet...last) : nil
    }

    private mutating func escape() -> OctetSet? {
        guard let octet = self.cursor.take() else {
            return nil
        }
        let digits = OctetSet(0x30...0x39)
        let words = OctetSet((0x30...0x7A).filter { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F })
        let spaces = OctetSet([0x09, 0x0A, 0x0C, 0x0D, 0x20])
        switch octet {
        case 0x64: return digits
        case 0x44: return digits.inverted
        case 0x77: return words
        case 0x57: return words.inverted
        case 0x73: return spaces
        case 0x53: return spaces.inverted
        default: return octet.isASCIILetter || octet.isASCIIDigit ? nil : OctetSet([octet])
        }
    }
}
