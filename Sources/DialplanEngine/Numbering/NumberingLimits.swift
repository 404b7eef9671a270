/// How much the compilation of a context to a ``NumberingPlan`` may take.
package struct NumberingLimits: Hashable, Sendable {
    /// The most positions of all expressions together, each counted as often as it is repeated.
    package var positions = 65_536

    /// The most states of the automaton that decides numbers.
    package var states = 32_768

    /// The most steps of all the work, one for each position or condition that is looked at.
    package var steps = 1_000_000

    /// The most symbols of an alternative.
    package var places = 128

    /// The longest plan as a digit map, in characters; gateways should take 2,048 (RFC 3435 §2.1.5).
    package var characters = 2_048

    package init() {}
}
