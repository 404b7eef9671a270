import CallModel
import ProtocolKit

/// A leg that came to a call from another one, and what only that one knew of it.
struct Guest: Sendable {
    /// Its place in the call.
    let place: Int

    /// The party at its far end.
    let party: Party

    /// Where it came from; `nil` for a leg that was placed.
    let source: CallSource?
}

/// A leg on its way from one call to another, with all that belongs to it.
struct TransferredLeg: Sendable {
    let leg: CallLeg
    let media: LegMedia

    /// The call that it leaves.
    let former: CallID

    /// The party at its far end.
    let party: Party

    /// Where it came from; `nil` for a leg that was placed.
    let source: CallSource?

    /// What it has said of itself.
    let facts: PartyFacts

    /// What it was told last of its partner.
    let told: PartyFacts

    /// Exchanges of which it still has to say how they end.
    let owed: [ExchangeID]

    /// Whether its media flows past the relay.
    let isDirect: Bool

    /// The end of the time that its former call was allowed.
    let deadline: Instant?
}
