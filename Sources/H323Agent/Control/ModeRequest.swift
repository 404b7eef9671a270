package import ProtocolKit

/// Asking the peer to send something else, as fax instead of speech (H.245 clause C.9.2).
package struct ModeRequest: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        /// The peer changes what it sends.
        case granted
        case denied
        case timedOut
    }

    private var request: NumberedRequest

    package init(timeout: Duration) {
        self.request = NumberedRequest(timeout: timeout)
    }

    /// Asks and returns the number to ask with; it takes the place of an earlier request.
    package mutating func ask(at now: Instant) -> UInt8 {
        self.request.begin(at: now)
    }

    /// The peer answers.
    package mutating func receiveResponse(_ sequence: UInt8, isGranted: Bool) -> Outcome? {
        guard self.request.end(sequence) != nil else {
            return nil
        }
        return isGranted ? .granted : .denied
    }

    /// When T109 runs out.
    package var nextDeadline: Instant? {
        self.request.nextDeadline
    }

    /// Acts on T109.
    package mutating func advance(to now: Instant) -> Outcome? {
        self.request.advance(to: now) ? .timedOut : nil
    }
}
