import ProtocolKit

/// The `data` of an action with its `$1` and `${1}` found, as FreeSWITCH replaces them (`switch_perform_substitution`).
///
/// What stands where is known when the dialplan is read: it depends on the text alone.
struct CaptureTemplate: Hashable, Sendable {
    /// The most digits of a number that count; what follows them is text.
    private static let mostDigits = 9

    /// The text with captures in their places.
    let octets: [MarkedOctet]

    /// Whether a call changes it.
    var hasCaptures: Bool {
        self.octets.contains { $0.capture != nil }
    }

    /// Whether it has captures beside that of the whole match.
    var hasGroups: Bool {
        self.octets.contains { ($0.capture ?? 0) > 0 }
    }

    /// Finds the captures of `text`.
    ///
    /// `${12` that anything but `}` follows loses its `${` and puts its digits in front of the next number, as they do in
    /// FreeSWITCH; a number beyond 255 is empty.
    init(_ text: MarkedText) {
        var cursor = MarkedCursor(text)
        var octets: [MarkedOctet] = []
        var carried: [MarkedOctet] = []
        while let octet = cursor.take() {
            guard octet == "$" else {
                octets.append(octet)
                continue
            }
            let hasBrace = cursor.peek() == "{"
            guard let first = cursor.peek(at: hasBrace ? 1 : 0), first.octet.isASCIIDigit else {
                octets.append("$")
                continue
            }
            cursor.skip(hasBrace ? 1 : 0)
            var room = Self.mostDigits - carried.count
            let digits = cursor.take { digit in
                room -= 1
                return room >= 0 && digit.octet.isASCIIDigit
            }
            if hasBrace, !cursor.take("}") {
                octets.append(contentsOf: digits)
                carried += digits
                continue
            }
            if let capture = UInt8(exactly: MarkedText(carried + digits).leadingNumber) {
                octets.append(MarkedOctet(capture: capture))
            }
            carried = []
        }
        self.octets = octets
    }

    /// The text of one match, at most `limit` octets long.
    func text(captures: [MarkedText], limit: Int) -> MarkedText {
        var text = MarkedText()
        for octet in self.octets {
            guard let capture = octet.capture else {
                text.octets.append(octet)
                continue
            }
            let index = Int(capture)
            if captures.indices.contains(index) {
                text.append(captures[index])
            }
        }
        return text.count > limit ? MarkedText(text.octets[..<max(limit, 0)]) : text
    }
}
