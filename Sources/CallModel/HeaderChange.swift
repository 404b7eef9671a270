package import ProtocolKit

/// A change to the headers of a message that a leg is sent, for protocols that have headers.
///
/// Whoever makes one sees to it that the name is a token, that no protocol works by the header, and that the value is
/// text without control characters (RFC 3261 §25.1).
package struct HeaderChange: Hashable, Sendable {
    /// The header's name.
    package let name: ByteString

    /// Whether all headers of the name are taken out first.
    package let replaces: Bool

    /// What is added; `nil` for nothing.
    package let value: ByteString?

    package init(name: ByteString, replaces: Bool, value: ByteString?) {
        self.name = name
        self.replaces = replaces
        self.value = value
    }
}
