package import CallModel

/// One answering party of one leg of a call.
package struct MediaSource: Hashable, Sendable {
    /// The place of the leg in the call.
    package let leg: Int

    /// The party; `nil` where the leg has only one.
    package let answerer: AnswererID?

    package init(leg: Int, answerer: AnswererID?) {
        self.leg = leg
        self.answerer = answerer
    }
}
