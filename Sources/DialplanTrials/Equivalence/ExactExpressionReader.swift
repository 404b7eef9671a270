import ProtocolKit

/// Reads an expression in the part of RE2's language that is exact here.
///
/// That is characters, classes, groups, `|` and repetitions. Anchors, flags, and word boundaries are not, and nothing can be
/// proven of expressions with them.
struct ExactExpressionReader {
    private var cursor: ByteCursor
    private let octets: [UInt8]

    /// The most copies that a repetition may ask for, as RE2 has it.
    private static let mostRepetitions: UInt64 = 1000

    /// The longest expression: derivatives are as deep as it is long.
    private static let longest = 512

    /// How deep groups may be nested.
    private static let deepest = 64

    private init(_ text: String) {
        self.octets = Array(text.utf8)
        self.cursor = ByteCursor(self.octets)
    }

    /// The expression; `nil` when it has something that is not exact here.
    static func read(_ text: String) -> ExactExpression? {
        // Beyond ASCII an expression is text and a number is octets; nothing is claimed of that.
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        var reader = ExactExpressionReader(text)
        guard let expression = reader.choice(depth: 0), reader.cursor.isAtEnd else {
            return nil
        }
        return expression
    }

    private mutating func choice(depth: Int) -> ExactExpression? {
        var branches: [ExactExpression] = []
        repeat {
            guard let branch = self.sequence(depth: depth) else {
                return nil
            }
            branches.append(branch)
        } while self.cursor.take(0x7C)
        return .either(branches)
    }

    private mutating func sequence(depth: Int) -> ExactExpression? {
        var whole = ExactExpression.empty
        var parts: [ExactExpression] = []
        while let octet = self.cursor.peek(), octet != 0x7C, octet != 0x29 {
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
            return .one(.all)
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
