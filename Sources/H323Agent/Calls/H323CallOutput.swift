package import CallModel
package import ProtocolKit

/// What a call wants: octets on one of its connections, a connection, or its owner to know something.
package enum H323CallOutput: Sendable {
    /// A call signaling message, without its TPKT.
    case signal([UInt8])
    /// An H.245 message on the connection of its own, without its TPKT.
    case control([UInt8])
    /// Open an H.245 connection to the peer.
    case connectControl(TransportAddress)
    /// Close the H.245 connection once everything is written.
    case closeControl
    case report(H323CallEvent)
}

/// What a call reports.
package enum H323CallEvent: Sendable {
    /// The peer calls; the offer is that of its fast connect, and `nil` when the peer waits for ours.
    case incoming(SetupContent, offer: [StreamOptions]?)
    /// The call is on its way.
    case proceeding
    /// The called party is alerted.
    case alerting(inBand: Bool)
    /// There is progress.
    case progress(inBand: Bool)
    /// The call is answered.
    case connected(SignalingParty?)
    /// The peer wants more digits.
    case wantsDigits
    /// More digits of the called number.
    case moreDigits(ByteString, isComplete: Bool)
    /// What the peer can receive, as an offer; its addresses are not known before our answer has opened channels.
    case offered([StreamOptions])
    /// What the peer receives now, for each of our streams in their order; `nil` refuses one.
    case agreed([StreamOptions?])
    /// Our latest description came to nothing; what was agreed before stands, and another description may follow.
    case descriptionRefused
    /// The caller receives the encoding that was chosen at another port than its offer said.
    case moved([StreamOptions])
    /// Keys were pressed.
    case digits([Digit])
    /// The peer wants fax instead of speech.
    case faxRequested
    /// What came of our wish for fax.
    case faxAnswered(isGranted: Bool)
    /// The peer sends the call elsewhere.
    case forwarded(to: Party?, address: TransportAddress?)
    /// Something for the user (Q.931 notification description).
    case notified(UInt8)
    /// The peer answered a probe after this time.
    case alive(after: Duration)
    /// The call is over; nothing follows.
    case released(SignalingClearing)
}
