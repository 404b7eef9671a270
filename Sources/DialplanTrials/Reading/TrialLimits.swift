/// How much a test file and the playing of it may ask.
package struct TrialLimits: Hashable, Sendable {
    /// The most octets of a file.
    package var fileOctets = 16 << 20

    /// The most cases of a file.
    package var cases = 100_000

    /// How many problems of a file are told.
    package var problems = 50

    /// The longest that a call is played, in the time of the simulation.
    package var longestCall: Duration = .seconds(26 * 3600)

    /// The most mutants of a plan.
    package var mutants = 20_000

    /// The most classes of calls that are told apart to prove that a mutant changes nothing.
    package var classes = 50_000

    package init() {}
}
