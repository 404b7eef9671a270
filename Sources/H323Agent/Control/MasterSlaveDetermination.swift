package import H323Syntax
package import ProtocolKit

/// Who decides when both ends want incompatible things (H.245 clause C.2).
///
/// ```
/// idle ── determine: MSD ──▶ outgoing awaiting ── Ack: Ack ──▶ determined
///   │                             │ MSD: Ack                       ▲
///   └──────── MSD: Ack ──────▶ incoming awaiting ──── Ack ─────────┘
/// ```
/// Unlike the figure, a repeated request in the incoming state is answered again, because some peers send theirs twice.
package struct MasterSlaveDetermination: Sendable {
    /// What an input leads to.
    package enum Action: Sendable {
        /// Send our number, or a new one after equal numbers.
        case request(H245.MasterSlaveDetermination)
        /// Tell the peer what it is.
        case acknowledge(H245.MasterSlaveDeterminationAck)
        /// Tell the peer what it is; from here it is settled.
        case acknowledgeAndSettle(H245.MasterSlaveDeterminationAck, isMaster: Bool)
        /// It is settled.
        case settle(isMaster: Bool)
        /// The numbers are equal; the peer is to try again.
        case reject(H245.MasterSlaveDeterminationReject)
        /// It cannot be settled; with T106 the peer is told.
        case fail(tellsPeer: Bool)
    }

    private enum State {
        case idle
        case outgoingAwaiting(until: Instant, attempt: Int)
        case incomingAwaiting(until: Instant, isMaster: Bool)
        case determined(isMaster: Bool)
    }

    private var state = State.idle
    private var number: UInt32
    private let settings: H245Settings

    /// Takes the first number, which has 24 bits and must be random.
    package init(settings: H245Settings, number: UInt32) {
        self.settings = settings
        self.number = number & Self.mask
    }

    private static let mask: UInt32 = 0xFF_FFFF

    /// What we are, once that is settled.
    package var isMaster: Bool? {
        switch self.state {
        case .idle, .outgoingAwaiting, .incomingAwaiting: nil
        case .determined(let isMaster): isMaster
        }
    }

    /// Starts a determination.
    package mutating func determine(at now: Instant) -> Action {
        self.request(attempt: 1, at: now)
    }

    /// The request once more, for a peer that has not looked at it.
    package mutating func `repeat`(at now: Instant) -> Action? {
        guard case .outgoingAwaiting(_, let attempt) = self.state else {
            return nil
        }
        return self.request(attempt: attempt, at: now)
    }

    /// The peer requests a determination; `nextNumber` is random and used when numbers are equal.
    package mutating func receive(
        _ request: H245.MasterSlaveDetermination,
        nextNumber: UInt32,
        at now: Instant
    ) -> Action {
        guard let isMaster = self.comparison(with: request) else {
            guard case .outgoingAwaiting(_, let attempt) = self.state else {
                self.number = nextNumber & Self.mask
                return .reject(H245.MasterSlaveDeterminationReject(cause: .identicalNumbers))
            }
            return self.retry(after: attempt, nextNumber: nextNumber, at: now)
        }
        self.state = .incomingAwaiting(until: self.deadline(after: now), isMaster: isMaster)
        return .acknowledge(Self.acknowledgement(isMaster: isMaster))
    }

    /// The peer tells what we are.
    package mutating func receive(_ ack: H245.MasterSlaveDeterminationAck, at now: Instant) -> Action? {
        let isMaster: Bool
        switch ack.decision {
        case .master: isMaster = true
        case .slave: isMaster = false
        }
        switch self.state {
        case .outgoingAwaiting:
            self.state = .determined(isMaster: isMaster)
            return .acknowledgeAndSettle(Self.acknowledgement(isMaster: isMaster), isMaster: isMaster)
        case .incomingAwaiting(_, let expected):
            guard expected == isMaster else {
                self.state = .idle
                return .fail(tellsPeer: false)
            }
            self.state = .determined(isMaster: isMaster)
            return .settle(isMaster: isMaster)
        case .idle, .determined:
            // It comes late, or for the second of two crossing determinations.
            return nil
        }
    }

    /// The peer found equal numbers.
    package mutating func receiveReject(nextNumber: UInt32, at now: Instant) -> Action? {
        guard case .outgoingAwaiting(_, let attempt) = self.state else {
            return nil
        }
        return self.retry(after: attempt, nextNumber: nextNumber, at: now)
    }

    /// The peer has given its determination up.
    package mutating func receiveRelease() -> Action? {
        guard case .incomingAwaiting = self.state else {
            return nil
        }
        self.state = .idle
        return .fail(tellsPeer: false)
    }

    /// When T106 runs out.
    package var nextDeadline: Instant? {
        switch self.state {
        case .outgoingAwaiting(let until, _), .incomingAwaiting(let until, _): until
        case .idle, .determined: nil
        }
    }

    /// Acts on T106.
    package mutating func advance(to now: Instant) -> Action? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        var tellsPeer = false
        if case .outgoingAwaiting = self.state {
            tellsPeer = true
        }
        self.state = .idle
        return .fail(tellsPeer: tellsPeer)
    }

    // MARK: Details

    /// Whether we are master against the peer's number; `nil` when nobody can tell (clause C.2.2).
    private func comparison(with request: H245.MasterSlaveDetermination) -> Bool? {
        guard request.terminalType == self.settings.terminalType else {
            return self.settings.terminalType > request.terminalType
        }
        let difference = (request.statusDeterminationNumber &- self.number) & Self.mask
        guard difference != 0, difference != 0x80_0000 else {
            return nil
        }
        return difference < 0x80_0000
    }

    /// The decision names what its receiver is.
    private static func acknowledgement(isMaster: Bool) -> H245.MasterSlaveDeterminationAck {
        H245.MasterSlaveDeterminationAck(decision: isMaster ? .slave : .master)
    }

    private mutating func retry(after attempt: Int, nextNumber: UInt32, at now: Instant) -> Action {
        guard attempt < self.settings.determinationAttempts else {
            self.state = .idle
            return .fail(tellsPeer: false)
        }
        self.number = nextNumber & Self.mask
        return self.request(attempt: attempt + 1, at: now)
    }

    private mutating func request(attempt: Int, at now: Instant) -> Action {
        self.state = .outgoingAwaiting(until: self.deadline(after: now), attempt: attempt)
        return .request(
            H245.MasterSlaveDetermination(
                terminalType: self.settings.terminalType,
                statusDeterminationNumber: self.number
            )
        )
    }

    private func deadline(after now: Instant) -> Instant {
        now.advanced(by: self.settings.determinationTimeout)
    }
}
