/// An ASN.1 `BIT STRING`: bits whose number need not be one of octets.
package struct BitString: Hashable, Sendable {
    /// The bits, eight in an octet, the first one as the most significant; those after the last are zero.
    package let octets: [UInt8]

    /// How many bits there are.
    package let count: Int

    /// Takes the first `count` bits of `octets`, which should hold as many; fewer are followed by zeros.
    package init(_ octets: [UInt8], count: Int) {
        let size = (max(0, count) + 7) / 8
        var kept = Array(octets.prefix(size))
        kept.append(contentsOf: repeatElement(0, count: size - kept.count))
        if count & 7 != 0, let last = kept.popLast() {
            kept.append(last & ~(0xFF >> UInt8(truncatingIfNeeded: count & 7)))
        }
        self.octets = kept
        self.count = max(0, count)
    }

    /// The bit with this index, or `false` when there are not so many.
    package subscript(index: Int) -> Bool {
        guard index >= 0, index < self.count else {
            return false
        }
        return self.octets[index >> 3] & (0x80 >> UInt8(truncatingIfNeeded: index & 7)) != 0
    }
}
