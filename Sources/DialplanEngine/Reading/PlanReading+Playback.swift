import CallModel
import ProtocolKit
import XMLReading

/// What the caller hears of the gateway itself.
extension PlanReading {
    /// Reads `sleep`.
    mutating func readSleep(_ element: XMLElement) -> ActionTemplate? {
        guard element["duration"] != nil else {
            self.add("sleep has no duration", at: element, advice: "add for example duration=\"2s\"")
            return nil
        }
        return self.duration(element, "duration").map { .fixed(.pause($0)) }
    }

    /// Reads `play`: tones, silence or a recording.
    mutating func readPlay(_ element: XMLElement) -> ActionTemplate? {
        let kinds = ["tones", "silence", "recording"].filter { element[$0] != nil }
        guard kinds.count == 1 else {
            self.add(
                kinds.isEmpty ? "play has nothing to play" : "play has more than one thing to play",
                at: element,
                advice: "write one of tones=\"425:1s/4s\", silence=\"2s\" and recording=\"NAME\""
            )
            return nil
        }
        let sound: PlaybackAction.Sound? =
            if let tones = element["tones"] {
                self.tones(tones, at: element).map { .tones($0) }
            } else if let name = element["recording"] {
                self.recording(name, at: element).map { .recording($0) }
            } else {
                self.duration(element, "silence").map { .silence($0) }
            }
        guard let sound, let repetitions = self.repetitions(element) else {
            return nil
        }
        return .fixed(.play(PlaybackAction(sound, repetitions: repetitions)))
    }

    private mutating func recording(_ name: String, at element: XMLElement) -> ByteString? {
        guard let name = ByteString(name).asName else {
            self.add("\"\(name)\" names no recording", at: element, advice: "write its name in the configuration")
            return nil
        }
        guard let known = self.names.recordings, !known.contains(name) else {
            return name
        }
        self.add(
            "there is no recording \"\(name)\"",
            at: element,
            advice: NearestName.advice(for: name.description, among: known.map(\.description).sorted())
        )
        return nil
    }

    /// How often; the inner `nil` is without end.
    private mutating func repetitions(_ element: XMLElement) -> Int?? {
        switch element["repeat"] {
        case nil:
            return .some(1)
        case "endless":
            return .some(nil)
        case .some(let text):
            guard let number = Int(text), (1...1000).contains(number) else {
                self.add("repeat=\"\(text)\" is no number", at: element, advice: "write 1 to 1000, or endless")
                return nil
            }
            return .some(number)
        }
    }

    /// Tones one after another, as `440+480:2s/4s,425:500ms`.
    private mutating func tones(_ text: String, at element: XMLElement) -> [ToneSegment]? {
        var segments: [ToneSegment] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let segment = self.tone(part.trimmingSpaces, at: element) else {
                return nil
            }
            segments.append(segment)
        }
        guard segments.count <= Self.mostTones else {
            self.add("there are more than \(Self.mostTones) tones", at: element, advice: "use a recording")
            return nil
        }
        return segments
    }

    /// The most tones of one sequence.
    private static let mostTones = 32

    private mutating func tone(_ text: String, at element: XMLElement) -> ToneSegment? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let frequencies = (parts.first ?? "").split(separator: "+", omittingEmptySubsequences: false)
        let hertz = frequencies.compactMap { UInt16($0.trimmingSpaces) }.filter { (20...3800).contains($0) }
        guard parts.count == 2, hertz.count == frequencies.count, (1...2).contains(hertz.count) else {
            self.add(
                "\"\(text)\" is no tone",
                at: element,
                advice: "write one or two frequencies of 20 to 3800 hertz and a time, as 425:1s or 440+480:2s/4s"
            )
            return nil
        }
        let times = parts[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let sound = self.duration(String(times[0]).trimmingSpaces, named: "tones", at: element) else {
            return nil
        }
        guard times.count == 2 else {
            return ToneSegment(hertz: hertz, sound: sound)
        }
        return self.duration(String(times[1]).trimmingSpaces, named: "tones", at: element).map { pause in
            ToneSegment(hertz: hertz, sound: sound, pause: pause)
        }
    }

    /// Reads `send-digits`.
    mutating func readSendDigits(_ element: XMLElement, captures: AvailableCaptures) -> ActionTemplate? {
        guard let template = self.template(element["data"] ?? "", of: element, captures: captures) else {
            return nil
        }
        guard let constant = template.constant else {
            return .sendDigits(template)
        }
        guard let digits = [Digit](dialed: constant) else {
            self.add("\"\(constant)\" are no digits", at: element, advice: "use 0 to 9, *, # and A to D")
            return nil
        }
        return .fixed(.sendDigits(digits))
    }
}
