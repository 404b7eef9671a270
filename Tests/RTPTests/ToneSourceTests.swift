import RTP
import Testing

struct ToneSourceTests {
    /// The power at a frequency, by Goertzel's recurrence with a cosine given as a constant.
    private static func power(of samples: [Double], cosine: Double) -> Double {
        var (previous, beforePrevious) = (0.0, 0.0)
        for sample in samples {
            (previous, beforePrevious) = (sample + 2 * cosine * previous - beforePrevious, previous)
        }
        return previous * previous + beforePrevious * beforePrevious - 2 * cosine * previous * beforePrevious
    }

    @Test(arguments: [(UInt8(0), G711.muLaw), (8, .aLaw)])
    func `the tone has the frequency that was asked for and hardly any other`(payloadType: UInt8, coding: G711) throws {
        var tone = try #require(
            ToneSource(hertz: 1000, payloadType: payloadType, duration: nil, source: 0x1234_5678_9ABC_DEF0)
        )
        var samples: [Double] = []
        for _ in 0..<10 {
            samples += tone.packet.dropFirst(12).map { Double(coding.decode($0)) }
            tone.advance()
        }

        // cos(2π·1000/8000) and cos(2π·2000/8000)
        let wanted = Self.power(of: samples, cosine: 0.707106781186547524)
        let unwanted = Self.power(of: samples, cosine: 0)
        #expect(wanted > unwanted * 1_000)
    }

    @Test
    func `sequence number, timestamp and marker follow the rules`() throws {
        var tone = try #require(ToneSource(hertz: 425, payloadType: 8, duration: .milliseconds(50), source: 7))
        let first = try #require(RTPHeader(bytes: tone.packet))
        #expect(tone.remaining == 3)
        tone.advance()
        let second = try #require(RTPHeader(bytes: tone.packet))

        #expect(first.marker && !second.marker)
        #expect(second.sequenceNumber == first.sequenceNumber &+ 1)
        #expect(second.timestamp == first.timestamp &+ 160)
        #expect(second.source == 7)
        #expect(second.payload.count == 160)
        tone.advance()
        tone.advance()
        #expect(tone.isOver)
    }

    @Test
    func `a tone that comes and goes is silent in its pauses and keeps its clock`() throws {
        let cadence = ToneSource.Cadence(sound: .milliseconds(40), pause: .milliseconds(60))
        var tone = try #require(
            ToneSource(hertz: 440, secondHertz: 480, cadence: cadence, payloadType: 0, source: 9)
        )
        var isLoud: [Bool] = []
        var timestamps: [UInt32] = []
        for _ in 0..<10 {
            isLoud.append(tone.packet.dropFirst(12).contains { abs(Int(G711.muLaw.decode($0))) > 1000 })
            timestamps.append(try #require(RTPHeader(bytes: tone.packet)).timestamp)
            tone.advance()
        }
        #expect(isLoud == [true, true, false, false, false, true, true, false, false, false])
        #expect(zip(timestamps, timestamps.dropFirst()).allSatisfy { $1 == $0 &+ 160 })
        #expect(!tone.isOver)
    }

    @Test(arguments: [(UInt8(0), G711.muLaw), (8, .aLaw)])
    func `tones follow one another as often as they should`(payloadType: UInt8, coding: G711) throws {
        let high = ToneSource.Segment(
            hertz: 2000,
            cadence: ToneSource.Cadence(sound: .milliseconds(20), pause: .milliseconds(20))
        )
        let low = ToneSource.Segment(
            hertz: 1000,
            secondHertz: 0,
            cadence: ToneSource.Cadence(sound: .milliseconds(40), pause: .zero)
        )
        var tone = try #require(ToneSource([high, low], repetitions: 2, payloadType: payloadType, source: 9))
        #expect(tone.remaining == 8)
        var heard: [String] = []
        while !tone.isOver {
            let samples = tone.packet.dropFirst(12).map { Double(coding.decode($0)) }
            let (lower, higher) = (
                Self.power(of: samples, cosine: 0.707106781186547524), Self.power(of: samples, cosine: 0)
            )
            heard.append(max(lower, higher) < 1e6 ? "-" : lower > higher ? "low" : "high")
            tone.advance()
        }
        #expect(heard == ["high", "-", "low", "low", "high", "-", "low", "low"])
    }

    @Test
    func `tones without end, and none at all`() throws {
        let segment = ToneSource.Segment(
            hertz: 425,
            cadence: ToneSource.Cadence(sound: .milliseconds(20), pause: .zero)
        )
        #expect(try #require(ToneSource([segment], repetitions: nil, payloadType: 0, source: 1)).remaining == nil)
        #expect(ToneSource([], repetitions: 1, payloadType: 0, source: 1) == nil)
        let endless = try #require(ToneSource([segment], repetitions: .max, payloadType: 0, source: 1))
        #expect(endless.remaining == 1 << 30)
    }

    @Test
    func `two frequencies sound together`() throws {
        var tone = try #require(ToneSource(hertz: 1000, secondHertz: 2000, cadence: nil, payloadType: 0, source: 1))
        var samples: [Double] = []
        for _ in 0..<10 {
            samples += tone.packet.dropFirst(12).map { Double(G711.muLaw.decode($0)) }
            tone.advance()
        }
        // cos(2π·1000/8000), cos(2π·2000/8000) and cos(2π·3000/8000)
        let first = Self.power(of: samples, cosine: 0.707106781186547524)
        let second = Self.power(of: samples, cosine: 0)
        let unwanted = Self.power(of: samples, cosine: -0.707106781186547524)
        #expect(first > unwanted * 1_000 && second > unwanted * 1_000)
        #expect(first < second * 2 && second < first * 2)
    }

    @Test(arguments: [(UInt16(440), UInt8(101)), (4001, 0)])
    func `only what G.711 can carry is played`(hertz: UInt16, payloadType: UInt8) {
        #expect(ToneSource(hertz: hertz, payloadType: payloadType, duration: nil, source: 1) == nil)
    }

    @Test(arguments: [G711.muLaw, .aLaw])
    func `every octet survives decoding and encoding`(coding: G711) {
        for octet in UInt8.min...UInt8.max {
            let sample = coding.decode(octet)
            // μ-law has two zeros, of which the encoder gives the positive one.
            #expect(coding.decode(coding.encode(sample)) == sample)
        }
    }

    @Test(arguments: [
        (G711.muLaw, Int16(0), UInt8(0xFF)), (.muLaw, .max, 0x80), (.muLaw, .min, 0x00), (.aLaw, 0, 0xD5),
        (.aLaw, .max, 0xAA), (.aLaw, .min, 0x2A),
    ])
    func `the ends of the scale are those of G_711`(coding: G711, sample: Int16, octet: UInt8) {
        #expect(coding.encode(sample) == octet)
    }
}
