package import ProtocolKit

/// Whether the peer is still there, and how far away (H.245 clause C.8).
package struct RoundTripDelay: Sendable {
    /// What came of a probe.
    package enum Outcome: Hashable, Sendable {
        case answered(after: Duration)
        case timedOut
    }

    private var request: NumberedRequest

    package init(timeout: Duration) {
        self.request = NumberedRequest(timeout: timeout)
    }

    /// Asks once more and returns the number to ask with; an earlier question is given up.
    package mutating func ask(at now: Instant) -> UInt8 {
        self.request.begin(at: now)
    }

    /// The peer answers.
    package mutating func receiveResponse(_ sequence: UInt8, at now: Instant) -> Outcome? {
        self.request.end(sequence).map { .answered(after: $0.duration(to: now)) }
    }

    /// When T105 runs out.
    package var nextDeadline: Instant? {
        self.request.nextDeadline
    }

    /// Acts on T105.
    package mutating func advance(to now: Instant) -> Outcome? {
        self.request.advance(to: now) ? .timedOut : nil
    }
}
