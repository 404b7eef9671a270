/// The timers and bounds of H.245 procedures (H.245 annex D names them and leaves their values to us).
package struct H245Settings: Hashable, Sendable {
    /// T101: how long an answer to our capabilities may take.
    package var capabilityTimeout = Duration.seconds(15)

    /// T103: how long an answer to opening or closing a channel may take.
    package var channelTimeout = Duration.seconds(15)

    /// T105: how long an answer to a round trip probe may take.
    package var roundTripTimeout = Duration.seconds(10)

    /// T106: how long master–slave determination may take.
    package var determinationTimeout = Duration.seconds(15)

    /// N100: how often a determination is tried.
    package var determinationAttempts = 5

    /// T108: how long an answer to our wish that the peer closes its channel may take.
    package var closeRequestTimeout = Duration.seconds(10)

    /// T109: how long an answer to a mode request may take.
    package var modeTimeout = Duration.seconds(15)

    /// How long the peer's end of the session is waited for.
    package var endTimeout = Duration.seconds(2)

    /// How long the peer may take to open its channel after ours is open, before we go on without it.
    package var settlingTime = Duration.seconds(2)

    /// How long it may take until a description of ours is answered, whatever procedure it hangs in.
    package var negotiationTimeout = Duration.seconds(30)

    /// `terminalType` of master–slave determination: 60 is a gateway without a multipoint controller (H.323 table 1).
    package var terminalType: UInt8 = 60

    /// The most channels that the peer may have open at once.
    package var incomingChannels = 8

    /// The most channels of our own.
    package var outgoingChannels = 8

    package init() {}
}
