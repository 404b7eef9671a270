/// Makes the packets of a sine tone, or of two together: G.711, one every 20 ms (RFC 3551 §4.5.14).
///
/// A tone that comes and goes fills its pauses with silence, so that the stream itself never stops. So do tones that
/// follow one another.
package struct ToneSource: Sendable {
    /// How a tone comes and goes, in packets of 20 ms.
    package struct Cadence: Hashable, Sendable {
        /// How many packets sound.
        package let sound: Int

        /// How many packets pause.
        package let pause: Int

        /// Rounds to whole packets; at least one sounds, and a pause of nothing is none.
        package init(sound: Duration, pause: Duration) {
            self.sound = max(1, Self.packets(in: sound))
            self.pause = Self.packets(in: pause)
        }

        private static func packets(in duration: Duration) -> Int {
            Int(min((duration / .milliseconds(20)).rounded().clampedToInt64, 1 << 30))
        }
    }

    /// One of several tones that follow one another.
    package struct Segment: Hashable, Sendable {
        /// The frequency in hertz; nothing sounds at 0.
        package let hertz: UInt16

        /// A second frequency that sounds with it at the same level, half that of one alone; 0 for none.
        package let secondHertz: UInt16

        /// How long it sounds and pauses; `nil` for a tone without end.
        package let cadence: Cadence?

        package init(hertz: UInt16, secondHertz: UInt16 = 0, cadence: Cadence?) {
            self.hertz = hertz
            self.secondHertz = secondHertz
            self.cadence = cadence
        }

        fileprivate var packets: Int? {
            self.cadence.map { $0.sound + $0.pause }
        }
    }

    /// Samples in one packet: 20 ms at 8000 Hz.
    package static let samplesPerPacket = 160

    /// The packet to send, which ``advance()`` replaces.
    package private(set) var packet: [UInt8]

    /// How many packets are still to be sent; `nil` for no end.
    package private(set) var remaining: Int?

    private let coding: G711
    private let segments: [Segment]
    private var place = 0
    private var position = 0
    private var first: Oscillator
    private var second: Oscillator?
    private var sequenceNumber: UInt16
    private var timestamp: UInt32

    /// Begins a tone, or `nil` for a payload type other than G.711's or a frequency above 4000 Hz.
    ///
    /// - Parameters:
    ///   - hertz: the frequency.
    ///   - payloadType: 0 for μ-law, 8 for A-law.
    ///   - duration: how long; `nil` for no end.
    ///   - source: a synchronization source of our own, random (RFC 3550 §8.1); first sequence number and timestamp
    ///     are taken from it.
    package init?(hertz: UInt16, payloadType: UInt8, duration: Duration?, source: UInt64) {
        self.init([Segment(hertz: hertz, cadence: nil)], repetitions: nil, payloadType: payloadType, source: source)
        self.remaining = duration.map { Int(clamping: ($0 / .milliseconds(20)).rounded(.up).clampedToInt64) }
    }

    /// Begins a tone without end that comes and goes, or `nil` for a payload type other than G.711's or a frequency
    /// above 4000 Hz.
    ///
    /// - Parameters:
    ///   - hertz: the frequency.
    ///   - secondHertz: a second frequency that sounds with it at the same level, half that of one alone; 0 for none.
    ///   - cadence: how it comes and goes, beginning with sound; `nil` for a tone without pauses.
    ///   - payloadType: 0 for μ-law, 8 for A-law.
    ///   - source: as for a plain tone.
    package init?(hertz: UInt16, secondHertz: UInt16, cadence: Cadence?, payloadType: UInt8, source: UInt64) {
        let segment = Segment(hertz: hertz, secondHertz: secondHertz, cadence: cadence)
        self.init([segment], repetitions: nil, payloadType: payloadType, source: source)
    }

    /// Begins tones that follow one another, or `nil` when there are none, and for a payload type other than G.711's or a
    /// frequency above 4000 Hz.
    ///
    /// - Parameters:
    ///   - segments: the tones in their order.
    ///   - repetitions: how often all of them are played; `nil` for no end.
    ///   - payloadType: 0 for μ-law, 8 for A-law.
    ///   - source: as for a plain tone.
    package init?(_ segments: [Segment], repetitions: Int?, payloadType: UInt8, source: UInt64) {
        guard let coding = G711(payloadType: payloadType), let first = segments.first,
            segments.allSatisfy({ $0.hertz <= 4000 && $0.secondHertz <= 4000 })
        else {
            return nil
        }
        self.coding = coding
        self.segments = segments
        self.first = Oscillator(hertz: first.hertz)
        self.second = first.secondHertz > 0 ? Oscillator(hertz: first.secondHertz) : nil
        self.remaining = repetitions.flatMap { Self.packets(in: segments, repeated: $0) }
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
        self.moveOn()
        self.packet[1] &= 0x7F
        self.sequenceNumber &+= 1
        self.timestamp &+= UInt32(Self.samplesPerPacket)
        self.fill()
    }

    private mutating func moveOn() {
        let segment = self.segments[self.place]
        guard let packets = segment.packets else {
            return
        }
        self.position += 1
        guard self.position >= packets else {
            return
        }
        self.position = 0
        self.place = self.place + 1 < self.segments.count ? self.place + 1 : 0
        let next = self.segments[self.place]
        // A tone that only comes and goes keeps its phase.
        if next.hertz != segment.hertz || next.secondHertz != segment.secondHertz {
            self.first = Oscillator(hertz: next.hertz)
            self.second = next.secondHertz > 0 ? Oscillator(hertz: next.secondHertz) : nil
        }
    }

    /// The length of all repetitions in packets, at most 2³⁰; `nil` when one of the tones has no end.
    private static func packets(in segments: [Segment], repeated repetitions: Int) -> Int? {
        var total = 0
        for segment in segments {
            guard let packets = segment.packets else {
                return nil
            }
            total = min(total + packets, 1 << 30)
        }
        let (product, isTooMuch) = total.multipliedReportingOverflow(by: max(0, repetitions))
        return isTooMuch ? 1 << 30 : min(product, 1 << 30)
    }

    private mutating func fill() {
        self.packet[2] = UInt8(truncatingIfNeeded: self.sequenceNumber >> 8)
        self.packet[3] = UInt8(truncatingIfNeeded: self.sequenceNumber)
        for index in 0..<4 {
            self.packet[4 + index] = UInt8(truncatingIfNeeded: self.timestamp >> UInt32(24 - index * 8))
        }
        let isPause = self.segments[self.place].cadence.map { self.position >= $0.sound } ?? false
        for index in 0..<Self.samplesPerPacket {
            self.packet[RTPHeader.fixedLength + index] = self.coding.encode(isPause ? 0 : self.nextSample())
        }
    }

    private mutating func nextSample() -> Int16 {
        let sample = self.first.nextSample()
        guard let other = self.second?.nextSample() else {
            return Int16(clamping: sample)
        }
        return Int16(clamping: (sample + other) / 2)
    }
}

/// One sine wave at 8000 samples a second.
private struct Oscillator: Sendable {
    /// The peak, a quarter of full scale: about -9 dBm0.
    private static let amplitude = 8192.0

    /// One period in 1024 steps.
    private static let period: [Int32] = Self.makePeriod()

    private let step: UInt32
    private var phase: UInt32 = 0

    init(hertz: UInt16) {
        self.step = UInt32(UInt64(hertz) << 32 / 8000)
    }

    /// The sample at the phase, between the two nearest steps of the period.
    mutating func nextSample() -> Int32 {
        let place = Int(self.phase >> 22)
        let between = Int32(self.phase >> 12 & 0x3FF)
        let first = Self.period[place]
        let second = Self.period[(place + 1) & 0x3FF]
        self.phase &+= self.step
        return first + (second - first) * between / 1024
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
