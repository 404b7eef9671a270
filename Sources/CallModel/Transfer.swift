/// What a party wants to become of the one it talks to.
package enum TransferRequest: Hashable, Sendable {
    /// The other parties of this leg's call and of that leg's call shall talk to each other, or, while the second one is
    /// not answered yet, the first shall wait for it in place of this party (RFC 5589 §6 and §7).
    ///
    /// Both legs belong to the requesting party and end when it is done.
    case join(LegID)
}

/// What became of a transfer.
package enum TransferOutcome: Hashable, Sendable {
    /// The others talk to each other, or wait for each other.
    case completed
    /// Everything is as it was before.
    case refused(ReleaseCause)
}
