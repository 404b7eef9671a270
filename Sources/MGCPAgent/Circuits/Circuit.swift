import CallModel
import ProtocolKit

/// A circuit of a trunk gateway.
struct Circuit: Sendable {
    let settings: CircuitGroupSettings

    /// When what is waited for has taken too long.
    var deadline: Instant?

    /// Since when it has been idle, for the selection by idle time.
    var idleSince = Instant.start

    /// Digits for the circuit that were not sent yet.
    var outgoingDigits: [UInt8] = []

    init(_ settings: CircuitGroupSettings) {
        self.settings = settings
    }

    /// What the circuit shall look for and do.
    var request: EndpointRequest {
        let digits: [EndpointSignal] = self.outgoingDigits.isEmpty ? [] : [.digits(self.outgoingDigits)]
        switch self.settings.signaling {
        case .bearer: return EndpointRequest(.nothing, digits)
        case .multiFrequency, .dtmf, .operatorServices, .line:
            return EndpointRequest(.circuit(self.settings.signaling), digits)
        }
    }

    /// What was asked for once has been sent.
    mutating func spendBriefSignals(_ signals: [EndpointSignal]) {
        self.outgoingDigits = []
    }
}

/// A leg that did not get one circuit and may get another.
struct CircuitRetry: Sendable {
    let leg: LegID
    let placement: CircuitPlacement
    /// Why the last one was refused.
    let cause: ReleaseCause
}
