package import CallModel
package import DialplanEngine
package import ProtocolKit

/// How another dialplan would have decided differently; the first that is true counts.
package enum RouteDifference: String, Hashable, Sendable, CaseIterable {
    /// Only one of them takes the call for an emergency.
    case emergency
    /// One of them refuses the call, or both do with other causes.
    case cause
    /// Both send it somewhere, but not with the same actions.
    case actions
    /// Both do the same by extensions of other names.
    case `extension`

    /// `nil` when both decide alike.
    package init?(live: RouteDecision, candidate: RouteDecision) {
        if live.isEmergency != candidate.isEmergency {
            self = .emergency
        } else if live.refusal != candidate.refusal {
            self = .cause
        } else if live.actions != candidate.actions {
            self = .actions
        } else if live.extensionName != candidate.extensionName {
            self = .extension
        } else {
            return nil
        }
    }
}

extension RouteDecision {
    /// The cause with which the call is refused before anything else is tried; `nil` when something is.
    fileprivate var refusal: Q850Cause? {
        for action in self.actions {
            switch action {
            case .set, .limit, .log, .remember, .conditional:
                continue
            case .reject(let reject):
                return reject.cause
            case .bridge, .answer, .preAnswer, .ringReady, .pause, .play, .sendDigits, .answerAndEcho,
                .answerAndPlayTone, .redirect, .lineService, .ask:
                return nil
            }
        }
        return nil
    }
}

/// One call that two dialplans decide differently.
package struct RouteExample: Hashable, Sendable {
    /// What one of them decides.
    package struct Side: Hashable, Sendable {
        /// The extension that ends the search; empty when none does.
        package let name: ByteString
        /// Its file; empty when there is none.
        package let file: String
        /// The line where it begins; 0 when there is none.
        package let line: Int
        /// What would be done, in the words of a dialplan.
        package let actions: [String]

        init(_ explanation: Explanation) {
            let decisive = explanation.extensions.last { $0.acted }
            self.name = explanation.decision.extensionName
            self.file = decisive?.file ?? ""
            self.line = decisive?.line ?? 0
            self.actions = explanation.decision.actions.map(\.description)
        }
    }

    /// The call, which the live dialplan routes.
    package let call: CallID

    /// How they differ.
    package let difference: RouteDifference

    /// The context that the call starts in.
    package let context: ByteString

    /// The number that is called.
    package let number: ByteString

    /// The caller's number.
    package let caller: ByteString

    /// What the live dialplan decides.
    package let live: Side

    /// What the other one would.
    package let candidate: Side
}
