import ProtocolKit

/// Tones as FreeSWITCH writes them: `%(500,250,350,440);loops=3`.
///
/// Of more than two frequencies the first two sound. Levels (`v=`), decays (`>=`, `+=`) and files (`path=`) are not heard.
struct ToneScript: Hashable, Sendable {
    /// The most tones of one script, repetitions counted.
    private static let mostSegments = 64

    /// The tones in order.
    private(set) var segments: [ToneSegment] = []

    /// How often the script is played; `nil` for ever.
    private(set) var repetitions: Int? = 1

    /// Reads a script; `nil` when it has no tone.
    init?(_ text: MarkedText) {
        var repeats = 1
        for part in text.octets.split(separator: ";").map(MarkedText.init) {
            if part.hasPrefix("loops=") {
                self.repetitions = Self.repetitions(part.dropFirst(6).leadingNumber)
            } else if part.hasPrefix("l=") {
                repeats = min(max(part.dropFirst(2).leadingNumber, 1), Self.mostSegments)
            } else if part.hasPrefix("%("), let tone = Self.tone(part.dropFirst(2)) {
                for _ in 0..<repeats where self.segments.count < Self.mostSegments {
                    self.segments.append(tone)
                }
            }
        }
        guard !self.segments.isEmpty else {
            return nil
        }
    }

    /// A number of loops: negative for ever, and 0 is once.
    static func repetitions(_ loops: Int) -> Int? {
        loops < 0 ? nil : max(loops, 1)
    }

    /// `on,off,hertz[,hertz]` in milliseconds.
    private static func tone(_ text: MarkedText) -> ToneSegment? {
        let inside = text.split(at: ")")?.before ?? text
        let numbers = inside.octets.split(separator: ",", omittingEmptySubsequences: false).map { part in
            MarkedText(part).droppingSpaces.leadingNumber
        }
        let hertz = numbers.dropFirst(2).compactMap { UInt16(exactly: $0) }.filter { $0 > 0 }.prefix(2)
        guard numbers.count >= 3, numbers[0] > 0, !hertz.isEmpty else {
            return nil
        }
        let longest = 3_600_000
        return ToneSegment(
            hertz: Array(hertz),
            sound: .milliseconds(min(numbers[0], longest)),
            pause: .milliseconds(min(max(numbers[1], 0), longest))
        )
    }
}
