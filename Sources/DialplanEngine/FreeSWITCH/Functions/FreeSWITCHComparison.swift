import ProtocolKit

/// `${cond(a == b ? yes : no)}`.
///
/// Two numbers are compared as numbers and two other texts letter by letter; otherwise, and by `<` and `>`, a text counts
/// as its length. The spaces around the operator and before `?` are needed.
enum FreeSWITCHComparison {
    private static let failure = MarkedText(authored: "-ERR")

    private struct Operand {
        let text: MarkedText
        let isQuoted: Bool

        var isNumber: Bool {
            !self.isQuoted && self.text.isNumber
        }

        /// Thousandths would do for what plans compare, but FreeSWITCH compares floating point numbers.
        var number: Double {
            self.isNumber ? Double(self.text.description) ?? Double(self.text.leadingNumber) : Double(self.text.count)
        }
    }

    /// What the comparison chooses.
    static func result(_ argument: MarkedText) -> MarkedText {
        var cursor = MarkedCursor(argument)
        guard let left = self.operand(&cursor) else {
            return self.failure
        }
        _ = cursor.take { $0 == " " }
        let sign = MarkedText(cursor.take { ["=", "!", "<", ">"].contains($0) }).description
        guard ["==", "!=", "<", ">", "<=", ">="].contains(sign) else {
            return self.failure
        }
        cursor.skip()
        _ = cursor.take { $0 == " " }
        guard let right = self.operand(&cursor) else {
            return self.failure
        }
        _ = cursor.take { $0 == " " }
        guard cursor.take("?") else {
            return self.failure
        }
        let choices = MarkedText(cursor.rest).arguments(separatedBy: ":", limit: 2)
        guard let first = choices.first else {
            return self.failure
        }
        return self.holds(left, sign, right) ? first : choices.count > 1 ? choices[1] : MarkedText()
    }

    private static func operand(_ cursor: inout MarkedCursor) -> Operand? {
        guard cursor.take("'") else {
            let text = cursor.take { $0 != " " }
            return cursor.take(" ") ? Operand(text: MarkedText(text), isQuoted: false) : nil
        }
        let start = cursor.position
        while let octet = cursor.take() {
            if octet == "\\", cursor.peek() == "\\" || cursor.peek() == "'" {
                cursor.skip()
            } else if octet == "'" {
                let text = cursor.octets(from: start, to: cursor.position - 1)
                return cursor.take(" ") ? Operand(text: MarkedText(text), isQuoted: true) : nil
            }
        }
        return nil
    }

    private static func holds(_ left: Operand, _ sign: String, _ right: Operand) -> Bool {
        let areTexts = !left.isNumber && !right.isNumber
        switch sign {
        case "==":
            return areTexts ? left.text.bytes == right.text.bytes : left.number == right.number
        case "!=":
            return areTexts ? left.text.bytes != right.text.bytes : left.number != right.number
        case "<":
            return left.number < right.number
        case ">":
            return left.number > right.number
        case "<=":
            return left.number <= right.number
        default:
            return left.number >= right.number
        }
    }
}
