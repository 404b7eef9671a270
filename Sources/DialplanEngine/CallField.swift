import ProtocolKit

/// A fact of the call by the name that dialplans use for it.
enum CallField: String, Hashable, Sendable, CaseIterable {
    case destinationNumber = "destination-number"
    case destinationHost = "destination-host"
    case callerNumber = "caller-number"
    case callerName = "caller-name"
    case divertingNumber = "diverting-number"
    case user
    case trunk
    case listener
    case transport
    case sourceAddress = "source-address"
    case context
}

/// What `set` can change besides the dialplan's own variables.
enum CallSetting: String, Hashable, Sendable, CaseIterable {
    case destinationNumber = "destination-number"
    case callerNumber = "caller-number"
    case callerName = "caller-name"
    case privacy
    case maximumDuration = "maximum-duration"
}
