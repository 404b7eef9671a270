import ProtocolKit

extension Span where Element == UInt8 {
    /// Whether the octets at `extent` are `literal`, compared without the case of ASCII letters.
    @inline(__always)
    func matches(_ extent: Extent, _ literal: StaticString) -> Bool {
        guard extent.count == literal.utf8CodeUnitCount else {
            return false
        }
        // The literal is UTF-8 of exactly `extent.count` octets, so every offset is inside it.
        let text = unsafe literal.utf8Start
        for offset in 0..<extent.count where self[Int(extent.start) + offset].asciiLowercased != (unsafe text[offset]) {
            return false
        }
        return true
    }
}

extension Span where Element == UInt8 {
    /// Whether the octets at `extent` are exactly `literal`.
    @inline(__always)
    func equals(_ extent: Extent, _ literal: StaticString) -> Bool {
        guard extent.count == literal.utf8CodeUnitCount else {
            return false
        }
        // The literal is UTF-8 of exactly `extent.count` octets, so every offset is inside it.
        let text = unsafe literal.utf8Start
        for offset in 0..<extent.count where self[Int(extent.start) + offset] != (unsafe text[offset]) {
            return false
        }
        return true
    }

    /// A copy of the octets at `extent`.
    func copy(_ extent: Extent) -> ByteString {
        ByteString(extent.range.map { self[$0] })
    }
}
