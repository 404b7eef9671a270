package import CallModel
package import H323Syntax

/// What an H.245 session wants: a message to be sent, or its owner to know something.
package enum H245Output: Sendable {
    case send(H245.MultimediaSystemControlMessage)
    case report(H245Event)
}

/// What an H.245 session reports.
package enum H245Event: Sendable {
    /// The peer has stated what it can receive; nothing at all asks us to stop sending (H.323 clause 8.4.6).
    case capabilities(CapabilitySet)
    /// The peer has acknowledged our capabilities.
    case capabilitiesAcknowledged
    /// Who decides is settled.
    case determined(isMaster: Bool)
    /// The peer wants to send; it waits for `accept` or `reject`.
    case proposed(ChannelProposal)
    /// A channel of ours may be used, with the addresses of its receiver.
    case opened(ChannelProposal)
    /// A channel of ours was refused, or its peer gave no answer that can be used.
    case refused(ChannelProposal)
    /// A channel of ours is gone.
    case closed(ChannelProposal)
    /// The peer has closed one of its channels.
    case closedByPeer(ChannelProposal)
    /// Keys were pressed.
    case digits([Digit])
    /// The peer wants us to send one of these, the preferred one first; it waits for `answerMode`.
    case modeRequested([ChannelFormat])
    /// What came of our own mode request.
    case modeAnswered(ModeRequest.Outcome)
    /// What came of a probe.
    case roundTrip(RoundTripDelay.Outcome)
    /// A procedure failed; the session goes on without what it was for.
    case failed(Failure)
    /// The session is over; nothing follows.
    case ended

    /// The procedures whose failure matters to a call.
    package enum Failure: UInt8, Hashable, Sendable {
        case capabilityExchange
        case masterSlaveDetermination
        /// All procedures went well as far as they were begun, and still there is no media.
        case negotiation
    }
}
