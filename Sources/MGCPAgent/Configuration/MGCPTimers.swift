/// The durations of the call agent (RFC 3435 §3.5, §4.3 and §4.4).
package struct MGCPTimers: Hashable, Sendable {
    /// How long answers are kept for repeated commands: T-HIST (§3.5.1).
    package var history: Duration = .seconds(30)

    /// How long a command may be repeated: T-MAX (§4.3).
    package var longestTransaction: Duration = .seconds(20)

    /// The first wait for an answer while nothing has been measured (§3.5.3).
    package var initialRetransmission: Duration = .milliseconds(400)

    /// The shortest and the longest wait for an answer.
    package var shortestRetransmission: Duration = .milliseconds(200)
    package var longestRetransmission: Duration = .seconds(4)

    /// How long a command may be executed before a provisional response goes out (§3.5.6).
    package var provisionalResponse: Duration = .milliseconds(200)

    /// The waits between repetitions of a command that a provisional response has come for: LONGTRAN-TIMER (§3.5.6).
    package var longTransaction: Duration = .seconds(5)

    /// After how many repetitions an endpoint is suspected: Max1 (§4.3).
    package var suspicionRepetitions = 5

    /// After how many repetitions an endpoint counts as disconnected: Max2 (§4.3).
    package var disconnectionRepetitions = 7

    /// The first wait before a disconnected gateway is tried again, and the longest (§4.4.7).
    package var firstProbe: Duration = .seconds(15)
    package var longestProbe: Duration = .seconds(600)

    /// How long a gateway that is overloaded is left alone at first; it doubles up to the longest (§4.4.8).
    package var firstBackOff: Duration = .seconds(1)
    package var longestBackOff: Duration = .seconds(32)

    /// The time from the end of digits to what follows in a digit map: `T`, Tcrit (§2.1.5).
    package var criticalDigit: Duration = .seconds(4)

    /// How long the end of a leg waits for the counters that the answer to its DLCX brings (§2.3.9).
    package var releaseAnswer: Duration = .seconds(3)

    package init() {}
}
