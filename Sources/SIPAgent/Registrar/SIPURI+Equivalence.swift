import ProtocolKit
package import SIPSyntax

extension SIPURI {
    /// Whether two URIs are equivalent (RFC 3261 §19.1.4); URIs of other schemes must be the same octets.
    package func isEquivalent(to other: SIPURI) -> Bool {
        guard self.isSIP, other.isSIP else {
            return self.text == other.text
        }
        return self.scheme == other.scheme && self.user == other.user && self.password == other.password
            && self.hasSameHost(as: other) && self.port == other.port
            && Self.agree(self.parameters, other.parameters)
            && Self.headerSet(self.headers) == Self.headerSet(other.headers)
    }

    private func hasSameHost(as other: SIPURI) -> Bool {
        if let address = self.hostAddress {
            return address == other.hostAddress
        }
        return self.host.equalsIgnoringCase(other.host)
    }

    /// What occurs in both must agree; what occurs in one only is ignored, apart from the parameters that say where
    /// and how a request goes.
    private static func agree(_ first: SIPParameters, _ second: SIPParameters) -> Bool {
        if first.isEmpty, second.isEmpty {
            return true
        }
        return self.covers(first.all, second.all) && self.covers(second.all, first.all)
    }

    private static func covers(
        _ list: [(name: ByteString, value: ByteString?)],
        _ other: [(name: ByteString, value: ByteString?)]
    ) -> Bool {
        list.allSatisfy { parameter in
            guard let match = other.first(where: { $0.name.equalsIgnoringCase(parameter.name) }) else {
                return !self.significant.contains(parameter.name.lowercased)
            }
            return (parameter.value ?? ByteString()).equalsIgnoringCase(match.value ?? ByteString())
        }
    }

    private static let significant: Set<ByteString> = ["user", "ttl", "method", "maddr", "transport"]

    /// The `name=value` pairs, unescaped, names in lower case: their order does not matter.
    private static func headerSet(_ headers: ByteString?) -> Set<ByteString> {
        let pairs = (headers ?? ByteString()).bytes.split(separator: 0x26).prefix(32)
        return Set(
            pairs.map { pair in
                let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
                let name = ByteString.unescaping(parts.first ?? []).lowercased
                let value = parts.count > 1 ? ByteString.unescaping(parts[1]) : ByteString()
                return ByteString(name.bytes + [0x3D] + value.bytes)
            }
        )
    }
}
