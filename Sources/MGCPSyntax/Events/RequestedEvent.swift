import ProtocolKit

/// An event that a gateway shall look for, and what it shall do then (RFC 3435 §2.3.3, §3.2.2.16).
package struct RequestedEvent: Hashable, Sendable, MGCPListEntry {
    /// The event, or a pattern of several.
    package let name: EventName

    /// What to do; none means to notify.
    package let actions: [RequestedAction]

    /// What qualifies the event.
    package let parameters: [EventParameter]

    package init(_ name: EventName, _ actions: [RequestedAction] = [], parameters: [EventParameter] = []) {
        self.name = name
        self.actions = actions
        self.parameters = parameters
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.name = try EventName(from: &reader)
        reader.skipBlanks()
        guard reader.peek() == 0x28 else {
            self.actions = []
            self.parameters = []
            return
        }
        self.actions = try RequestedAction.list(&reader)
        reader.skipBlanks()
        self.parameters = reader.peek() == 0x28 ? try EventParameter.list(&reader) : []
    }

    func append(to bytes: inout [UInt8]) {
        self.name.append(to: &bytes)
        if !self.actions.isEmpty || !self.parameters.isEmpty {
            RequestedAction.append(list: self.actions.isEmpty ? [.notify] : self.actions, to: &bytes)
        }
        if !self.parameters.isEmpty {
            EventParameter.append(list: self.parameters, to: &bytes)
        }
    }

    /// Whether a NTFY follows at once: it is asked for, or no action is.
    package var isNotified: Bool {
        self.actions.isEmpty || self.actions.contains(.notify)
    }
}

/// A parameter that is a list of requested events.
package protocol RequestedEventList: MGCPParameterValue, Hashable {
    /// The events in their order.
    var events: [RequestedEvent] { get }

    init(_ events: [RequestedEvent])
}

extension RequestedEventList {
    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init(try reader.list(of: RequestedEvent.self))
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.events)
    }
}

/// The events that a gateway shall look for, `R:` (RFC 3435 §3.2.2.16).
package struct RequestedEvents: RequestedEventList {
    package static let name = MGCPParameterName.requestedEvents
    package let events: [RequestedEvent]

    package init(_ events: [RequestedEvent]) {
        self.events = events
    }
}

/// The events that a gateway shall look for until told otherwise, `B/PR:` (RFC 3435 appendix B.2.1).
package struct PersistentEvents: RequestedEventList {
    package static let name = MGCPParameterName.persistentEvents
    package let events: [RequestedEvent]

    package init(_ events: [RequestedEvent]) {
        self.events = events
    }
}
