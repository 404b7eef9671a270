import ProtocolKit

/// The `name=value` pairs of an `a=fmtp` line, with semicolons between them; names are compared without case.
struct FormatParameters {
    private var pairs: [(name: ByteString, value: ByteString)] = []

    init(_ text: ByteString?) {
        for part in text?.bytes.split(separator: 0x3B) ?? [] {
            let halves = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            if let name = halves.first {
                let value = halves.count > 1 ? Self.trimmed(halves[1]) : ByteString()
                self.pairs.append((name: Self.trimmed(name), value: value))
            }
        }
    }

    /// The value of a parameter, empty when it has none; `nil` when it is not there.
    subscript(name: StaticString) -> ByteString? {
        self.pairs.first { $0.name.isEqualIgnoringCase(to: name) }?.value
    }

    /// The value of a parameter as a decimal number.
    func number(_ name: StaticString) -> UInt64? {
        var cursor = ByteCursor(self[name]?.bytes ?? [])
        return cursor.takeDecimal()
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ByteString {
        let start = text.drop { $0 <= 0x20 }
        return ByteString(start.reversed().drop { $0 <= 0x20 }.reversed())
    }
}

extension [UInt8] {
    /// Appends `name=value`, behind a semicolon when something stands before it.
    mutating func appendParameter(_ name: StaticString, _ value: UInt64) {
        if !self.isEmpty {
            self.append(0x3B)
        }
        self.append(name)
        self.append(0x3D)
        self.appendDecimal(value)
    }
}
