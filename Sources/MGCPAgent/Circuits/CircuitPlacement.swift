import CallModel
import ProtocolKit
import SDP

/// What a leg wants that is placed on a group of circuits.
struct CircuitPlacement: Sendable {
    let setup: CallSetup
    let group: ByteString
    let number: ByteString
    let offer: SessionDescription?

    /// The circuits that have refused it.
    var tried: [SlabIndex] = []

    /// A bound on the circuits that are tried for one leg.
    static let mostTries = 5
}
