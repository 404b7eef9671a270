import ProtocolKit

/// A signal to apply, an event that was observed, or one to detect: a name and parameters (RFC 3435 §3.2.2.21).
package struct MGCPSignal: Hashable, Sendable, MGCPListEntry {
    /// The event or signal.
    package let name: EventName

    /// What qualifies it.
    package let parameters: [EventParameter]

    package init(_ name: EventName, _ parameters: [EventParameter] = []) {
        self.name = name
        self.parameters = parameters
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.name = try EventName(from: &reader)
        reader.skipBlanks()
        self.parameters = reader.peek() == 0x28 ? try EventParameter.list(&reader) : []
    }

    func append(to bytes: inout [UInt8]) {
        self.name.append(to: &bytes)
        if !self.parameters.isEmpty {
            EventParameter.append(list: self.parameters, to: &bytes)
        }
    }

    /// Whether an on/off signal is turned off: `(-)` does that, `(+)` and nothing turn it on (§3.2.2.4).
    package var isTurnedOff: Bool {
        self.parameters.contains(.word("-"))
    }
}

extension MGCPSignal: CustomStringConvertible {
    package var description: String {
        var bytes: [UInt8] = []
        self.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A parameter that is a list of signals or events without actions.
package protocol MGCPSignalList: MGCPParameterValue, Hashable {
    /// The entries in their order.
    var signals: [MGCPSignal] { get }

    init(_ signals: [MGCPSignal])
}

extension MGCPSignalList {
    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init(try reader.list(of: MGCPSignal.self))
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.signals)
    }
}

/// The signals that a gateway shall apply, `S:` (RFC 3435 §3.2.2.21); none of them stops those there are.
package struct SignalRequests: MGCPSignalList {
    package static let name = MGCPParameterName.signalRequests
    package let signals: [MGCPSignal]

    package init(_ signals: [MGCPSignal]) {
        self.signals = signals
    }
}

/// The events that a gateway observed, `O:` (RFC 3435 §3.2.2.12).
package struct ObservedEvents: MGCPSignalList {
    package static let name = MGCPParameterName.observedEvents
    package let signals: [MGCPSignal]

    package init(_ signals: [MGCPSignal]) {
        self.signals = signals
    }
}

/// The events that a gateway detects while it is quarantined, `T:` (RFC 3435 §3.2.2.8).
package struct DetectEvents: MGCPSignalList {
    package static let name = MGCPParameterName.detectEvents
    package let signals: [MGCPSignal]

    package init(_ signals: [MGCPSignal]) {
        self.signals = signals
    }
}

/// The states of an endpoint as the events that led there, `ES:` (RFC 3435 §3.2.2.9).
package struct EventStates: MGCPSignalList {
    package static let name = MGCPParameterName.eventStates
    package let signals: [MGCPSignal]

    package init(_ signals: [MGCPSignal]) {
        self.signals = signals
    }
}
