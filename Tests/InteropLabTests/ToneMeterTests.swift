import InteropLab
import Testing

/// The meter that tells who hears whom.
struct ToneMeterTests {
    private var meter = ToneMeter()

    @Test(arguments: [400.0, 500, 1004, 2750])
    mutating func `a tone is found to a few hertz`(hertz: Double) {
        self.meter.receive(Self.triangle(hertz, samples: 4000))
        #expect(self.meter.hears(hertz))
        #expect(!self.meter.hears(hertz + 50))
        #expect(!self.meter.hearsSilence())
    }

    @Test
    mutating func `silence is no tone, and a tone that ended is not heard any more`() {
        self.meter.receive(Self.triangle(400, samples: 4000))
        self.meter.receive([Int16](repeating: 0, count: 4000))
        #expect(!self.meter.hears(400))
        #expect(self.meter.hearsSilence())
    }

    /// A wave whose strongest part is its fundamental frequency.
    private static func triangle(_ hertz: Double, samples: Int) -> [Int16] {
        (0..<samples).map { place in
            let phase = (Double(place) * hertz / 8000).truncatingRemainder(dividingBy: 1)
            return Int16((abs(phase * 4 - 2) - 1) * 8000)
        }
    }
}
