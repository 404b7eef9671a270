import CallModel
import ProtocolKit

/// An action with the places that each call fills in.
enum ActionTemplate: Hashable, Sendable {
    /// Nothing is filled in.
    case fixed(DialplanAction)
    /// `bridge` with places in its targets.
    case bridge(BridgeTemplate)
    /// `reject` with places in its reason.
    case reject(Q850Cause, reason: Template)
    /// `redirect` with places in its contacts.
    case redirect([TargetTemplate])
    /// `line-service` that forwards to a number with places in it.
    case forward(LineService.Forwarding, to: Template)
    /// `set` of a variable.
    case setVariable(Int, Template)
    /// `set` of the number that the call is for.
    case setDestinationNumber(Template)
    /// `set` of the number shown to the called party.
    case setCallerNumber(Template)
    /// `set` of the name shown to the called party.
    case setCallerName(Template)

    /// Whether the action decides what becomes of the call, rather than how.
    var routes: Bool {
        switch self {
        case .fixed(let action):
            action.routes
        case .bridge, .reject, .redirect, .forward:
            true
        case .setVariable, .setDestinationNumber, .setCallerNumber, .setCallerName:
            false
        }
    }

    /// Whether no action after this one can be reached.
    var endsCall: Bool {
        switch self {
        case .fixed(let action):
            action.endsCall
        case .reject, .redirect:
            true
        case .bridge, .forward, .setVariable, .setDestinationNumber, .setCallerNumber, .setCallerName:
            false
        }
    }
}

/// `bridge` with places in its targets.
struct BridgeTemplate: Hashable, Sendable {
    /// One target and its own settings.
    struct Branch: Hashable, Sendable {
        let target: TargetTemplate
        let timeout: Duration?
    }

    let stages: [[Branch]]
    let media: BridgeAction.MediaPath
    let earlyMedia: BridgeAction.EarlyMediaPolicy
    let ringback: BridgeAction.RingbackPolicy
    let failOver: CauseSet
}
