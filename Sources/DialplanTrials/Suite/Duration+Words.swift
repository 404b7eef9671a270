import ProtocolKit

extension Duration {
    /// The duration as tests write it, with thousandths of a second where it is not whole.
    var words: String {
        let milliseconds = self.nanoseconds / 1_000_000
        guard milliseconds % 1000 == 0 else {
            let fraction = String(abs(milliseconds) % 1000)
            let zeros = String(repeating: "0", count: 3 - fraction.count)
            return milliseconds < 1000 ? "\(milliseconds)ms" : "\(milliseconds / 1000).\(zeros)\(fraction)s"
        }
        let units: [(Int64, String)] = [(3_600_000, "h"), (60_000, "m")]
        let unit = units.first { milliseconds >= $0.0 && milliseconds % $0.0 == 0 }
        return unit.map { "\(milliseconds / $0.0)\($0.1)" } ?? "\(milliseconds / 1000)s"
    }
}
