/// One update of a named event: a DTMF digit or another signal that travels as RTP (RFC 4733 §2.3).
package struct TelephoneEvent: Hashable, Sendable {
    /// The event; 0 to 15 are the DTMF digits 0–9, *, #, A–D (RFC 4733 §3.2).
    package let event: UInt8

    /// Whether the event has ended.
    package let isEnd: Bool

    /// The power level in -dBm0, 0 to 63.
    package let volume: UInt8

    /// How long the event has lasted, in timestamp units.
    package let duration: UInt16

    /// Reads the first event of a payload, or `nil` when the payload is no list of events.
    @inlinable
    package init?(_ packet: Span<UInt8>, payload: Range<Int>) {
        guard payload.count >= 4, payload.upperBound <= packet.count else {
            return nil
        }
        let start = payload.lowerBound
        self.event = packet[start]
        self.isEnd = packet[start + 1] & 0x80 != 0
        self.volume = packet[start + 1] & 0x3F
        self.duration = packet.uint16(at: start + 2)
    }
}

/// Counts events, each of which comes in many packets with one timestamp (RFC 4733 §2.5.1.2).
package struct TelephoneEventCounter: Hashable, Sendable {
    /// How many different events came.
    package private(set) var count: UInt64 = 0

    @usableFromInline var lastTimestamp: UInt32 = 0
    @usableFromInline var lastSource: UInt32 = 0

    package init() {}

    /// Takes in one packet of an event; returns whether it begins a new one.
    package mutating func receive(_ header: RTPHeader) -> Bool {
        guard self.count == 0 || header.timestamp != self.lastTimestamp || header.source != self.lastSource else {
            return false
        }
        // A late repetition of an earlier event is not a new one.
        if self.count > 0, header.source == self.lastSource,
            Int32(bitPattern: header.timestamp &- self.lastTimestamp) < 0
        {
            return false
        }
        self.lastTimestamp = header.timestamp
        self.lastSource = header.source
        self.count += 1
        return true
    }
}
