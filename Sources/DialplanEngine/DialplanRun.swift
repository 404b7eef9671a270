package import CallModel

/// The actions of one decision, as call control takes them one after another.
///
/// It keeps the dialplan that the call began with: whatever is decided later in the call is decided by that one.
package struct DialplanRun: Sendable {
    /// The decision that the call began with.
    package let decision: RouteDecision

    /// What is decided and not done yet.
    private var actions: ArraySlice<DialplanAction>

    /// The actions of a decision that was made at once.
    init(_ decision: RouteDecision) {
        self.decision = decision
        self.actions = decision.actions[...]
    }

    /// The next action, given what came of the one before; `nil` when there is none.
    ///
    /// What it tells call control to remember is in `memory` only when call control has put it there.
    package mutating func next(after outcome: ActionOutcome, memory: DialplanMemory) -> DialplanAction? {
        while let action = self.actions.popFirst() {
            guard case .conditional(let conditional) = action else {
                return action
            }
            if outcome.isFailure(in: conditional.causes) {
                self.actions = (conditional.actions + (conditional.endsList ? [] : Array(self.actions)))[...]
            }
        }
        return nil
    }

    /// Nothing more is done.
    package mutating func end() {
        self.actions = []
    }
}

/// What came of the last action.
package enum ActionOutcome: Hashable, Sendable {
    /// There was none, or it was done.
    case done
    /// A bridge had no answer, for this cause.
    case failed(ReleaseCause)
    /// The party that had answered a bridge has hung up, for this cause.
    case ended(ReleaseCause)

    /// Whether a bridge failed with one of the causes.
    func isFailure(in causes: CauseSet) -> Bool {
        switch self {
        case .failed(let cause): causes.contains(cause.value)
        case .done, .ended: false
        }
    }
}
