package import CallModel
import ProtocolKit

/// Draws the trace of a call for people: each leg's far end and the gateway as lanes, messages as arrows between them, and
/// beside each step what caused it.
package struct LadderDiagram: Sendable {
    private struct Lane {
        let leg: LegID?
        let address: TransportAddress
    }

    private static let laneWidth = 30

    private let call: CallID
    private let entries: [TraceEntry]
    private let isColored: Bool
    private let left: [Lane]
    private let right: [Lane]

    /// A diagram of these steps, the oldest first; colors are for terminals.
    package init(call: CallID, entries: [TraceEntry], isColored: Bool) {
        self.call = call
        self.entries = entries
        self.isColored = isColored
        var seen: Set<LegID?> = []
        var left: [Lane] = []
        var right: [Lane] = []
        for entry in entries {
            guard case .message(_, _, _, let remote, _) = entry.event, seen.insert(entry.leg).inserted else {
                continue
            }
            if entry.leg?.origin == .outgoing {
                right.append(Lane(leg: entry.leg, address: remote))
            } else {
                left.append(Lane(leg: entry.leg, address: remote))
            }
        }
        self.left = left
        self.right = right
    }

    /// The diagram, one line for each step.
    package var text: String {
        guard let first = self.entries.first else {
            return "call \(self.call): nothing is kept\n"
        }
        var lines = ["call \(self.call), \(first.time)", "", self.header]
        var numbers: [UInt64: Int] = [:]
        for (index, entry) in self.entries.enumerated() {
            if case .message(.received, _, _, _, _) = entry.event, numbers[entry.cause.input] == nil {
                numbers[entry.cause.input] = index + 1
            }
            lines.append(self.line(entry, number: index + 1, since: first.instant, numbers: numbers))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: String {
        let margin = String(repeating: " ", count: Self.margin)
        let lanes = self.left + [Lane(leg: nil, address: TransportAddress(.anyV4, 0))] + self.right
        let names = lanes.enumerated().map { index, lane in
            index == self.left.count ? "tandem" : lane.address.description
        }
        return margin + names.map { Self.pad($0, to: Self.laneWidth) }.joined().trimmingTrailingSpaces()
    }

    private static let margin = 17

    private func line(_ entry: TraceEntry, number: Int, since start: Instant, numbers: [UInt64: Int]) -> String {
        let milliseconds = start.duration(to: entry.instant).nanoseconds / 1_000_000
        let fraction = String(milliseconds % 1000)
        let seconds = "+\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
        let prefix = Self.pad("#\(number)", to: 6) + Self.pad(seconds, to: Self.margin - 6)
        switch entry.event {
        case .note(let note):
            return prefix + self.lanes.joined() + self.color(note, "2")
        case .message(let direction, _, _, _, let bytes):
            let summary = MessageSummary(bytes)
            let drawn = self.arrow(summary, direction, leg: entry.leg)
            let cause = self.cause(of: entry, number: number, numbers: numbers)
            return (prefix + drawn + (cause.isEmpty ? "" : self.color(cause, "2"))).trimmingTrailingSpaces()
        }
    }

    private var lanes: [String] {
        Array(
            repeating: "│" + String(repeating: " ", count: Self.laneWidth - 1),
            count: self.left.count + self.right.count
        )
            + ["│ "]
    }

    /// One line of lanes with an arrow between the gateway and the leg's far end.
    private func arrow(_ summary: MessageSummary, _ direction: TracedMessage.Direction, leg: LegID?) -> String {
        var lanes = self.lanes
        let isRight = leg?.origin == .outgoing
        let place =
            isRight
            ? self.left.count + (self.right.firstIndex { $0.leg == leg } ?? 0)
            : self.left.firstIndex { $0.leg == leg } ?? 0
        // The far end of a left lane stands left of the gateway, so what it sends points right.
        let pointsRight = (direction == .sent) == isRight
        let reach = isRight ? self.left.count...place : place...max(place, self.left.count - 1)
        let width = reach.count * Self.laneWidth - 1
        let label = " \(summary.text(within: width - 6)) "
        let shaft = String(repeating: "─", count: max(0, width - label.count - 2))
        let drawn = pointsRight ? "─" + label + shaft + "▶" : "◀" + shaft + label + "─"
        lanes.replaceSubrange(reach, with: ["│" + self.color(drawn, summary.color)])
        return lanes.joined()
    }

    /// What made the gateway send: the message of the same input, a timer, or whoever else.
    private func cause(of entry: TraceEntry, number: Int, numbers: [UInt64: Int]) -> String {
        guard case .message(.sent, _, _, _, _) = entry.event else {
            return ""
        }
        switch entry.cause.kind {
        case .message, .network:
            return numbers[entry.cause.input].map { "because of #\($0)" } ?? "because of the network"
        case .timer:
            return "timer"
        case .media:
            return "media"
        case .command:
            return "operator"
        }
    }

    private func color(_ text: String, _ code: String) -> String {
        self.isColored && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

/// The first line of a message as an arrow carries it.
private struct MessageSummary {
    private let line: String
    private let hasSessionDescription: Bool

    /// The terminal's color code: green for success, red for refusal.
    let color: String

    init(_ bytes: [UInt8]) {
        let line = bytes.prefix { $0 != 0x0D && $0 != 0x0A }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
        self.hasSessionDescription = Self.hasSessionDescription(bytes)
        guard words.count >= 2, words[0].hasPrefix("SIP/") else {
            self.line = words.prefix(2).joined(separator: " ").printable
            self.color = "36"
            return
        }
        self.line = words.dropFirst().joined(separator: " ").printable
        self.color =
            switch words[1].utf8.first {
            case 0x31: ""
            case 0x32: "32"
            case 0x33: "33"
            default: "31"
            }
    }

    /// The line and whether a session description follows, cut to a width.
    func text(within width: Int) -> String {
        let suffix = self.hasSessionDescription ? " (SDP)" : ""
        return self.line.truncated(to: width - suffix.count) + suffix
    }

    private static func hasSessionDescription(_ bytes: [UInt8]) -> Bool {
        let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A, 0x76, 0x3D, 0x30]
        return bytes.indices.contains { index in
            bytes[index] == 0x0D && bytes[index...].starts(with: end)
        }
    }
}

extension String {
    /// The text with control characters, which could drive a terminal, replaced.
    fileprivate var printable: String {
        String(self.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
    }

    fileprivate func truncated(to width: Int) -> String {
        self.count <= width ? self : self.prefix(Swift.max(0, width - 1)) + "…"
    }

    fileprivate func trimmingTrailingSpaces() -> String {
        var text = self
        while text.last == " " {
            text.removeLast()
        }
        return text
    }
}
