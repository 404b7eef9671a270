package import CallModel
package import ProtocolKit

/// What a Setup says beside the numbers of the call.
package struct SetupContent: Sendable {
    /// Who calls.
    package var caller: SignalingParty

    /// Who is called; an empty user when the Setup names nobody (H.323 clause 8.1.1 allows that).
    package var called: Party

    /// Who diverted the call, and why.
    package var diversion: Diversion?

    /// Where the call was sent, if that is stated.
    package var destination: TransportAddress?

    /// Where the caller takes call signaling.
    package var source: TransportAddress?

    /// Whether more digits may follow.
    package var canOverlapSend = false

    /// Whether no more digits follow.
    package var isComplete = false

    /// How many more hops the call may make, 1 to 31.
    package var hopsLeft: UInt8?

    /// For H.245 and media.
    package var media = MediaElements()

    package init(caller: SignalingParty, called: Party) {
        self.caller = caller
        self.called = called
    }
}
