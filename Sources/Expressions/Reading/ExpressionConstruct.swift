/// A part of an expression for which it matters how the expression is matched.
package struct ExpressionConstruct: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is special about it, in words for the author.
    package let message: String

    /// The octet of the expression at which it begins, from 0.
    package let position: Int

    /// The message with the place, counted from 1.
    package var description: String {
        "\(self.message) (character \(self.position + 1))"
    }
}
