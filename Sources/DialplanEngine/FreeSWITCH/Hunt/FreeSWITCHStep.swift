import ProtocolKit

/// One thing that a search in FreeSWITCH's language, or the actions after it, came by.
///
/// Two evaluations of one plan for one call part at the first step that differs.
struct FreeSWITCHStep: Hashable, Sendable {
    /// What came of it.
    enum Outcome: Hashable, Sendable {
        /// A field was searched; with the captures, when it matched.
        case tested([MarkedText]?)
        /// Time attributes were compared.
        case timed(Bool)
        /// A condition held, or did not.
        case concluded(Bool)
        /// An action was taken, with its captures filled in.
        case taken(MarkedText)
        /// An extension ended the search, or did not.
        case searched(ends: Bool)
        /// An action was performed, with everything filled in.
        case performed(ByteString, MarkedText)
    }

    /// Where it stands.
    let place: DialplanPlace

    let outcome: Outcome

    /// Where two evaluations part: at the step that came out otherwise, else at the last that both have; `nil` when they
    /// do not.
    static func parting(_ left: [FreeSWITCHStep], _ right: [FreeSWITCHStep]) -> DialplanPlace? {
        let common = zip(left, right).prefix { $0 == $1 }.count
        let first = left.dropFirst(common).first
        let second = right.dropFirst(common).first
        guard let next = first ?? second else {
            return nil
        }
        if first?.place == second?.place || common == 0 {
            return next.place
        }
        return left[common - 1].place
    }
}
