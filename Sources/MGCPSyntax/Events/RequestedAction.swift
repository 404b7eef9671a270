import ProtocolKit

/// What a gateway does when a requested event happens (RFC 3435 §2.3.3, §3.2.2.16).
package indirect enum RequestedAction: Hashable, Sendable, MGCPListEntry {
    /// N: tell the call agent at once, with what was accumulated.
    case notify
    /// A: remember it.
    case accumulate
    /// D: remember it, and tell when the digit map decides.
    case accumulateByDigitMap
    /// S: swap the audio of two connections.
    case swap
    /// I: do nothing.
    case ignore
    /// K: let signals go on that the event would stop.
    case keepSignals
    /// E: act as if a new request had come.
    case embedded(EmbeddedRequest)
    /// An action that a package defines.
    case extended(package: MGCPName, action: MGCPName, [EventParameter])

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let word = reader.run(while: \.isNameCharacter)
        if reader.take(0x2F) {
            let action = MGCPName(ByteString(reader.run(while: \.isASCIILetter)))
            guard !word.isEmpty, !action.text.isEmpty else {
                throw reader.error(.illegalAction)
            }
            let parameters = reader.peek() == 0x28 ? try EventParameter.list(&reader) : []
            self = .extended(package: MGCPName(ByteString(word)), action: action, parameters)
            return
        }
        guard word.count == 1, let letter = word.first else {
            throw reader.error(word.isEmpty ? .malformed : .illegalAction)
        }
        switch letter.asciiUppercased {
        case 0x4E: self = .notify
        case 0x41: self = .accumulate
        case 0x44: self = .accumulateByDigitMap
        case 0x53: self = .swap
        case 0x49: self = .ignore
        case 0x4B: self = .keepSignals
        case 0x45: self = .embedded(try Self.embedded(&reader))
        default: throw reader.error(.illegalAction)
        }
    }

    private static func embedded(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> EmbeddedRequest {
        reader.skipBlanks()
        guard reader.take(0x28) else {
            throw reader.malformed
        }
        let request = try reader.nested { (inner) throws(MGCPParseError) in try EmbeddedRequest(from: &inner) }
        guard reader.takeClosing() else {
            throw reader.malformed
        }
        return request
    }

    /// Reads `(action, action)`; none that excludes another may stand beside it.
    static func list(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> [RequestedAction] {
        _ = reader.take()
        let actions = try reader.list(of: RequestedAction.self)
        guard reader.takeClosing() else {
            throw reader.malformed
        }
        guard Self.areCombinable(actions) else {
            throw reader.error(.illegalAction)
        }
        return actions
    }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .notify: bytes.append(0x4E)
        case .accumulate: bytes.append(0x41)
        case .accumulateByDigitMap: bytes.append(0x44)
        case .swap: bytes.append(0x53)
        case .ignore: bytes.append(0x49)
        case .keepSignals: bytes.append(0x4B)
        case .embedded(let request):
            bytes.append("E(")
            request.append(to: &bytes)
            bytes.append(0x29)
        case .extended(let package, let action, let parameters):
            bytes.append(contentsOf: package.text.bytes)
            bytes.append(0x2F)
            bytes.append(contentsOf: action.text.bytes)
            if !parameters.isEmpty {
                EventParameter.append(list: parameters, to: &bytes)
            }
        }
    }

    static func append(list actions: [RequestedAction], to bytes: inout [UInt8]) {
        bytes.append(0x28)
        bytes.append(list: actions)
        bytes.append(0x29)
    }

    // MARK: Combinations

    /// Whether each action can stand beside each other one, by the table of §2.3.3.
    ///
    /// An action of a package may stand beside any; its package says what it excludes.
    package static func areCombinable(_ actions: [RequestedAction]) -> Bool {
        for (index, action) in actions.enumerated() {
            for other in actions[..<index] where !action.canStand(beside: other) && !other.canStand(beside: action) {
                return false
            }
        }
        return true
    }

    /// One half of the table, which is symmetric.
    private func canStand(beside other: RequestedAction) -> Bool {
        switch (self, other) {
        case (.extended, _), (_, .extended): true
        case (.notify, .swap), (.notify, .keepSignals), (.notify, .embedded): true
        case (.swap, .accumulate), (.swap, .ignore): true
        case (.accumulate, .keepSignals), (.accumulate, .embedded): true
        case (.accumulateByDigitMap, .keepSignals): true
        case (.keepSignals, .embedded), (.keepSignals, .ignore): true
        default: false
        }
    }
}

/// A request inside an action: what replaces events, signals and digit map when the event happens (RFC 3435 §2.3.3).
package struct EmbeddedRequest: Hashable, Sendable {
    /// The events to look for then.
    package let events: [RequestedEvent]

    /// The signals to apply then.
    package let signals: [MGCPSignal]

    /// The digit map from then on; the present one stays when there is none.
    package let digitMap: DigitMap?

    package init(events: [RequestedEvent] = [], signals: [MGCPSignal] = [], digitMap: DigitMap? = nil) {
        self.events = events
        self.signals = signals
        self.digitMap = digitMap
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var events: [RequestedEvent]?
        var signals: [MGCPSignal]?
        var digitMap: DigitMap?
        repeat {
            let group = reader.take()?.asciiUppercased
            reader.skipBlanks()
            guard reader.take(0x28) else {
                throw reader.malformed
            }
            switch group {
            case 0x52 where events == nil:
                if signals != nil || digitMap != nil {
                    reader.note(.embeddedOrder)
                }
                events = try reader.nested { (inner) throws(MGCPParseError) in try inner.list(of: RequestedEvent.self) }
            case 0x53 where signals == nil:
                if digitMap != nil {
                    reader.note(.embeddedOrder)
                }
                signals = try reader.nested { (inner) throws(MGCPParseError) in try inner.list(of: MGCPSignal.self) }
            case 0x44 where digitMap == nil: digitMap = try DigitMap(from: &reader)
            default: throw reader.malformed
            }
            guard reader.takeClosing() else {
                throw reader.malformed
            }
        } while reader.takeSeparator(0x2C)
        self.init(events: events ?? [], signals: signals ?? [], digitMap: digitMap)
    }

    func append(to bytes: inout [UInt8]) {
        var separator: StaticString = ""
        if !self.events.isEmpty || (self.signals.isEmpty && self.digitMap == nil) {
            bytes.append("R(")
            bytes.append(list: self.events)
            bytes.append(0x29)
            separator = ","
        }
        if !self.signals.isEmpty {
            bytes.append(separator)
            bytes.append("S(")
            bytes.append(list: self.signals)
            bytes.append(0x29)
            separator = ","
        }
        if let digitMap = self.digitMap {
            bytes.append(separator)
            bytes.append("D(")
            digitMap.append(to: &bytes)
            bytes.append(0x29)
        }
    }
}
