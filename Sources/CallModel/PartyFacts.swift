package import ProtocolKit

/// What one end of a call says of itself that the other end may know.
package struct PartyFacts: Hashable, Sendable {
    /// Its half of the session identifier: 32 hexadecimal digits, or empty (RFC 7989 §5).
    package var sessionID: ByteString

    /// The INFO packages that it is willing to receive, or `nil` when it says nothing of packages (RFC 6086 §5.2).
    package var informationPackages: [ByteString]?

    package init(sessionID: ByteString = ByteString(), informationPackages: [ByteString]? = nil) {
        self.sessionID = sessionID
        self.informationPackages = informationPackages
    }

    /// Whether nothing is said.
    package var isEmpty: Bool {
        self.sessionID.isEmpty && self.informationPackages == nil
    }
}
