package import ProtocolKit

/// The reliable provisional responses to one INVITE, seen from the server (RFC 3262 §3).
///
/// ```
///            send                     PRACK
///   idle ──────────▶ outstanding ───────────────▶ idle, the next that waits may be sent
///                      │   ▲  │
///              T1·2ⁿ   └───┘  └── 64·T1: .giveUp, the INVITE is refused with a 5xx
/// ```
/// At most one response is outstanding, although §3 would allow more after the first: a caller then never sees them
/// out of order.
package struct ReliableProvisional: Hashable, Sendable {
    /// What has to be done now.
    package enum Action: Hashable, Sendable {
        /// Send the outstanding response once more.
        case repeatResponse
        /// No PRACK came.
        case giveUp
    }

    /// What a PRACK turned out to be.
    package enum Match: Hashable, Sendable {
        /// It acknowledges the outstanding response, which carried an offer or not.
        case acknowledged(carriedDescription: Bool)
        /// It acknowledges nothing that is outstanding (§3: 481).
        case unknown
    }

    private enum State: Hashable, Sendable {
        case idle
        case outstanding(next: Instant, interval: Duration, end: Instant, carriesDescription: Bool)
    }

    private var state = State.idle

    /// The sequence number of the response that was sent last.
    package private(set) var sequence: UInt32

    /// The first sequence number is random, 1 to 2³¹−1 (§3).
    package init(firstSequence: UInt32) {
        self.sequence = max(firstSequence & 0x7FFF_FFFF, 1) - 1
    }

    /// Whether a response waits for its PRACK.
    package var isOutstanding: Bool {
        self.state != .idle
    }

    /// Whether a response with a session description waits for its PRACK; the 2xx then waits too (§3).
    package var holdsAnswerBack: Bool {
        if case .outstanding(_, _, _, carriesDescription: true) = self.state {
            return true
        }
        return false
    }

    /// A response is sent at `now`; its RSeq is the result.
    package mutating func send(carriesDescription: Bool, t1: Duration, at now: Instant) -> UInt32 {
        precondition(!self.isOutstanding, "one reliable provisional response is outstanding at a time")
        self.sequence &+= 1
        self.state = .outstanding(
            next: now.advanced(by: t1),
            interval: t1,
            end: now.advanced(by: t1 * 64),
            carriesDescription: carriesDescription
        )
        return self.sequence
    }

    /// A PRACK with this RAck sequence number came.
    package mutating func receivePRACK(sequence: UInt32) -> Match {
        guard case .outstanding(_, _, _, let carriesDescription) = self.state, sequence == self.sequence else {
            return .unknown
        }
        self.state = .idle
        return .acknowledged(carriedDescription: carriesDescription)
    }

    /// A final response was sent: nothing is repeated any more, a late PRACK finds nothing (§3).
    package mutating func stop() {
        self.state = .idle
    }

    /// When ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .idle:
            nil
        case .outstanding(let next, _, let end, _):
            min(next, end)
        }
    }

    /// What is due at `now`, if anything is.
    package mutating func advance(to now: Instant) -> Action? {
        guard case .outstanding(let next, let interval, let end, let carries) = self.state else {
            return nil
        }
        if now >= end {
            self.state = .idle
            return .giveUp
        }
        guard now >= next else {
            return nil
        }
        let doubled = interval * 2
        self.state = .outstanding(
            next: now.advanced(by: doubled),
            interval: doubled,
            end: end,
            carriesDescription: carries
        )
        return .repeatResponse
    }
}
