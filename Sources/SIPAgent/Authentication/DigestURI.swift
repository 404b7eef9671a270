import ProtocolKit

/// Whether the `uri` of credentials names the same resource as a Request-URI (RFC 7616 §3.4.6, RFC 3261 §22.4).
///
/// Proxies on the way may add parameters or a port, so only what says who is asked for must agree: scheme, user and host.
enum DigestURI {
    static func agree(_ first: ByteString, _ second: ByteString) -> Bool {
        self.essence(first).equalsIgnoringCase(self.essence(second))
    }

    /// `scheme:user@host` of a URI.
    private static func essence(_ uri: ByteString) -> ByteString {
        let bytes = uri.bytes
        guard let colon = bytes.firstIndex(of: 0x3A) else {
            return uri
        }
        let at = bytes.firstIndex(of: 0x40)
        let hostStart = at.map { $0 + 1 } ?? colon + 1
        let host = bytes[hostStart...]
        let end: Int
        if host.first == 0x5B {
            end = host.firstIndex(of: 0x5D).map { $0 + 1 } ?? bytes.count
        } else {
            end = host.firstIndex { $0 == 0x3A || $0 == 0x3B || $0 == 0x3F || $0 == 0x3E } ?? bytes.count
        }
        return ByteString(bytes[..<end])
    }
}
