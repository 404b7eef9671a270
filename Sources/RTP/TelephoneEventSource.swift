/// Makes the packets of telephone events, one after another (RFC 4733 §2.5.1).
///
/// ```
///   |-- the event lasts --------------------|-- end said again --|-- silence --|-- next event
///   M 160  320  480  …  E duration            E          E
/// ```
/// A packet is due every 20 ms. Those of one event have its beginning as their timestamp and say how long it has lasted;
/// the first is marked, the last three say that it has ended, with the same duration.
package struct TelephoneEventSource: Sendable {
    /// One event.
    package struct Event: Hashable, Sendable {
        /// The code; 0 to 15 are the DTMF digits 0–9, *, #, A–D (RFC 4733 §3.2).
        package let code: UInt8

        /// How long it lasts.
        package let duration: Duration

        package init(code: UInt8, duration: Duration) {
            self.code = code
            self.duration = duration
        }
    }

    /// Between two packets.
    package static let interval = Duration.milliseconds(20)

    /// The least silence between two events: the longest pause that ITU-T Q.24 lets a receiver ask for, with room.
    package static let pause = Duration.milliseconds(80)

    /// How often the end is said (RFC 4733 §2.5.1.4).
    private static let ends = 3

    /// -10 dBm0, in the middle of what receivers accept (ITU-T Q.24 Table A-1).
    private static let volume: UInt8 = 10

    private let events: [Event]
    private let payloadType: UInt8
    private let clockRate: UInt32
    private let synchronizationSource: UInt32
    private var sequenceNumber: UInt16
    private var timestamp: UInt32

    /// The event that is sent, by its place.
    private var place = 0
    /// How many steps of it are over.
    private var step = 0

    /// Begins events; `nil` when there are none, or the clock is none.
    ///
    /// - Parameters:
    ///   - events: the events in their order.
    ///   - payloadType: what the far end has given them, 0 to 127.
    ///   - clockRate: timestamp units per second.
    ///   - source: a synchronization source of our own, random (RFC 3550 §8.1); first sequence number and timestamp are
    ///     taken from it.
    package init?(_ events: [Event], payloadType: UInt8, clockRate: UInt32, source: UInt64) {
        guard !events.isEmpty, payloadType < 128, (1000...192_000).contains(clockRate) else {
            return nil
        }
        self.events = events
        self.payloadType = payloadType
        self.clockRate = clockRate
        self.synchronizationSource = UInt32(truncatingIfNeeded: source)
        self.sequenceNumber = UInt16(truncatingIfNeeded: source >> 48)
        self.timestamp = UInt32(truncatingIfNeeded: source >> 24)
    }

    /// Whether all are over.
    package var isOver: Bool {
        self.place >= self.events.count
    }

    /// The packet that is due now; `nil` in the silence between two events, and when all are over.
    package var packet: [UInt8]? {
        guard !self.isOver else {
            return nil
        }
        let event = self.events[self.place]
        let updates = Self.updates(of: event, self.clockRate)
        guard self.step < updates + Self.ends - 1 else {
            return nil
        }
        let isEnd = self.step + 1 >= updates
        let duration = self.unitsPerStep * UInt32(min(self.step + 1, updates))
        return [0x80, (self.step == 0 ? 0x80 : 0) | self.payloadType] + Self.octets(UInt32(self.sequenceNumber), 2)
            + Self.octets(self.timestamp, 4) + Self.octets(self.synchronizationSource, 4)
            + [event.code, (isEnd ? 0x80 : 0) | Self.volume] + Self.octets(duration, 2)
    }

    /// Goes on to what is due 20 ms later.
    package mutating func advance() {
        guard !self.isOver else {
            return
        }
        if self.packet != nil {
            self.sequenceNumber &+= 1
        }
        self.step += 1
        let steps = Self.updates(of: self.events[self.place], self.clockRate) + Self.silentSteps
        if self.step >= steps {
            self.timestamp &+= self.unitsPerStep * UInt32(steps)
            self.place += 1
            self.step = 0
        }
    }

    private var unitsPerStep: UInt32 {
        self.clockRate / 50
    }

    private static var silentSteps: Int {
        Int(Self.pause / Self.interval)
    }

    /// How many packets tell of an event that lasts; its duration fits into 16 bits (RFC 4733 §2.3.5).
    private static func updates(of event: Event, _ clockRate: UInt32) -> Int {
        let most = Int(UInt32(UInt16.max) / (clockRate / 50))
        let steps = (event.duration / Self.interval).rounded(.up)
        return max(2, Int(min(max(steps, 0), Double(most))))
    }

    private static func octets(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * (count - 1 - $0))) }
    }
}
