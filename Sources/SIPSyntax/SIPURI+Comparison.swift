import ProtocolKit

extension SIPURI {
    /// Whether both mean the same resource (RFC 3261 §19.1.4; RFC 3966 §4 for tel).
    ///
    /// This is no equivalence relation: three URIs may be equal in two pairs and not in the third. URIs beyond 2048
    /// octets are the same only if they are written alike, which bounds the cost.
    package func isEquivalent(to other: SIPURI) -> Bool {
        guard self.scheme == other.scheme, self.range.count <= 2_048, other.range.count <= 2_048 else {
            return self.text == other.text
        }
        switch self.scheme {
        case .sip, .sips:
            return self.isEquivalentSIP(other)
        case .tel:
            return self.telephoneNumber == other.telephoneNumber && self.parametersMatch(other)
        case .other:
            return self.schemeName.equalsIgnoringCase(other.schemeName) && self.opaquePart == other.opaquePart
        }
    }

    private func isEquivalentSIP(_ other: SIPURI) -> Bool {
        let users = (self.rawUser?.normalizedEscapes, other.rawUser?.normalizedEscapes)
        let passwords = (self.password?.normalizedEscapes, other.password?.normalizedEscapes)
        guard users.0 == users.1, passwords.0 == passwords.1, self.port == other.port, self.hostMatches(other) else {
            return false
        }
        return self.parametersMatch(other) && self.headersMatch(other)
    }

    private func hostMatches(_ other: SIPURI) -> Bool {
        if let address = self.hostAddress, let otherAddress = other.hostAddress {
            return address == otherAddress
        }
        return self.host.equalsIgnoringCase(other.host)
    }

    /// Parameters of both must match; some must not stand in one only.
    private func parametersMatch(_ other: SIPURI) -> Bool {
        let ours = self.parameters.normalized
        let theirs = other.parameters.normalized
        let telling: Set<ByteString> = ["user", "ttl", "method", "maddr", "transport", "phone-context", "isub", "ext"]
        let inBothEqual = ours.allSatisfy { theirs[$0.key] == nil || theirs[$0.key] == $0.value }
        let inOne = ours.keys.filter { theirs[$0] == nil } + theirs.keys.filter { ours[$0] == nil }
        return inBothEqual && !inOne.contains { telling.contains($0) }
    }

    /// Headers of one must all stand in the other, in any order.
    private func headersMatch(_ other: SIPURI) -> Bool {
        self.normalizedHeaders == other.normalizedHeaders
    }

    private var normalizedHeaders: [ByteString] {
        (self.headers?.bytes ?? []).split(separator: 0x26).map { header in
            let parts = header.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = ByteString(parts.first ?? []).normalizedEscapes.lowercased
            return name + "=" + ByteString(parts.dropFirst().first ?? []).normalizedEscapes
        }.sorted()
    }
}

extension SIPParameters {
    /// The parameters by name, all in lower case.
    fileprivate var normalized: [ByteString: ByteString] {
        Dictionary(
            self.all.map { ($0.name.normalizedEscapes.lowercased, ($0.value ?? ByteString()).lowercased) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension ByteString {
    /// The same text with an escape only where it makes a difference, its digits in capitals.
    ///
    /// An escaped character equals the character itself unless that is reserved (RFC 3261 §19.1.4).
    fileprivate var normalizedEscapes: ByteString {
        var result: [UInt8] = []
        var rest = self.bytes[...]
        while let octet = rest.popFirst() {
            guard octet == 0x25, let high = rest.first?.hexDigitValue, let low = rest.dropFirst().first?.hexDigitValue
            else {
                result.append(octet)
                continue
            }
            rest = rest.dropFirst(2)
            let value = high << 4 | low
            if OctetSet.unreserved.contains(value) {
                result.append(value)
            } else {
                result.appendEscape(of: value)
            }
        }
        return ByteString(result)
    }
}

extension [UInt8] {
    /// Appends `%HH`.
    mutating func appendEscape(of octet: UInt8) {
        self.append(0x25)
        for digit in [octet >> 4, octet & 0xF] {
            self.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
    }
}
