package import ProtocolKit

/// The name of a header field, compared without case; a compact form is the same name (RFC 3261 §7.3.1, §7.3.3).
///
/// A name that this module knows is one octet. Any other keeps the octets it was written with.
package struct SIPHeaderName: Sendable {
    private enum Storage {
        case known(KnownHeaderName)
        case other(ByteString)
    }

    private let storage: Storage

    init(_ known: KnownHeaderName) {
        self.storage = .known(known)
    }

    /// Reads a name in its long or compact form, as in `SIPHeaderName("P-Example")`.
    package init(_ text: ByteString) {
        let known = HeaderNameTable.shared.find(text.bytes.span, Extent(0, text.count))
        self.storage = known.map { .known($0) } ?? .other(text)
    }

    var known: KnownHeaderName? {
        if case .known(let known) = self.storage {
            return known
        }
        return nil
    }

    /// The name as it is written on the wire, in its long form.
    package var text: ByteString {
        switch self.storage {
        case .known(let known): ByteString(stringLiteral: known.spelling)
        case .other(let text): text
        }
    }
}

extension SIPHeaderName: Hashable {
    package static func == (left: SIPHeaderName, right: SIPHeaderName) -> Bool {
        switch (left.storage, right.storage) {
        case (.known(let left), .known(let right)): left == right
        case (.other(let left), .other(let right)): left.equalsIgnoringCase(right)
        case (.known, .other), (.other, .known): false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self.storage {
        case .known(let known): hasher.combine(known)
        case .other(let text): hasher.combine(text.lowercased)
        }
    }
}

extension SIPHeaderName: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}
