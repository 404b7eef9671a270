package import ProtocolKit

/// The address of a `c=` or `o=` line (RFC 8866 §5.7).
package struct ConnectionAddress: Hashable, Sendable {
    /// An address, or a name that would have to be resolved.
    package enum Target: Hashable, Sendable {
        case ip(IPAddress)
        case host(ByteString)
    }

    /// The address or name.
    package var target: Target

    /// What stood behind the first slash: the time to live and the number of addresses of a multicast session.
    package var suffix: ByteString

    package init(_ ip: IPAddress) {
        self.target = .ip(ip)
        self.suffix = ByteString()
    }

    package init(target: Target, suffix: ByteString = ByteString()) {
        self.target = target
        self.suffix = suffix
    }

    /// The address, or `nil` when there is only a name.
    package var ip: IPAddress? {
        switch self.target {
        case .ip(let ip): ip
        case .host: nil
        }
    }

    /// The time to live of a multicast session, when it was given.
    package var timeToLive: UInt8? {
        var cursor = ByteCursor(self.suffix.bytes)
        return cursor.takeDecimal().flatMap(UInt8.init(exactly:))
    }

    /// Whether media cannot be sent there: a name, "any", multicast or broadcast.
    package var isUnusable: Bool {
        guard let ip = self.ip else {
            return true
        }
        return ip.isUnspecified || ip.isMulticastOrBroadcast
    }
}
