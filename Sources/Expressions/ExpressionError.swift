/// Why an expression cannot be compiled.
package struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in words for the author.
    package let message: String

    /// The expression.
    package let pattern: String

    /// The octet of the expression at which the wrong part begins, from 0.
    package let position: Int

    init(_ message: String, in pattern: String, at position: Int) {
        self.message = message
        self.pattern = pattern
        self.position = position
    }

    init(_ failure: ExpressionFailure, in octets: [UInt8], of pattern: String) {
        let kind = ExpressionFailure.Kind(rawValue: failure.code) ?? .internal
        let part = String(decoding: failure.part, as: UTF8.self)
        self.init(kind.message(part), in: pattern, at: kind.position(of: failure.part, in: octets))
    }

    /// The message with the place where it applies, counted from 1.
    package var description: String {
        "\(self.message) (character \(self.position + 1) of \"\(self.pattern)\")"
    }
}

/// What RE2 reports: its error code and the part of the pattern that it blames.
struct ExpressionFailure {
    let code: Int32
    let part: [UInt8]

    /// RE2's error codes (`RE2::ErrorCode`).
    enum Kind: Int32 {
        case `internal` = 1
        case badEscape
        case badCharacterClass
        case badCharacterRange
        case missingBracket
        case missingParenthesis
        case unexpectedParenthesis
        case trailingBackslash
        case nothingToRepeat
        case repetitionTooLarge
        case badRepetition
        case badPerlOperator
        case badUTF8
        case badNamedCapture
        case patternTooLarge

        func message(_ part: String) -> String {
            switch self {
            case .internal:
                "the expression cannot be compiled"
            case .badEscape:
                part.dropFirst().first?.isNumber == true
                    ? "\"\(part)\" refers back to a group, which matching in linear time cannot do"
                    : "\"\(part)\" is no escape sequence"
            case .badCharacterClass:
                "\"\(part)\" is no character class"
            case .badCharacterRange:
                "the range \"\(part)\" ends before it begins"
            case .missingBracket:
                "a \"[\" has no \"]\""
            case .missingParenthesis:
                "a \"(\" has no \")\""
            case .unexpectedParenthesis:
                "a \")\" has no \"(\""
            case .trailingBackslash:
                "the expression ends with a \"\\\""
            case .nothingToRepeat:
                "\"\(part)\" has nothing to repeat; write \"\\\(part)\" for the character itself"
            case .repetitionTooLarge:
                "the repetition \"\(part)\" is too large"
            case .badRepetition:
                "\"\(part)\" repeats a repetition"
            case .badPerlOperator:
                "\"\(part)\" is not available: look-around cannot be matched in linear time"
            case .badUTF8:
                "the expression is not UTF-8"
            case .badNamedCapture:
                "\"\(part)\" is no valid group name"
            case .patternTooLarge:
                "the expression is too large; make its repetitions smaller"
            }
        }

        /// Where the blamed part begins.
        func position(of part: [UInt8], in pattern: [UInt8]) -> Int {
            switch self {
            case .missingParenthesis, .unexpectedParenthesis:
                Self.unbalancedParenthesis(in: pattern)
            case .trailingBackslash:
                max(pattern.count - 1, 0)
            case .internal, .badUTF8, .patternTooLarge:
                0
            case .badEscape, .badCharacterClass, .badCharacterRange, .missingBracket, .nothingToRepeat,
                .repetitionTooLarge, .badRepetition, .badPerlOperator, .badNamedCapture:
                Self.firstIndex(of: part, in: pattern)
            }
        }

        private static func firstIndex(of part: [UInt8], in pattern: [UInt8]) -> Int {
            pattern.indices.first { pattern[$0...].starts(with: part) } ?? 0
        }

        /// The parenthesis without a partner, seen by skipping escapes and character classes.
        private static func unbalancedParenthesis(in pattern: [UInt8]) -> Int {
            var open: [Int] = []
            var inClass = false
            var escaped = false
            for (index, octet) in pattern.enumerated() {
                switch octet {
                case _ where escaped:
                    escaped = false
                case 0x5C:
                    escaped = true
                case 0x5B:
                    inClass = true
                case 0x5D:
                    inClass = false
                case 0x28 where !inClass:
                    open.append(index)
                case 0x29 where !inClass:
                    guard open.popLast() != nil else {
                        return index
                    }
                default:
                    break
                }
            }
            return open.last ?? 0
        }
    }
}
