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
        guard literal.utf8CodeUnitCount == self.text.count else {
            return false
        }
        // Both have the same number of octets.
        return literal.withUTF8Buffer { octets in
            for (index, octet) in self.text.bytes.enumerated()
            where octet.asciiLowercased != (unsafe octets[index]).asciiLowercased {
                return false
            }
            return true
        }
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
        for octet in self.text.bytes {
            hasher.combine(octet.asciiLowercased)
        }
    }
}

extension MGCPName: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}
