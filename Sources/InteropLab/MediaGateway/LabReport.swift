import MGCPSyntax
import ProtocolKit
import SimulationKit

/// Tells what happens at a lab's gateway: lines for people, or JSON objects, one a line.
final class LabReport {
    private let writesJSON: Bool
    private let start: Instant
    private let write: (String) -> Void

    init(writesJSON: Bool, start: Instant, write: @escaping (String) -> Void) {
        self.writesJSON = writesJSON
        self.start = start
        self.write = write
    }

    /// How a line of a script went.
    func answer(_ text: String) {
        self.write(self.writesJSON ? Self.object([("script", text)]) : text)
    }

    /// Something is wrong with the lab itself.
    func complain(_ text: String) {
        self.write(self.writesJSON ? Self.object([("error", text)]) : "error: \(text)")
    }

    /// Something happened at an endpoint.
    func tell(_ note: LabNote, at endpoint: ByteString?, _ now: Instant) {
        let milliseconds = self.start.duration(to: now).nanoseconds / 1_000_000
        let (event, details) = Self.words(for: note)
        guard self.writesJSON else {
            let place = endpoint.map { " \($0)" } ?? ""
            let text = details.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            self.write("\(milliseconds) ms\(place): \(event)\(text.isEmpty ? "" : " (\(text))")")
            return
        }
        let named = endpoint.map { [("endpoint", $0.description)] } ?? []
        self.write(Self.object([("milliseconds", "\(milliseconds)"), ("event", event)] + named + details))
    }

    private static func words(for note: LabNote) -> (String, [(String, String)]) {
        switch note {
        case .rings(let ring):
            let caller = ring.number.map { [("number", $0.description)] } ?? []
            let name = ring.name.map { [("name", $0.description)] } ?? []
            return ("rings", [("pattern", ring.pattern.description)] + caller + name)
        case .ringingStopped: return ("ringing stopped", [])
        case .signalBegan(let name, let parameters):
            return ("signal began", [("signal", MGCPSignal(name, parameters).description)])
        case .signalEnded(let name): return ("signal ended", [("signal", name.description)])
        case .connectionCreated(let id): return ("connection created", [("connection", id.description)])
        case .connectionModified(let id): return ("connection modified", [("connection", id.description)])
        case .connectionDeleted(let id): return ("connection deleted", [("connection", id.description)])
        case .notified(let events):
            return ("notified", [("events", events.map(\.description).joined(separator: " "))])
        case .refused(let verb, let code):
            return ("command refused", [("verb", verb.description), ("code", code.description)])
        case .answered(let verb, let code):
            return ("command answered", [("verb", verb.description), ("code", code.description)])
        case .unanswered(let verb): return ("command unanswered", [("verb", verb.description)])
        case .key(let symbol): return ("key pressed", [("key", symbol.description)])
        case .seized(let number): return ("circuit seized", [("number", number.description)])
        case .garbled(let text): return ("garbled message", [("error", text.description)])
        }
    }

    /// A JSON object of strings (RFC 8259).
    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
