/// An ASN.1 `BMPString`: UTF-16 code units as they came, also those that are no text.
package struct BMPString: Hashable, Sendable {
    /// The characters; a pair of surrogates counts as two.
    package let units: [UInt16]

    package init(units: [UInt16]) {
        self.units = units
    }

    package init(_ text: String) {
        self.units = Array(text.utf16)
    }
}

extension BMPString: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension BMPString: CustomStringConvertible {
    /// The text, with unpaired surrogates repaired; for people, never for the wire.
    package var description: String {
        String(decoding: self.units, as: UTF16.self)
    }
}
