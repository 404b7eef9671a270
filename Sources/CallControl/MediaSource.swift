import CallModel

/// One answering party of one leg of a call.
struct MediaSource: Hashable, Sendable {
    /// The place of the leg in the call.
    let leg: Int

    /// The party; `nil` where the leg has only one.
    let answerer: AnswererID?
}
