/// How much a check may look at.
package struct CheckLimits: Hashable, Sendable {
    /// The most calls that are tried in one context.
    package var calls: Int

    /// The most kinds of values of one fact that are told apart.
    package var values: Int

    /// The most states of the automaton of one fact.
    package var states: Int

    /// The most positions of the automaton of one fact.
    package var positions: Int

    /// The most octets of a value that is made up.
    package var textOctets: Int

    /// The most moments that are told apart.
    package var moments: Int

    /// The most extensions of a context that are compared with each other for overlaps.
    package var comparedExtensions: Int

    package init(
        calls: Int = 50_000,
        values: Int = 20_000,
        states: Int = 100_000,
        positions: Int = 1_000_000,
        textOctets: Int = 64,
        moments: Int = 64,
        comparedExtensions: Int = 400
    ) {
        self.calls = calls
        self.values = values
        self.states = states
        self.positions = positions
        self.textOctets = textOctets
        self.moments = moments
        self.comparedExtensions = comparedExtensions
    }
}
