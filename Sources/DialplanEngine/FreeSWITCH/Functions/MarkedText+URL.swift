import ProtocolKit

extension MarkedText {
    /// With `%XX` for what cannot stand in a URL.
    var urlEncoded: MarkedText {
        var text = MarkedText()
        for octet in self.octets {
            guard Self.needsEscape(octet.octet) else {
                text.octets.append(octet)
                continue
            }
            text.octets += [
                "%", MarkedOctet(authored: Self.hexDigit(octet.octet >> 4)),
                MarkedOctet(authored: Self.hexDigit(octet.octet & 15)),
            ]
        }
        return text
    }

    /// With the octets that `%XX` stands for, which are values whoever wrote them.
    var urlDecoded: MarkedText {
        var cursor = MarkedCursor(self)
        var text = MarkedText()
        while let octet = cursor.take() {
            if octet.octet == 0x25, let high = cursor.peek()?.octet.hexDigitValue,
                let low = cursor.peek(at: 1)?.octet.hexDigitValue
            {
                cursor.skip(2)
                text.octets.append(MarkedOctet(foreign: high << 4 | low))
            } else {
                text.octets.append(octet)
            }
        }
        return text
    }

    private static func needsEscape(_ octet: UInt8) -> Bool {
        octet <= 0x20 || octet >= 0x7F || self.unsafeMarks.contains(octet)
    }

    private static let unsafeMarks = Set("\"#%&+:;<=>?@[\\]^`{|}".utf8)

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}
