import CallModel
import ProtocolKit
import SIPSyntax

/// Digits in the bodies of INFO requests, in the two forms that are in use.
enum DialedDigits {
    /// The digits of an INFO; none when it carries something else.
    static func read(_ message: SIPMessage) -> [Digit] {
        if message.hasContentType("application/dtmf-relay") {
            return self.relay(Array(message.body))
        }
        if message.hasContentType("application/dtmf") {
            let symbols = message.body.prefix(32).compactMap(self.symbol)
            return symbols.map { Digit(symbol: $0) }
        }
        return []
    }

    /// `Signal=5` and `Duration=160` on lines of their own.
    private static func relay(_ body: [UInt8]) -> [Digit] {
        var symbol: UInt8?
        var duration: Duration?
        for line in body.split(whereSeparator: { $0 == 0x0D || $0 == 0x0A }).prefix(8) {
            let parts = line.split(separator: 0x3D, maxSplits: 1)
            guard let name = parts.first, let value = parts.dropFirst().first else {
                continue
            }
            let trimmed = Array(value.drop(while: { $0 == 0x20 }))
            switch ByteString(name.filter { $0 != 0x20 }).lowercased {
            case "signal":
                symbol = trimmed.first.flatMap(self.symbol)
            case "duration":
                var cursor = ByteCursor(trimmed)
                duration = cursor.takeDecimal().map { .milliseconds(Int64(min($0, 60_000))) }
            default:
                continue
            }
        }
        return symbol.map { [Digit(symbol: $0, duration: duration)] } ?? []
    }

    private static func symbol(_ octet: UInt8) -> UInt8? {
        let upper = octet.isASCIILetter ? octet & 0xDF : octet
        switch upper {
        case 0x30...0x39, 0x2A, 0x23, 0x41...0x44:
            return upper
        default:
            return nil
        }
    }
}
