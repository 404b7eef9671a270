import ProtocolKit

/// What `set destination-number=…` has made of the number that was dialed.
///
/// Only what keeps the end of the number can be followed: some symbols less at its front, others instead. These forms
/// are closed under repetition.
struct NumberRewrite: Hashable, Sendable {
    /// How many symbols of the dialed number are gone; `nil` when none of them is left.
    let strip: Int?

    /// What stands before the rest.
    let prefix: [UInt8]

    /// The number as it was dialed.
    static let none = NumberRewrite(strip: 0, prefix: [])

    /// The same without the first `count` characters, after `text`; the number is known to be that long.
    func dropping(_ count: Int, prepending text: [UInt8]) -> NumberRewrite {
        let kept = text + self.prefix.dropFirst(count)
        guard let strip else {
            return NumberRewrite(strip: nil, prefix: kept)
        }
        return NumberRewrite(strip: strip + max(0, count - self.prefix.count), prefix: kept)
    }

    /// What a value for `destination-number` makes of a number that is now `current`, in a condition whose expression
    /// matched `tested`; `nil` when it cannot be followed.
    static func following(
        _ value: Template,
        of expression: NumberExpression?,
        tested: NumberRewrite,
        current: NumberRewrite
    ) -> NumberRewrite? {
        var text: [UInt8] = []
        for (index, part) in value.parts.enumerated() {
            let isLast = index == value.parts.count - 1
            switch part {
            case .literal(let octets):
                text += octets.bytes
            case .capture(0) where isLast && expression != nil:
                return tested.dropping(0, prepending: text)
            case .capture(let group) where isLast:
                return expression?.charactersBefore(tail: group).map { tested.dropping($0, prepending: text) }
            case .field(.destinationNumber) where isLast:
                return current.dropping(0, prepending: text)
            case .capture, .field, .variable, .lookup:
                return nil
            }
        }
        return NumberRewrite(strip: nil, prefix: text)
    }
}
