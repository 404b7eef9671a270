/// How one decision server is asked.
package struct DecisionSettings: Hashable, Sendable {
    /// How long a call waits for an answer.
    package var timeout: Duration = .milliseconds(500)

    /// How many calls may wait at once; one more does what its dialplan does without an answer.
    package var questions = 64

    /// The most octets of one question.
    package var questionOctets = 32_768

    /// When the server is left alone.
    package var breaker = BreakerSettings()

    package init() {}
}

/// When a server that fails is left alone.
package struct BreakerSettings: Hashable, Sendable {
    /// After how many failures in a row.
    package var failures = 5

    /// For how long; then one call tries it.
    package var rest: Duration = .seconds(10)

    package init() {}
}
