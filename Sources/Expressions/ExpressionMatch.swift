/// What a match that may be given up found.
package enum ExpressionMatch: Hashable, Sendable {
    /// The text matches.
    case matched
    /// The text does not match.
    case notMatched
    /// Nobody knows: the match was given up at one of the expression's limits.
    case limitExceeded
}
