/// The texts that an expression matches, without its groups; it may stand for more texts than that, never for fewer.
indirect enum ExpressionShape: Hashable, Sendable {
    /// The empty text.
    case empty
    /// One octet of a set.
    case octets(OctetSet)
    /// The start of the text.
    case start
    /// The end of the text, or also the place before a line feed that ends it.
    case end(orLineFeed: Bool)
    /// One after another.
    case sequence([ExpressionShape])
    /// One of these.
    case choice([ExpressionShape])
    /// Again and again, without end when `most` is `nil`.
    case repetition(ExpressionShape, least: Int, most: Int?)

    /// Whether it matches nothing but a place somewhere, so that repeating it may lead nowhere.
    var mayBeEmpty: Bool {
        switch self {
        case .empty, .start, .end:
            true
        case .octets:
            false
        case .sequence(let parts):
            parts.allSatisfy(\.mayBeEmpty)
        case .choice(let branches):
            branches.contains(where: \.mayBeEmpty)
        case .repetition(let body, let least, _):
            least == 0 || body.mayBeEmpty
        }
    }

    /// Whether it matches the empty text wherever that stands.
    var isEmptyAnywhere: Bool {
        switch self {
        case .empty:
            true
        case .octets, .start, .end:
            false
        case .sequence(let parts):
            parts.allSatisfy(\.isEmptyAnywhere)
        case .choice(let branches):
            branches.contains(where: \.isEmptyAnywhere)
        case .repetition(let body, let least, _):
            least == 0 || body.isEmptyAnywhere
        }
    }

    /// Whether it can match at the start of the text only.
    var isAnchored: Bool {
        switch self {
        case .start:
            true
        case .empty, .octets, .end:
            false
        case .sequence(let parts):
            parts.first { $0 != .empty }?.isAnchored ?? false
        case .choice(let branches):
            branches.allSatisfy(\.isAnchored)
        case .repetition(let body, let least, _):
            least > 0 && body.isAnchored
        }
    }
}
