/// A regular expression as far as it can be turned into an automaton.
///
/// It is the regular part of RE2's language: no assertion but the two ends of the text.
indirect enum NumberExpression: Hashable, Sendable {
    /// Nothing at all.
    case empty
    /// One character.
    case one(CharacterClass)
    /// One after the other.
    case sequence([NumberExpression])
    /// Any one of them.
    case choice([NumberExpression])
    /// Again and again; any number of times when there is no most.
    case repeated(NumberExpression, least: Int, most: Int?)
    /// A group whose match is kept.
    case group(Int, NumberExpression)
    /// The beginning of the text.
    case start
    /// The end of the text.
    case end

    /// How many characters every match has; `nil` when it is not always the same number.
    var length: Int? {
        switch self {
        case .empty, .start, .end:
            return 0
        case .one:
            return 1
        case .group(_, let inner):
            return inner.length
        case .sequence(let parts):
            return parts.reduce(0) { sum, part in sum.flatMap { sum in part.length.map { sum + $0 } } }
        case .choice(let branches):
            let lengths = Set(branches.map(\.length))
            return lengths.count == 1 ? lengths.first ?? nil : nil
        case .repeated(let inner, let least, let most):
            return most == least ? inner.length.map { $0 * least } : nil
        }
    }

    /// How many characters stand before a group that takes all the rest of every match; `nil` when it is not so.
    func charactersBefore(tail group: Int) -> Int? {
        switch self {
        case .group(group, _):
            return 0
        case .group(_, let inner):
            return inner.charactersBefore(tail: group)
        case .sequence(let parts):
            var parts = parts[...]
            while parts.last == .end || parts.last == .empty {
                parts.removeLast()
            }
            guard let before = parts.popLast()?.charactersBefore(tail: group) else {
                return nil
            }
            return Self.sequence(Array(parts)).length.map { $0 + before }
        case .empty, .one, .choice, .repeated, .start, .end:
            return nil
        }
    }
}

/// Why an expression cannot be turned into an automaton, in words for its author.
struct UndecidableExpression: Error {
    let reason: String
}
