extension [UInt8] {
    /// Whether both are the same, in a time that depends on their sizes only.
    package func equalsInConstantTime(_ other: [UInt8]) -> Bool {
        guard self.count == other.count else {
            return false
        }
        var difference: UInt8 = 0
        for (left, right) in zip(self, other) {
            difference |= left ^ right
        }
        return difference == 0
    }

    /// Appends octets as lower-case hexadecimal digits (RFC 7616 §3.1).
    package mutating func append(hexadecimal bytes: [UInt8]) {
        for byte in bytes {
            for nibble in [byte >> 4, byte & 15] {
                self.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
            }
        }
    }

    /// The octets as lower-case hexadecimal digits.
    package var hexadecimal: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(self.count * 2)
        text.append(hexadecimal: self)
        return text
    }
}
