package import H323Syntax
package import ProtocolKit

/// Stating our capabilities: the outgoing capability exchange signalling entity (H.245 clause C.3.2).
///
/// ```
/// idle ── TerminalCapabilitySet ──▶ awaiting response ── Ack, Reject ──▶ idle
///                                        └── T101: Release ──▶ idle
/// ```
/// A set that is stated while another one waits takes its place, as the standard allows: its answer has another number.
package struct CapabilityExchange: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        case acknowledged
        case rejected
        case timedOut
    }

    private var request: NumberedRequest

    /// The set that was stated last.
    package private(set) var stated: CapabilitySet?

    /// Whether the set that was stated last has been acknowledged.
    package private(set) var isAcknowledged = false

    package init(timeout: Duration) {
        self.request = NumberedRequest(timeout: timeout)
    }

    /// Our capabilities are these now.
    package mutating func state(_ set: CapabilitySet, at now: Instant) -> H245.TerminalCapabilitySet {
        self.stated = set
        self.isAcknowledged = false
        return set.message(sequence: self.request.begin(at: now))
    }

    /// The set that waits for its answer once more, for a peer that has not looked at it (H.245 in a Setup).
    package mutating func `repeat`(at now: Instant) -> H245.TerminalCapabilitySet? {
        guard self.request.isWaiting, let stated = self.stated else {
            return nil
        }
        return self.state(stated, at: now)
    }

    /// The peer acknowledges a set.
    package mutating func receiveAck(_ sequence: UInt8) -> Outcome? {
        guard self.request.end(sequence) != nil else {
            return nil
        }
        self.isAcknowledged = true
        return .acknowledged
    }

    /// The peer rejects a set.
    package mutating func receiveReject(_ sequence: UInt8) -> Outcome? {
        self.request.end(sequence) == nil ? nil : .rejected
    }

    /// When T101 runs out.
    package var nextDeadline: Instant? {
        self.request.nextDeadline
    }

    /// Acts on T101.
    package mutating func advance(to now: Instant) -> Outcome? {
        self.request.advance(to: now) ? .timedOut : nil
    }
}
