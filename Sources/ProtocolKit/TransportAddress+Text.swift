extension IPAddress: CustomStringConvertible {
    /// Reads an IPv4 dotted quad or an IPv6 address without brackets (RFC 4291 §2.2); no zone, no leading zeros in a quad.
    public init?(_ text: some Collection<UInt8>) {
        if text.contains(0x3A) {
            self.init(v6Text: Array(text))
        } else {
            self.init(v4Text: text)
        }
    }

    /// Reads an address from text; for configuration and tests.
    public init?(_ text: String) {
        self.init(Array(text.utf8))
    }

    private init?(v4Text text: some Collection<UInt8>) {
        let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 4 else {
            return nil
        }
        var bits: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit), part.count == 1 || part.first != 0x30
            else {
                return nil
            }
            let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 &- 0x30) }
            guard number <= 255 else {
                return nil
            }
            bits = bits << 8 | number
        }
        self.init(v4: bits)
    }

    private init?(v6Text text: [UInt8]) {
        guard text.count <= 45 else {
            return nil
        }
        let gap = zip(text.indices, zip(text, text.dropFirst())).first { $0.1.0 == 0x3A && $0.1.1 == 0x3A }?.0
        let groups: [UInt16]
        if let gap {
            guard let head = Self.groups(text[..<gap], quadMayEnd: false), let tail = Self.groups(text[(gap + 2)...]),
                head.count + tail.count <= 7
            else {
                return nil
            }
            groups = head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        } else {
            guard let all = Self.groups(text[...]), all.count == 8 else {
                return nil
            }
            groups = all
        }
        let word = { (part: ArraySlice<UInt16>) in part.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
        self.init(high: word(groups[..<4]), low: word(groups[4...]))
    }

    /// The 16-bit groups of one side of `::`; a dotted quad may stand last.
    private static func groups(_ text: ArraySlice<UInt8>, quadMayEnd: Bool = true) -> [UInt16]? {
        guard !text.isEmpty else {
            return []
        }
        var groups: [UInt16] = []
        let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains(0x2E) {
                guard quadMayEnd, index == parts.count - 1, let quad = IPAddress(v4Text: part)?.v4Bits else {
                    return nil
                }
                groups += [UInt16(quad >> 16), UInt16(truncatingIfNeeded: quad)]
                continue
            }
            guard (1...4).contains(part.count) else {
                return nil
            }
            var group: UInt16 = 0
            for digit in part {
                guard let value = digit.hexDigitValue else {
                    return nil
                }
                group = group << 4 | UInt16(value)
            }
            groups.append(group)
        }
        return groups.count <= 8 ? groups : nil
    }

    public var description: String {
        var text: [UInt8] = []
        text.append(address: self)
        return String(decoding: text, as: UTF8.self)
    }
}

extension TransportAddress: CustomStringConvertible {
    /// Reads `1.2.3.4:5060` or `[::1]:5060`; for configuration and tests.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.lastIndex(of: 0x3A),
            let port = UInt16(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
        else {
            return nil
        }
        var host = bytes[..<colon]
        if host.first == 0x5B, host.last == 0x5D {
            host = host.dropFirst().dropLast()
        } else if host.contains(0x3A) {
            return nil
        }
        guard let ip = IPAddress(Array(host)) else {
            return nil
        }
        self.init(ip, port)
    }

    public var description: String {
        self.ip.isV4 ? "\(self.ip):\(self.port)" : "[\(self.ip)]:\(self.port)"
    }
}

extension [UInt8] {
    /// Appends an address as SDP writes it: a dotted quad, or IPv6 by RFC 5952 without brackets.
    public mutating func append(address: IPAddress) {
        if let bits = address.v4Bits {
            for shift in [UInt32(24), 16, 8, 0] {
                self.appendDecimal(bits >> shift & 0xFF)
                if shift > 0 {
                    self.append(0x2E)
                }
            }
            return
        }
        let groups = (0..<8).map { index in
            UInt16(truncatingIfNeeded: (index < 4 ? address.high : address.low) >> UInt64(48 - index % 4 * 16))
        }
        self.appendGroups(groups, gap: Self.longestZeroRun(groups))
    }

    /// Appends an address as a SIP URI's host: IPv6 in brackets (RFC 3261 §25.1 `IPv6reference`).
    public mutating func append(host address: IPAddress) {
        if address.isV4 {
            self.append(address: address)
        } else {
            self.append(0x5B)
            self.append(address: address)
            self.append(0x5D)
        }
    }

    private mutating func appendGroups(_ groups: [UInt16], gap: Range<Int>?) {
        var index = 0
        while index < groups.count {
            if let gap, index == gap.lowerBound {
                self.append("::")
                index = gap.upperBound
                continue
            }
            if index > 0, index != gap?.upperBound {
                self.append(0x3A)
            }
            self.append(contentsOf: String(groups[index], radix: 16).utf8)
            index += 1
        }
    }

    /// The first longest run of two or more zero groups (RFC 5952 §4.2).
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var index = 0
        while index < groups.count {
            let end = groups[index...].firstIndex { $0 != 0 } ?? groups.count
            if end - index > Swift.max(best?.count ?? 0, 1) {
                best = index..<end
            }
            index = Swift.max(end, index + 1)
        }
        return best
    }
}
