import CallModel
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
    case `protocol`
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

/// The services of a line by the names that dialplans use for them.
enum LineServiceName: String, Hashable, Sendable, CaseIterable {
    case forwardUnconditional = "forward-unconditional"
    case forwardBusy = "forward-busy"
    case forwardNoAnswer = "forward-no-answer"
    case callWaiting = "call-waiting"
    case doNotDisturb = "do-not-disturb"

    init(_ forwarding: LineService.Forwarding) {
        switch forwarding {
        case .unconditional:
            self = .forwardUnconditional
        case .busy:
            self = .forwardBusy
        case .noAnswer:
            self = .forwardNoAnswer
        }
    }
}

extension SignalingProtocol {
    /// The protocol in the word of dialplans.
    var dialplanName: ByteString {
        switch self {
        case .sip:
            "sip"
        case .mgcp:
            "mgcp"
        }
    }
}
