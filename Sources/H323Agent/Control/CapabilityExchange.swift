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

    private enum State {
        case idle
        case awaitingResponse(until: Instant)
    }

    private var state = State.idle
    private var sequence: UInt8 = 0
    private let timeout: Duration

    /// The set that was stated last.
    package private(set) var stated: CapabilitySet?

    /// Whether the set that was stated last has been acknowledged.
    package private(set) var isAcknowledged = false

    package init(timeout: Duration) {
        self.timeout = timeout
    }

    /// Our capabilities are these now.
    package mutating func state(_ set: CapabilitySet, at now: Instant) -> H245.TerminalCapabilitySet {
        self.sequence &+= 1
        self.stated = set
        self.isAcknowledged = false
        self.state = .awaitingResponse(until: now.advanced(by: self.timeout))
        return set.message(sequence: self.sequence)
    }

    /// The set that waits for its answer once more, for a peer that has not looked at it (H.245 in a Setup).
    package mutating func `repeat`(at now: Instant) -> H245.TerminalCapabilitySet? {
        guard case .awaitingResponse = self.state, let stated = self.stated else {
            return nil
        }
        return self.state(stated, at: now)
    }

    /// The peer acknowledges a set.
    package mutating func receiveAck(_ sequence: UInt8) -> Outcome? {
        // The answer to an earlier set says nothing of this one (clause C.3.2).
        guard case .awaitingResponse = self.state, sequence == self.sequence else {
            return nil
        }
        self.state = .idle
        self.isAcknowledged = true
        return .acknowledged
    }

    /// The peer rejects a set.
    package mutating func receiveReject(_ sequence: UInt8) -> Outcome? {
        guard case .awaitingResponse = self.state, sequence == self.sequence else {
            return nil
        }
        self.state = .idle
        return .rejected
    }

    /// When T101 runs out.
    package var nextDeadline: Instant? {
        guard case .awaitingResponse(let until) = self.state else {
            return nil
        }
        return until
    }

    /// Acts on T101.
    package mutating func advance(to now: Instant) -> Outcome? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        self.state = .idle
        return .timedOut
    }
}
