package import ProtocolKit

/// The `o=` line: who made the description, and which version it is (RFC 8866 §5.2).
package struct Origin: Hashable, Sendable {
    /// The user's name, or `-`.
    package var username: ByteString

    /// The identifier of the session; larger numbers than 64 bits hold are kept as the largest.
    package var sessionID: UInt64

    /// The version, which grows with every change (RFC 3264 §8).
    package var version: UInt64

    /// The machine that made it.
    package var address: ConnectionAddress

    package init(username: ByteString = "-", sessionID: UInt64, version: UInt64, address: ConnectionAddress) {
        self.username = username
        self.sessionID = sessionID
        self.version = version
        self.address = address
    }
}
