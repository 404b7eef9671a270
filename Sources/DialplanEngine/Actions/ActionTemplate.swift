import CallModel
import ProtocolKit

/// An action with the places that each call fills in.
enum ActionTemplate: Hashable, Sendable {
    /// Nothing is filled in.
    case fixed(DialplanAction)
    /// `bridge` with places in its targets.
    case bridge(BridgeTemplate)
    /// `route` by a table.
    case route(RouteTemplate)
    /// `reject` with places in its reason.
    case reject(Q850Cause, status: UInt16?, reason: Template)
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
    /// `header` with a value that has places.
    case header(HeaderTemplate)
    /// `send-digits` with places.
    case sendDigits(Template)
    /// `log` with places in its words.
    case log(LogAction.Level, Template)
    /// `limit` of a resource whose name has places.
    case limit(Template, calls: Int, Q850Cause)
    /// `remember`, or `forget` when there is no value.
    case remember(ByteString, key: Template, value: Template?)
    /// `ask` with the variables that are told.
    case ask(AskTemplate)
    /// `transfer` to another context, with another number if there is one.
    case transfer(ByteString, number: Template?)
    /// Done only when the bridge before it failed with one of the causes.
    indirect case conditional(CauseSet, ActionTemplate)

    /// Whether the action decides what becomes of the call, rather than how.
    var routes: Bool {
        switch self {
        case .fixed(let action):
            action.routes
        case .bridge, .route, .reject, .redirect, .forward, .sendDigits, .ask, .transfer:
            true
        case .setVariable, .setDestinationNumber, .setCallerNumber, .setCallerName, .header, .log, .limit, .remember:
            false
        case .conditional(_, let action):
            action.routes
        }
    }

    /// Whether no action after this one can be reached.
    var endsCall: Bool {
        switch self {
        case .fixed(let action):
            action.endsCall
        case .reject, .redirect, .transfer:
            true
        case .bridge, .route, .forward, .setVariable, .setDestinationNumber, .setCallerNumber, .setCallerName, .header,
            .sendDigits, .log, .limit, .remember, .ask, .conditional:
            false
        }
    }

    /// The action without what must have come of a bridge before it.
    var unconditional: ActionTemplate {
        guard case .conditional(_, let action) = self else {
            return self
        }
        return action.unconditional
    }
}

/// `header` with places in its value.
struct HeaderTemplate: Hashable, Sendable {
    let side: HeaderRule.Side
    let name: ByteString
    /// Whether the headers of the name that are there are taken out.
    let replaces: Bool
    let value: Template
}

/// `bridge` with places in its targets.
struct BridgeTemplate: Hashable, Sendable {
    /// One target and its own settings.
    struct Branch: Hashable, Sendable {
        let target: TargetTemplate
        let timeout: Duration?
        let settings: LegSettingsTemplate?
    }

    let stages: [[Branch]]
    let settings: BridgeSettings
}

/// How targets are hunted through, whatever they are.
struct BridgeSettings: Hashable, Sendable {
    /// How long a target may take to answer that has no time of its own.
    let timeout: Duration?
    let media: BridgeAction.MediaPath
    let earlyMedia: BridgeAction.EarlyMediaPolicy
    let ringback: BridgeAction.RingbackPolicy
    let failOver: CauseSet
    let afterwards: BridgeAction.Afterwards

    /// The action with these targets.
    func bridge(to stages: [[BridgeTarget]]) -> BridgeAction {
        BridgeAction(
            stages: stages,
            media: self.media,
            earlyMedia: self.earlyMedia,
            ringback: self.ringback,
            failOver: self.failOver,
            afterwards: self.afterwards
        )
    }
}

/// `route`: the trunks that a table of routes has for a number.
struct RouteTemplate: Hashable, Sendable {
    /// The table by its slot.
    let routes: Int
    let number: Template
    /// The most trunks that are tried.
    let most: Int
    let settings: BridgeSettings
}

/// What is particular to one leg of a bridge, with places that each call fills in.
struct LegSettingsTemplate: Hashable, Sendable {
    var delay = Duration.zero
    var rings: UInt8?
    var callerNumber: Template?
    var callerName: Template?
    var digits: [Digit] = []

    /// The settings when no call changes them.
    var constant: LegSettings? {
        if let callerNumber, callerNumber.constant == nil {
            return nil
        }
        if let callerName, callerName.constant == nil {
            return nil
        }
        return self.settings(callerNumber: self.callerNumber?.constant, callerName: self.callerName?.constant)
    }

    /// The settings with the places filled in.
    func settings(callerNumber: ByteString?, callerName: ByteString?) -> LegSettings {
        var settings = LegSettings()
        settings.delay = self.delay
        settings.rings = self.rings
        settings.callerNumber = callerNumber
        settings.callerName = callerName
        settings.digits = self.digits
        return settings
    }
}
