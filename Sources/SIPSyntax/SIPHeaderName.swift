package import ProtocolKit

/// The name of a header field, compared without case; a compact form is the same name (RFC 3261 §7.3.1, §7.3.3).
///
/// A name that this module knows is one octet. Any other keeps the octets it was written with.
package struct SIPHeaderName: Sendable {
    let known: KnownHeaderName?
    private let other: ByteString

    init(_ known: KnownHeaderName) {
        self.known = known
        self.other = ByteString()
    }

    /// Reads a name in its long or compact form.
    package init(_ text: ByteString) {
        self.known = HeaderNameTable.shared.find(text.bytes.span, Extent(0, text.count))
        self.other = self.known == nil ? text : ByteString()
    }

    /// Reads a name in its long or compact form, as `SIPHeaderName("P-Example")`.
    package init(_ text: StaticString) {
        self.init(ByteString(stringLiteral: text))
    }

    /// The name as it is written on the wire, in its long form.
    package var text: ByteString {
        self.known.map { ByteString(stringLiteral: $0.spelling) } ?? self.other
    }
}

extension SIPHeaderName: Hashable {
    package static func == (left: SIPHeaderName, right: SIPHeaderName) -> Bool {
        left.known == right.known && (left.known != nil || left.other.equalsIgnoringCase(right.other))
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.known)
        if self.known == nil {
            hasher.combine(self.other.lowercased)
        }
    }
}

extension SIPHeaderName: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}
