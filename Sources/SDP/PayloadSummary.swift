import ProtocolKit

/// The payload types of an m-line as sets of bits, for who checks packets.
package struct PayloadSummary: Hashable, Sendable {
    /// The payload types 0 to 63, the lowest bit first.
    package fileprivate(set) var low: UInt64 = 0

    /// The payload types 64 to 127.
    package fileprivate(set) var high: UInt64 = 0

    /// Those of ``low`` that carry telephone events (RFC 4733).
    package fileprivate(set) var lowEvents: UInt64 = 0

    /// Those of ``high`` that carry telephone events.
    package fileprivate(set) var highEvents: UInt64 = 0

    /// The clock of the first codec; `nil` when there is none that we know.
    package fileprivate(set) var clockRate: UInt32?

    /// The form of telephone events to send: the first with the clock of the codec before it, else the first one.
    package fileprivate(set) var event: EventFormat?

    package init() {}

    /// How telephone events travel (RFC 4733 §2.4.1).
    package struct EventFormat: Hashable, Sendable {
        /// The payload type, 0 to 127.
        package let payloadType: UInt8

        /// Timestamp units per second.
        package let clockRate: UInt32

        package init(payloadType: UInt8, clockRate: UInt32) {
            self.payloadType = payloadType
            self.clockRate = clockRate
        }
    }

    fileprivate mutating func note(event type: UInt8, clockRate: UInt32) {
        if self.event == nil || self.event?.clockRate != self.clockRate && clockRate == self.clockRate {
            self.event = EventFormat(payloadType: type, clockRate: clockRate)
        }
    }
}

extension MediaDescription {
    /// What ``payloads`` says, without a list of it.
    package var payloadSummary: PayloadSummary {
        var summary = PayloadSummary()
        let mappings = RTPMappings(self)
        var fields = self.formatFields
        while let field = fields.next(in: self.storage.text) {
            guard let type = Self.payloadType(self.storage.text, field) else {
                continue
            }
            let encoding = self.encoding(type, mappings)
            let bit: UInt64 = 1 << UInt64(type & 63)
            if type < 64 {
                summary.low |= bit
                summary.lowEvents |= encoding.isTelephoneEvent ? bit : 0
            } else {
                summary.high |= bit
                summary.highEvents |= encoding.isTelephoneEvent ? bit : 0
            }
            if encoding.isTelephoneEvent {
                summary.note(event: type, clockRate: encoding.clockRate ?? 8000)
            }
            if summary.clockRate == nil, !encoding.isAuxiliary {
                summary.clockRate = encoding.clockRate
            }
        }
        return summary
    }

    private typealias Encoding = (isTelephoneEvent: Bool, isAuxiliary: Bool, clockRate: UInt32?)

    /// The payload type assigned to comfort noise (RFC 3389 §4).
    private static let comfortNoise: UInt8 = 13

    private func encoding(_ type: UInt8, _ mappings: RTPMappings?) -> Encoding {
        guard let range = self.mappingRange(type, mappings) else {
            return (false, type == Self.comfortNoise, PayloadFormat.encoding(type)?.clockRate)
        }
        var fields = FieldReader(range)
        let name = fields.next(upTo: 0x2F, in: self.storage.text) ?? range
        let clock = fields.decimal(in: self.storage.text).flatMap(UInt32.init(exactly:)).flatMap { $0 > 0 ? $0 : nil }
        let text = self.storage.text[name]
        let isEvent = text.matchesIgnoringCase("telephone-event")
        let isAuxiliary = isEvent || text.matchesIgnoringCase("cn") || text.matchesIgnoringCase("red")
        return (isEvent, isAuxiliary, clock ?? PayloadFormat.encoding(type)?.clockRate)
    }
}

extension ArraySlice<UInt8> {
    /// Whether the octets, with capital letters made small, are exactly those of `literal`.
    fileprivate func matchesIgnoringCase(_ literal: StaticString) -> Bool {
        guard self.count == literal.utf8CodeUnitCount else {
            return false
        }
        return literal.withUTF8Buffer { unsafe self.elementsEqual($0) { $0.asciiLowercased == $1 } }
    }
}
