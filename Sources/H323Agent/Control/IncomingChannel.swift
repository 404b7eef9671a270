package import ProtocolKit

/// A channel that the peer sends on: the incoming logical channel signalling entity (H.245 clause C.4.3).
///
/// Bidirectional channels, which would wait for a confirmation, are refused before they get here.
package struct IncomingChannel: Sendable {
    private enum State {
        case awaitingDecision
        case established
        /// We have asked the peer to close it (clause C.5.2).
        case awaitingClose(until: Instant)
    }

    private var state: State

    /// What the peer proposed; once accepted with our addresses.
    package private(set) var channel: ChannelProposal

    /// The peer proposes a channel.
    package init(proposed channel: ChannelProposal) {
        self.channel = channel
        self.state = .awaitingDecision
    }

    /// A channel that fast connect has opened.
    package init(established channel: ChannelProposal) {
        self.channel = channel
        self.state = .established
    }

    /// Whether the peer may send.
    package var isEstablished: Bool {
        switch self.state {
        case .established: true
        case .awaitingDecision, .awaitingClose: false
        }
    }

    /// We take it and receive at these addresses; `false` when that has been decided already.
    package mutating func accept(media: TransportAddress, control: TransportAddress?) -> Bool {
        guard case .awaitingDecision = self.state else {
            return false
        }
        self.channel.mediaAddress = media
        self.channel.controlAddress = control
        self.state = .established
        return true
    }

    /// The peer shall close it; `false` when there is nothing to close or that has been asked already.
    package mutating func askToClose(until: Instant) -> Bool {
        guard case .established = self.state else {
            return false
        }
        self.state = .awaitingClose(until: until)
        return true
    }

    /// The peer does not want to close it: it stays open.
    package mutating func receiveCloseRejection() {
        if case .awaitingClose = self.state {
            self.state = .established
        }
    }

    /// When T108 runs out.
    package var nextDeadline: Instant? {
        guard case .awaitingClose(let until) = self.state else {
            return nil
        }
        return until
    }

    /// Acts on T108 and tells whether it ran out: the peer does not answer, and the channel stays open.
    package mutating func advance(to now: Instant) -> Bool {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return false
        }
        self.state = .established
        return true
    }
}
