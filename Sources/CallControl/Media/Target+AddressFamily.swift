import CallModel
import ProtocolKit

extension Target {
    /// The address family that the target's own address says, for media to match; `nil` when only a name is known.
    var addressFamily: MediaProfile.Family? {
        switch self {
        case .uri(let uri):
            Self.family(ofHostIn: uri)
        case .contact(let contact):
            contact.source.map { $0.ip.isV4 ? .ipv4 : .ipv6 } ?? Self.family(ofHostIn: contact.uri)
        case .user, .dialed, .trunk, .line, .circuits:
            nil
        }
    }

    /// RFC 3261 §19.1.1: the host stands after the user part, or else after the scheme; IPv6 in brackets.
    private static func family(ofHostIn uri: ByteString) -> MediaProfile.Family? {
        let octets = uri.bytes
        let start = octets.firstIndex(of: 0x40) ?? octets.firstIndex(of: 0x3A)
        guard let start else {
            return nil
        }
        let host = octets[(start + 1)...].prefix { $0 != 0x3A && $0 != 0x3B && $0 != 0x3E }
        if host.first == 0x5B {
            return .ipv6
        }
        return IPAddress(String(decoding: host, as: UTF8.self))?.isV4 == true ? .ipv4 : nil
    }
}
