import ProtocolKit

/// Days of the week as FreeSWITCH reads them, 1 for Sunday.
struct FSWeekdays: Hashable, Sendable {
    /// What the reader comes across.
    private enum Token: Equatable {
        case day(Int)
        case hyphen
        case comma
    }

    private var days: UInt8 = 0

    /// Reads `text` up to its end or to what is no day.
    ///
    /// A day is a digit, or the first three letters of its name: what follows them, as in `monday-friday`, ends the
    /// list.
    init(_ text: ArraySlice<UInt8>) {
        let tokens = Self.tokens(text)
        for day in 1...7 where Self.holds(tokens, on: day) {
            self.days |= 1 << day
        }
    }

    /// Whether `day`, 1 for Sunday, is one of the days.
    func contains(_ day: Int) -> Bool {
        (1...7).contains(day) && self.days >> day & 1 == 1
    }

    private static func tokens(_ text: ArraySlice<UInt8>) -> [Token] {
        let names: [ByteString] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        var tokens: [Token] = []
        var rest = text
        while let octet = rest.first {
            switch octet {
            case 0x2D:
                tokens.append(.hyphen)
                rest.removeFirst()
            case 0x2C:
                tokens.append(.comma)
                rest.removeFirst()
            case 0x31...0x37:
                tokens.append(.day(Int(octet &- 0x30)))
                rest.removeFirst()
            default:
                let word = ByteString(rest.prefix(3)).lowercased
                guard let index = names.firstIndex(of: word) else {
                    return tokens
                }
                tokens.append(.day(index + 1))
                rest = rest.dropFirst(3)
            }
        }
        return tokens
    }

    /// Whether the list holds on one day.
    ///
    /// A hyphen takes what stands before it as the beginning of a range, whatever that is, and a comma does not take
    /// that back; a second hyphen makes a range from beyond every day.
    private static func holds(_ tokens: [Token], on day: Int) -> Bool {
        let beyond = 0x2D
        var before: Int?
        var start: Int?
        for token in tokens {
            switch token {
            case .comma:
                before = nil
            case .hyphen:
                start = before
                before = beyond
            case .day(let number):
                if let first = start {
                    let isIn = first <= number ? day >= first && day <= number : day >= first || day <= number
                    if isIn {
                        return true
                    }
                    start = nil
                } else if number == day {
                    return true
                }
                before = number
            }
        }
        return false
    }
}
