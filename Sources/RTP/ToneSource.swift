/// Makes the packets of a sine tone: G.711, one every 20 ms (RFC 3551 §4.5.14).
package struct ToneSource: Sendable {
    /// Samples in one packet: 20 ms at 8000 Hz.
    package static let samplesPerPacket = 160

    /// The packet to send, which ``advance()`` replaces.
    package private(set) var packet: [UInt8]

    /// How many packets are still to be sent; `nil` for no end.
    package private(set) var remaining: Int?

    private let coding: G711
    private let step: UInt32
    private var phase: UInt32 = 0
    private var sequenceNumber: UInt16
    private var timestamp: UInt32

    /// The peak, a quarter of full scale: about -9 dBm0.
    private static let amplitude = 8192.0

    /// One period in 1024 steps.
    private static let period: [Int32] = Self.makePeriod()

    /// Begins a tone, or `nil` for a payload type other than G.711's or a frequency above 4000 Hz.
    ///
    /// - Parameters:
    ///   - hertz: the frequency.
    ///   - payloadType: 0 for μ-law, 8 for A-law.
    ///   - duration: how long; `nil` for no end.
    ///   - source: a synchronization source of our own, random (RFC 3550 §8.1); first sequence number and timestamp
    ///     are taken from it.
    package init?(hertz: UInt16, payloadType: UInt8, duration: Duration?, source: UInt64) {
        guard let coding = G711(payloadType: payloadType), hertz <= 4000 else {
            return nil
        }
        self.coding = coding
        self.step = UInt32(UInt64(hertz) << 32 / 8000)
        self.remaining = duration.map { Int(clamping: ($0 / .milliseconds(20)).rounded(.up).clampedToInt64) }
        self.sequenceNumber = UInt16(truncatingIfNeeded: source >> 48)
        self.timestamp = UInt32(truncatingIfNeeded: source >> 24)
        self.packet = Array(repeating: 0, count: RTPHeader.fixedLength + Self.samplesPerPacket)
        self.packet[0] = 0x80
        // The first packet of a talkspurt is marked (RFC 3551 §4.1).
        self.packet[1] = 0x80 | payloadType
        for index in 0..<4 {
            self.packet[8 + index] = UInt8(truncatingIfNeeded: source >> UInt64(24 - index * 8))
        }
        self.fill()
    }

    /// Whether the tone is over.
    package var isOver: Bool {
        self.remaining == 0
    }

    /// Makes the next packet.
    package mutating func advance() {
        self.remaining = self.remaining.map { max(0, $0 - 1) }
        self.packet[1] &= 0x7F
        self.sequenceNumber &+= 1
        self.timestamp &+= UInt32(Self.samplesPerPacket)
        self.fill()
    }

    private mutating func fill() {
        self.packet[2] = UInt8(truncatingIfNeeded: self.sequenceNumber >> 8)
        self.packet[3] = UInt8(truncatingIfNeeded: self.sequenceNumber)
        for index in 0..<4 {
            self.packet[4 + index] = UInt8(truncatingIfNeeded: self.timestamp >> UInt32(24 - index * 8))
        }
        for index in 0..<Self.samplesPerPacket {
            self.packet[RTPHeader.fixedLength + index] = self.coding.encode(self.nextSample())
        }
    }

    /// The sample at the phase, between the two nearest steps of the period.
    private mutating func nextSample() -> Int16 {
        let place = Int(self.phase >> 22)
        let between = Int32(self.phase >> 12 & 0x3FF)
        let first = Self.period[place]
        let second = Self.period[(place + 1) & 0x3FF]
        self.phase &+= self.step
        return Int16(clamping: first + (second - first) * between / 1024)
    }

    /// Turns a vector by 1/1024 of a circle again and again.
    private static func makePeriod() -> [Int32] {
        let cosine = 0.999981175282601143
        let sine = 0.006135884649154475
        var (x, y) = (Self.amplitude, 0.0)
        return (0..<1024).map { _ in
            defer { (x, y) = (x * cosine - y * sine, x * sine + y * cosine) }
            return Int32(y.rounded())
        }
    }
}

extension Double {
    /// The number as an integer, at most 2⁶².
    fileprivate var clampedToInt64: Int64 {
        Int64(Swift.min(Swift.max(self, 0), 4.6e18))
    }
}
