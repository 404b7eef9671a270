import ProtocolKit

/// Where a host stands, and which address it is when it is a literal.
struct HostLayout: Sendable {
    /// What is written.
    enum Kind: Sendable {
        case name
        case ipv4
        case ipv6
    }

    /// The host as it was written, with the brackets of an IPv6 reference.
    var extent = Extent.none
    var kind = Kind.name

    /// The address of a dotted quad.
    var bits: UInt32 = 0

    /// The address when the host is a literal.
    func address(_ bytes: [UInt8]) -> IPAddress? {
        switch self.kind {
        case .name: nil
        case .ipv4: IPAddress(v4: self.bits)
        case .ipv6: IPAddress(Array(bytes[self.extent.range].dropFirst().dropLast()))
        }
    }
}

extension Scanner {
    /// Takes a host name, an IPv4 address or a bracketed IPv6 address (RFC 3261 §25.1 `host`, RFC 5954 §4.1).
    mutating func host(_ octets: Span<UInt8>) throws(SIPParseError) -> HostLayout {
        if self.next(is: 0x5B, octets) {
            return try self.ipv6Reference(octets)
        }
        let extent = self.run(.host, octets)
        guard !extent.isEmpty, octets[Int(extent.start)] != 0x2D, octets[Int(extent.start)] != 0x2E else {
            throw .expected("host")
        }
        let last = octets[Int(extent.end) - 1]
        guard last.isASCIIDigit || last == 0x2E, let bits = octets.ipv4(extent) else {
            return HostLayout(extent: extent)
        }
        return HostLayout(extent: extent, kind: .ipv4, bits: bits)
    }

    private mutating func ipv6Reference(_ octets: Span<UInt8>) throws(SIPParseError) -> HostLayout {
        let start = self.position
        var text: [UInt8] = []
        self.move(to: start + 1)
        while self.position < self.end, octets[self.position] != 0x5D, text.count <= 45 {
            text.append(octets[self.position])
            self.move(to: self.position + 1)
        }
        guard self.take(0x5D, octets), text.contains(0x3A), IPAddress(text) != nil else {
            throw .expected("IPv6 address")
        }
        return HostLayout(extent: self.extent(from: start), kind: .ipv6)
    }

    /// Takes `:port`, 1 to 65535; `nil`, with nothing taken, when no colon follows.
    ///
    /// The grammar allows white space around the colon of a Via (RFC 3261 §25.1 `COLON`) but not in a URI.
    mutating func port(_ octets: Span<UInt8>, whiteSpace: Bool = false) throws(SIPParseError) -> UInt16? {
        guard whiteSpace ? self.takeSeparator(0x3A, octets) : self.take(0x3A, octets) else {
            return nil
        }
        let port = try self.decimal(upTo: 65_535, octets, "port")
        guard port > 0 else {
            throw .outOfRange("port")
        }
        return UInt16(truncatingIfNeeded: port)
    }
}

extension Span where Element == UInt8 {
    /// The 32 bits of a dotted quad without leading zeros, or `nil`.
    func ipv4(_ extent: Extent) -> UInt32? {
        var bits: UInt32 = 0
        var number: UInt32 = 0
        var digits = 0
        var dots = 0
        for index in extent.range {
            let octet = self[index]
            if octet.isASCIIDigit {
                number = number * 10 + UInt32(octet &- 0x30)
                digits += 1
                guard digits == 1 || (digits <= 3 && number <= 255 && number > 9) else {
                    return nil
                }
            } else {
                guard octet == 0x2E, digits > 0, dots < 3 else {
                    return nil
                }
                bits = bits << 8 | number
                (number, digits, dots) = (0, 0, dots + 1)
            }
        }
        return dots == 3 && digits > 0 ? bits << 8 | number : nil
    }
}
