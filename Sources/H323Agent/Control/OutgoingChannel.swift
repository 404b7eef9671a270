package import H323Syntax
package import ProtocolKit

/// A channel that we send on: the outgoing logical channel signalling entity (H.245 clause C.4.2).
///
/// ```
/// awaiting establishment ── Ack ──▶ established ── close ──▶ awaiting release ── CloseAck, T103 ──▶ released
///        │  Reject ──▶ released                                    ▲
///        └─ close ─────────────────────────────────────────────────┘      T103 ──▶ released, with Close
/// ```
package struct OutgoingChannel: Sendable {
    /// What an input leads to.
    package enum Action: Hashable, Sendable {
        /// The channel may be used.
        case established
        /// The peer does not want it.
        case refused
        /// Tell the peer that the channel is closed.
        case sendClose
        /// Tell the peer that the channel is closed; it never was open, because no answer came or none that can be used.
        case giveUp
        /// The channel is gone.
        case released
    }

    private enum State {
        case awaitingEstablishment(until: Instant)
        case established
        case awaitingRelease(until: Instant)
        case released
    }

    private var state: State
    private let timeout: Duration

    /// What was proposed; once established with the addresses of the receiver.
    package private(set) var channel: ChannelProposal

    /// Proposes a channel.
    package init(_ channel: ChannelProposal, timeout: Duration, at now: Instant) {
        self.channel = channel
        self.timeout = timeout
        self.state = .awaitingEstablishment(until: now.advanced(by: timeout))
    }

    /// A channel that fast connect has opened.
    package init(established channel: ChannelProposal, timeout: Duration) {
        self.channel = channel
        self.timeout = timeout
        self.state = .established
    }

    /// Whether media may be sent.
    package var isEstablished: Bool {
        if case .established = self.state {
            return true
        }
        return false
    }

    /// Whether it is neither closed nor about to be.
    package var isWanted: Bool {
        switch self.state {
        case .awaitingEstablishment, .established: true
        case .awaitingRelease, .released: false
        }
    }

    /// Whether nothing is left of it.
    package var isReleased: Bool {
        if case .released = self.state {
            return true
        }
        return false
    }

    /// The peer takes the channel.
    package mutating func receive(_ ack: H245.OpenLogicalChannelAck) -> Action? {
        guard case .awaitingEstablishment = self.state else {
            // It crossed our Close, or comes twice.
            return nil
        }
        guard case .h2250LogicalChannelAckParameters(let parameters) = ack.forwardMultiplexAckParameters,
            let address = parameters.mediaChannel?.transportAddress, address.port != 0
        else {
            self.state = .released
            return .giveUp
        }
        self.channel.mediaAddress = address
        self.channel.controlAddress = parameters.mediaControlChannel?.transportAddress
        if let payloadType = parameters.dynamicRTPPayloadType {
            self.channel.payloadType = payloadType
        }
        if let session = parameters.sessionID, self.channel.session == 0 {
            self.channel.session = session
        }
        self.state = .established
        return .established
    }

    /// The peer refuses the channel, or closes its end of it.
    package mutating func receiveReject() -> Action? {
        switch self.state {
        case .awaitingEstablishment:
            self.state = .released
            return .refused
        case .established, .awaitingRelease:
            self.state = .released
            return .released
        case .released:
            return nil
        }
    }

    /// The peer has seen our Close.
    package mutating func receiveCloseAck() -> Action? {
        guard !self.isReleased else {
            return nil
        }
        // Without a Close of ours the peer has lost the channel, and we end it too (clause C.4.2).
        self.state = .released
        return .released
    }

    /// We need the channel no longer.
    package mutating func close(at now: Instant) -> Action? {
        guard self.isWanted else {
            return nil
        }
        self.state = .awaitingRelease(until: now.advanced(by: self.timeout))
        return .sendClose
    }

    /// When T103 runs out.
    package var nextDeadline: Instant? {
        switch self.state {
        case .awaitingEstablishment(let until), .awaitingRelease(let until): until
        case .established, .released: nil
        }
    }

    /// Acts on T103.
    package mutating func advance(to now: Instant) -> Action? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        let action: Action
        switch self.state {
        case .awaitingEstablishment: action = .giveUp
        case .awaitingRelease: action = .released
        case .established, .released: return nil
        }
        self.state = .released
        return action
    }
}
