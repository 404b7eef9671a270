package import ProtocolKit

/// Loss and jitter of one incoming stream, by the algorithms of RFC 3550 §A.1, §A.3 and §A.8.
///
/// Plain numbers of fixed size, so that a packet costs neither allocation nor reference counting. A new
/// synchronization source, or a jump that two packets in sequence confirm, begins a new count and keeps the losses.
package struct ReceptionStatistics: Hashable, Sendable {
    @usableFromInline static var maxDropout: UInt16 { 3000 }
    @usableFromInline static var maxMisorder: UInt16 { 100 }

    /// The source that is being counted.
    package private(set) var source: UInt32 = 0

    /// Packets counted, over all sources.
    package private(set) var received: UInt64 = 0

    /// Whether a first packet came.
    package private(set) var hasStarted = false

    private var cycles: UInt32 = 0
    private var base: UInt16 = 0
    private var highest: UInt16 = 0
    private var suspect: UInt16 = 0
    private var hasSuspect = false
    private var receivedInRun: UInt64 = 0
    private var lostBefore: UInt64 = 0

    private var transit: UInt32 = 0
    private var hasTransit = false
    private var scaledJitter: UInt32 = 0

    package init() {}

    /// Takes in one packet.
    ///
    /// - Parameters:
    ///   - header: its header.
    ///   - now: when it came.
    ///   - clockRate: timestamp units per second.
    ///   - isTimed: whether its timestamp moves with time; those of events do not (RFC 4733 §2.2.1).
    package mutating func receive(_ header: RTPHeader, at now: Instant, clockRate: UInt32, isTimed: Bool = true) {
        self.received &+= 1
        if !self.hasStarted || header.source != self.source {
            self.begin(header)
        } else if !self.advance(to: header.sequenceNumber) {
            return
        }
        self.receivedInRun &+= 1
        if isTimed {
            self.measure(header.timestamp, at: now, clockRate: clockRate)
        }
    }

    /// Packets lost so far: expected minus received, never below zero (RFC 3550 §A.3).
    package var lost: UInt64 {
        self.lostBefore + self.lostInRun
    }

    /// The highest sequence number, extended with the count of cycles.
    package var extendedHighest: UInt32 {
        self.cycles &+ UInt32(self.highest)
    }

    /// Interarrival jitter in timestamp units (RFC 3550 §A.8).
    package var jitter: UInt32 {
        self.scaledJitter >> 4
    }

    /// Interarrival jitter in microseconds.
    package func jitterMicroseconds(clockRate: UInt32) -> UInt32 {
        guard clockRate > 0 else {
            return 0
        }
        return UInt32(clamping: UInt64(self.scaledJitter) * 1_000_000 / 16 / UInt64(clockRate))
    }

    private var lostInRun: UInt64 {
        guard self.hasStarted else {
            return 0
        }
        let expected = UInt64(self.extendedHighest &- UInt32(self.base)) + 1
        return expected > self.receivedInRun ? expected - self.receivedInRun : 0
    }

    private mutating func begin(_ header: RTPHeader) {
        self.lostBefore &+= self.lostInRun
        self.source = header.source
        self.hasStarted = true
        self.base = header.sequenceNumber
        self.highest = header.sequenceNumber
        self.cycles = 0
        self.hasSuspect = false
        self.receivedInRun = 0
        self.hasTransit = false
    }

    /// Moves the highest sequence number; `false` when the packet is not part of the sequence (RFC 3550 §A.1).
    private mutating func advance(to sequence: UInt16) -> Bool {
        let step = sequence &- self.highest
        if step < Self.maxDropout {
            if sequence < self.highest {
                self.cycles &+= 0x1_0000
            }
            self.highest = sequence
            return true
        }
        if step > 0 &- Self.maxMisorder {
            return true
        }
        guard self.hasSuspect, sequence == self.suspect else {
            self.suspect = sequence &+ 1
            self.hasSuspect = true
            return false
        }
        // Two in a row say that the far end restarted.
        self.lostBefore &+= self.lostInRun
        self.base = sequence
        self.highest = sequence
        self.cycles = 0
        self.hasSuspect = false
        self.receivedInRun = 0
        self.hasTransit = false
        return true
    }

    private mutating func measure(_ timestamp: UInt32, at now: Instant, clockRate: UInt32) {
        let arrival = Self.units(of: now, clockRate: clockRate)
        let transit = arrival &- timestamp
        defer {
            self.transit = transit
            self.hasTransit = true
        }
        guard self.hasTransit else {
            return
        }
        let difference = Int32(bitPattern: transit &- self.transit).magnitude
        self.scaledJitter &+= difference
        self.scaledJitter &-= (self.scaledJitter &- difference &+ 8) >> 4
    }

    /// The clock in timestamp units, modulo 2³².
    private static func units(of now: Instant, clockRate: UInt32) -> UInt32 {
        let nanoseconds = UInt64(bitPattern: now.nanoseconds)
        let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let whole = seconds &* UInt64(clockRate)
        return UInt32(truncatingIfNeeded: whole &+ rest &* UInt64(clockRate) / 1_000_000_000)
    }
}
