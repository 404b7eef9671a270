/// The first line of a message as an arrow carries it, and of MGCP what matters of its parameters.
struct MessageSummary {
    private let line: String
    private let hasSessionDescription: Bool

    /// The terminal's color code: green for success, red for refusal.
    let color: String

    init(_ bytes: [UInt8]) {
        self.hasSessionDescription = Self.hasSessionDescription(bytes)
        if let outline = MGCPOutline(bytes) {
            self.line = outline.text.printable
            self.color = outline.code.map { Self.color(ofCode: $0) } ?? Self.commandColor
            return
        }
        let line = bytes.prefix { $0 != 0x0D && $0 != 0x0A }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("SIP/") else {
            self.line = words.prefix(2).joined(separator: " ").printable
            self.color = Self.commandColor
            return
        }
        self.line = words.dropFirst().joined(separator: " ").printable
        self.color = Self.color(ofCode: words[1])
    }

    /// The line and whether a session description follows, cut to a width.
    func text(within width: Int) -> String {
        let suffix = self.hasSessionDescription ? " (SDP)" : ""
        return self.line.truncated(to: width - suffix.count) + suffix
    }

    private static let commandColor = "36"

    /// SIP and MGCP number their responses alike, but for MGCP's acknowledgement 000.
    private static func color(ofCode code: some StringProtocol) -> String {
        switch code.utf8.first {
        case 0x30, 0x31: ""
        case 0x32: "32"
        case 0x33: "33"
        default: "31"
        }
    }

    /// Whether `v=0` stands behind an empty line; MGCP may end lines without a carriage return (RFC 3435 §3.1).
    private static func hasSessionDescription(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return zip(lines, lines.dropFirst()).contains { line, next in
            (line.isEmpty || line.elementsEqual([0x0D])) && next.starts(with: Array("v=0".utf8))
        }
    }
}

extension String {
    /// The text with control characters, which could drive a terminal, replaced.
    var printable: String {
        String(self.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
    }

    func truncated(to width: Int) -> String {
        self.count <= width ? self : self.prefix(Swift.max(0, width - 1)) + "…"
    }

    func trimmingTrailingSpaces() -> String {
        var text = self
        while text.last == " " {
            text.removeLast()
        }
        return text
    }
}
