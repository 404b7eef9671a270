package import CallModel
import ProtocolKit

/// Draws the trace of a call for people: each leg's far end and the gateway as lanes, messages as arrows between them, and
/// beside each step what caused it.
package struct LadderDiagram: Sendable {
    private struct Lane {
        let leg: LegID?
        var name: String
        var namesEndpoint = false
    }

    private let title: String
    private let entries: [TraceEntry]
    private let isColored: Bool
    private let laneWidth: Int
    private var left: [Lane] = []
    private var right: [Lane] = []

    /// A diagram of a call's steps, the oldest first; colors are for terminals.
    package init(call: CallID, entries: [TraceEntry], isColored: Bool) {
        self.init(title: "call \(call)", entries: entries, isColored: isColored)
    }

    /// A diagram of steps that have something in common, the oldest first; `lane` is what those of no leg are about.
    package init(title: String, entries: [TraceEntry], isColored: Bool, lane: String? = nil) {
        self.title = title
        self.entries = entries
        self.isColored = isColored
        // Commands of MGCP name their endpoint and say what matters of their parameters.
        self.laneWidth = entries.contains { $0.isMessage && $0.leg?.signaling != .sip } ? 42 : 30
        for entry in entries {
            guard case .message(_, _, _, let remote, let bytes) = entry.event else {
                continue
            }
            let endpoint = entry.leg?.signaling == .sip ? nil : lane ?? MGCPOutline.endpoint(of: bytes)
            if entry.leg?.origin == .outgoing {
                Self.name(entry.leg, by: endpoint, at: remote, in: &self.right)
            } else {
                Self.name(entry.leg, by: endpoint, at: remote, in: &self.left)
            }
        }
    }

    /// A lane is called by the endpoint that its messages name, else by the far end's address.
    private static func name(_ leg: LegID?, by endpoint: String?, at remote: TransportAddress, in lanes: inout [Lane]) {
        if let index = lanes.firstIndex(where: { $0.leg == leg }) {
            if let endpoint, !lanes[index].namesEndpoint {
                lanes[index] = Lane(leg: leg, name: endpoint, namesEndpoint: true)
            }
            return
        }
        lanes.append(Lane(leg: leg, name: endpoint ?? remote.description, namesEndpoint: endpoint != nil))
    }

    /// The diagram, one line for each step.
    package var text: String {
        guard let first = self.entries.first else {
            return "\(self.title): nothing is kept\n"
        }
        var lines = ["\(self.title), \(first.time)", "", self.header]
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
        let names = self.left.map(\.name) + ["tandem"] + self.right.map(\.name)
        let cells = names.map { Self.pad($0.printable.truncated(to: self.laneWidth - 2), to: self.laneWidth) }
        return margin + cells.joined().trimmingTrailingSpaces()
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
            repeating: "│" + String(repeating: " ", count: self.laneWidth - 1),
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
        let width = reach.count * self.laneWidth - 1
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
