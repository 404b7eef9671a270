import Glibc

/// Makes 8 kHz samples of one or more sine waves without a jump between packets.
struct ToneGenerator {
    private var phases: [Double]
    private let steps: [Double]
    private let amplitude: Double

    init(_ frequencies: [Double]) {
        self.steps = frequencies.map { 2 * .pi * $0 / 8000 }
        self.phases = frequencies.map { _ in 0 }
        // About -9 dBm0 in all, however many waves there are.
        self.amplitude = 8192 / Double(max(1, frequencies.count))
    }

    /// The next samples.
    mutating func samples(_ count: Int) -> [Int16] {
        (0..<count).map { _ in
            var sum = 0.0
            for place in self.phases.indices {
                sum += sin(self.phases[place])
                self.phases[place] += self.steps[place]
                if self.phases[place] > 2 * .pi {
                    self.phases[place] -= 2 * .pi
                }
            }
            return Int16(max(-32_767, min(32_767, sum * self.amplitude)))
        }
    }
}
