/// What is known of an expression from its text.
struct ExpressionReading {
    /// What it matches, or more; `nil` when that cannot be said.
    var shape: ExpressionShape?

    /// The first part that RE2 lacks or reads otherwise than PCRE2 does.
    var difference: ExpressionConstruct?

    /// The first part whose groups the two note otherwise, although they agree on whether the text matches.
    var captureDifference: ExpressionConstruct?

    /// Whether the two may differ on a text that ends with a line feed, before which PCRE2's `$` holds too.
    var asksForLineEnd = false

    /// The expression as RE2 has to see it.
    var linearPattern: [UInt8]

    init(_ pattern: [UInt8]) {
        self.linearPattern = pattern
    }
}
