package import ProtocolKit

/// A name that MGCP compares without the case of its letters (RFC 3435 §3.2.1, appendix A).
///
/// It prints as it was written, because the most recently supplied form is the one to use (§2.1.2).
package struct MGCPName: Sendable, ExpressibleByStringLiteral {
    /// The name as it was written.
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }

    package init(stringLiteral value: StaticString) {
        self.text = ByteString(stringLiteral: value)
    }

    /// Whether this is `literal`, without regard to case.
    package func isEqual(to literal: StaticString) -> Bool {
        self.text.isEqualIgnoringCase(to: literal)
    }

    /// Whether it begins with `X+`: whoever does not know a parameter or option of this name must refuse it (§3.2.2).
    package var isCritical: Bool {
        let octets = self.text.bytes
        return octets.starts(with: [0x58, 0x2B]) || octets.starts(with: [0x78, 0x2B])
    }
}

extension MGCPName: Hashable {
    package static func == (left: MGCPName, right: MGCPName) -> Bool {
        left.text.equalsIgnoringCase(right.text)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.text.count)
        // Eight octets at a time: each turn of the hash function costs more than they do.
        var word: UInt64 = 0
        var count = 0
        for octet in self.text.bytes {
            word = word &<< 8 | UInt64(octet.asciiLowercased)
            count &+= 1
            if count & 7 == 0 {
                hasher.combine(word)
            }
        }
        hasher.combine(word)
    }
}

extension MGCPName {
    /// Lets a `switch` look for literals without a copy of each.
    package static func ~= (literal: StaticString, name: MGCPName) -> Bool {
        name.isEqual(to: literal)
    }
}

extension MGCPName: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}
