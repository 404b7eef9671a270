import ProtocolKit

/// What `playback` and its like are asked to play.
struct PlaybackName: Hashable, Sendable {
    /// What is heard, in order.
    let playbacks: [PlaybackAction]

    /// Reads `[{loops=n}]name[@@samples]`; what cannot be heard is left out.
    init(_ text: MarkedText, repetitions: Int?) {
        var name = text.droppingSpaces
        var repetitions = repetitions
        while name.octets.first == "{", let end = MarkedCursor(name).endOfParenthesis("{", "}") {
            let inside = MarkedText(name.octets[1..<end])
            for pair in inside.arguments(separatedBy: ",", limit: 64) where pair.hasPrefix("loops=") {
                repetitions = ToneScript.repetitions(pair.dropFirst(6).leadingNumber)
            }
            name = name.dropFirst(end + 1)
        }
        if let (before, after) = name.split(at: "@"), after.octets.first == "@" {
            name = before
        }
        guard name.hasPrefix("file_string://") else {
            self.playbacks = Self.playback(name, repetitions).map { [$0] } ?? []
            return
        }
        let files = name.dropFirst(14).octets.split(separator: "!").prefix(32).map(MarkedText.init)
        self.playbacks = files.compactMap { Self.playback($0, repetitions) }
    }

    private static func playback(_ name: MarkedText, _ repetitions: Int?) -> PlaybackAction? {
        if name.hasPrefix("tone_stream://") {
            guard let script = ToneScript(name.dropFirst(14)) else {
                return nil
            }
            let isOwn = script.repetitions != 1
            return PlaybackAction(.tones(script.segments), repetitions: isOwn ? script.repetitions : repetitions)
        }
        if name.hasPrefix("silence_stream://") {
            let milliseconds = name.dropFirst(17).leadingNumber
            let isEndless = milliseconds <= 0
            let silence = Duration.milliseconds(isEndless ? 1_000 : milliseconds)
            return PlaybackAction(.silence(silence), repetitions: isEndless ? nil : repetitions)
        }
        guard !name.isEmpty, name.bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            return nil
        }
        return PlaybackAction(.recording(name.string), repetitions: repetitions)
    }
}
