import Glibc

/// Finds the strongest frequency in 8 kHz samples, and how strong it is.
///
/// Every block of 800 samples (100 ms) goes through a Hann window into a Fourier transform of 1,024 points; a parabola
/// through the highest point and its neighbors gives the frequency to a few hertz.
package struct ToneMeter {
    /// What one block sounded like.
    package struct Reading: Hashable, Sendable {
        /// The strongest frequency.
        package let hertz: Double
        /// The level of the whole block, relative to a full-scale sine wave: 0 dBm0 is about -3.
        package let decibels: Double
        /// How much of the power stands at the strongest frequency, 0 to 1.
        package let purity: Double
    }

    private static let blockSize = 800
    private static let points = 1024

    /// The latest blocks, the newest last.
    package private(set) var readings: [Reading] = []

    private var block: [Double] = []

    package init() {}

    /// Takes in samples.
    package mutating func receive(_ samples: [Int16]) {
        for sample in samples {
            self.block.append(Double(sample) / 32_768)
            if self.block.count == Self.blockSize {
                self.readings.append(Self.measure(self.block))
                self.readings.removeFirst(max(0, self.readings.count - 10))
                self.block.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Forgets what it heard.
    package mutating func reset() {
        self.readings = []
        self.block = []
    }

    /// Whether a frequency dominated the last blocks.
    package func hears(_ hertz: Double, tolerance: Double = 12, blocks: Int = 3) -> Bool {
        let last = self.readings.suffix(blocks)
        return last.count == blocks
            && last.allSatisfy { abs($0.hertz - hertz) <= tolerance && $0.decibels > -40 && $0.purity > 0.3 }
    }

    /// Whether the last blocks were silent.
    package func hearsSilence(blocks: Int = 3) -> Bool {
        self.readings.suffix(blocks).allSatisfy { $0.decibels < -45 }
    }

    private static func measure(_ block: [Double]) -> Reading {
        let power = block.reduce(0) { $0 + $1 * $1 } / Double(block.count)
        let decibels = power > 0 ? 10 * log10(power * 2) : -120
        var real = [Double](repeating: 0, count: Self.points)
        var imaginary = real
        for (place, sample) in block.enumerated() {
            real[place] = sample * (0.5 - 0.5 * cos(2 * .pi * Double(place) / Double(block.count)))
        }
        Self.transform(&real, &imaginary)
        let bins = (0..<Self.points / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
        guard let peak = bins.indices.dropFirst().dropLast().max(by: { bins[$0] < bins[$1] }), bins[peak] > 0 else {
            return Reading(hertz: 0, decibels: decibels, purity: 0)
        }
        let (left, middle, right) = (log(bins[peak - 1] + 1e-30), log(bins[peak]), log(bins[peak + 1] + 1e-30))
        let curve = left - 2 * middle + right
        let shift = curve == 0 ? 0 : 0.5 * (left - right) / curve
        let near = bins[max(1, peak - 3)...min(bins.count - 1, peak + 3)].reduce(0, +)
        return Reading(
            hertz: (Double(peak) + shift) * 8000 / Double(Self.points),
            decibels: decibels,
            purity: near / max(bins.dropFirst().reduce(0, +), 1e-30)
        )
    }

    /// The fast Fourier transform in place, after Cooley and Tukey, for a power of two of points.
    private static func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
        let count = real.count
        var other = 0
        for place in 1..<count {
            var bit = count >> 1
            while other & bit != 0 {
                other ^= bit
                bit >>= 1
            }
            other |= bit
            if place < other {
                real.swapAt(place, other)
                imaginary.swapAt(place, other)
            }
        }
        var length = 2
        while length <= count {
            Self.combine(&real, &imaginary, length)
            length <<= 1
        }
    }

    private static func combine(_ real: inout [Double], _ imaginary: inout [Double], _ length: Int) {
        let angle = -2 * Double.pi / Double(length)
        for start in stride(from: 0, to: real.count, by: length) {
            for offset in 0..<length / 2 {
                let (c, s) = (cos(angle * Double(offset)), sin(angle * Double(offset)))
                let (low, high) = (start + offset, start + offset + length / 2)
                let r = real[high] * c - imaginary[high] * s
                let i = real[high] * s + imaginary[high] * c
                (real[high], imaginary[high]) = (real[low] - r, imaginary[low] - i)
                (real[low], imaginary[low]) = (real[low] + r, imaginary[low] + i)
            }
        }
    }
}
