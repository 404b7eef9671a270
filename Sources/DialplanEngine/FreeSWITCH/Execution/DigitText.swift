import CallModel
import ProtocolKit

/// Digits as FreeSWITCH's applications write them: `digits[@milliseconds]`.
enum DigitText {
    /// How many are taken at most.
    static let most = 128

    /// The digits, without what has no tone.
    static func digits(_ data: MarkedText) -> [Digit] {
        let (text, length) = data.split(at: "@") ?? (data, MarkedText())
        let milliseconds = length.leadingNumber
        let duration = (40...8_000).contains(milliseconds) ? Duration.milliseconds(milliseconds) : nil
        return text.octets.prefix(Self.most).map { Digit(symbol: $0.uppercased.octet, duration: duration) }
            .filter { $0.hertz != nil }
    }

    /// The digits that a variable sends when a leg has answered, as `send_dtmf 1234`; `nil` when it does something else.
    static func digits(ofApplication text: MarkedText) -> [Digit]? {
        guard let (name, data) = text.split(at: " "), name.isWord("send_dtmf") else {
            return nil
        }
        return self.digits(data)
    }
}
