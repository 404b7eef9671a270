package import CallModel

/// What must come of a call; what is `nil` is not judged.
package struct TrialExpectation: Sendable {
    /// The extension that decides, as the call record names it.
    package var `extension`: String?

    /// Who answers: a target with `*` for any characters, `gateway` or `nobody`.
    package var answeredBy: String?

    /// The final SIP status that the caller gets.
    package var status: UInt16?

    /// The cause with which the caller's leg ends.
    package var cause: Q850Cause?

    /// The words beside the status.
    package var reason: String?

    /// Where the caller is told to try, best first.
    package var redirect: [String]?

    /// What the gateway plays to the caller, in order; empty for nothing.
    package var hears: [String]?

    /// Whether the call is an emergency.
    package var isEmergency: Bool?

    /// How long the call was answered.
    package var talkTime: Duration?

    /// The legs in the order in which they are placed; empty for none.
    package var legs: [TrialLegExpectation]?

    /// Variables that the plan has set.
    package var variables: [(name: String, value: String)] = []

    /// Actions that the plan decides on, in the words of `tandem dialplan explain`.
    package var actions: [String] = []

    package init() {}

    /// Whether nothing is judged at all.
    package var isEmpty: Bool {
        let facts: [Bool] = [
            self.extension == nil, self.answeredBy == nil, self.status == nil, self.cause == nil, self.reason == nil,
            self.redirect == nil, self.hears == nil, self.isEmergency == nil, self.talkTime == nil, self.legs == nil,
        ]
        return facts.allSatisfy { $0 } && self.variables.isEmpty && self.actions.isEmpty
    }
}

/// What must be true of one leg; what is `nil` is not judged.
package struct TrialLegExpectation: Sendable {
    /// What is written of one header.
    package enum HeaderRule: Hashable, Sendable {
        /// It has exactly this value.
        case equals(String)
        /// This is part of a value.
        case contains(String)
        /// There is one.
        case isPresent
        /// There is none.
        case isAbsent
    }

    /// Where it stands.
    package let place: TrialPlace

    /// The target as the plan writes it, with `*` for any characters.
    package let target: String

    /// The number that is called there.
    package var number: String?

    /// The caller's number that is shown there.
    package var callerNumber: String?

    /// The caller's name that is shown there.
    package var callerName: String?

    /// When it is placed, counted from the start of the call.
    package var at: Duration?

    /// How long it rings.
    package var ringsFor: Duration?

    /// Whether it is answered.
    package var isAnswered: Bool?

    /// The cause with which it ends.
    package var cause: Q850Cause?

    /// The headers of the INVITE.
    package var headers: [(name: String, rule: HeaderRule)] = []

    package init(target: String, place: TrialPlace) {
        self.target = target
        self.place = place
    }
}
