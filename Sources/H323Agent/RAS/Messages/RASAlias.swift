package import H323Syntax
package import ProtocolKit

/// A name or a number of an endpoint in a form that can be looked up (H.225.0 clause 7.5, `AliasAddress`).
package enum RASAlias: Hashable, Sendable {
    /// A number: `dialledDigits`, or the E.164 number of a `partyNumber`.
    case digits(ByteString)
    /// `h323-ID`.
    case name([UInt16])
    /// `url-ID`.
    case url(ByteString)
    /// `email-ID`.
    case email(ByteString)

    /// The alias of this text: a number if it has nothing but digits, `*`, `#` and commas, a name otherwise.
    package init(_ text: String) {
        let bytes = ByteString(text)
        if !bytes.isEmpty, bytes.bytes.allSatisfy({ $0.isASCIIDigit || [0x23, 0x2A, 0x2C].contains($0) }) {
            self = .digits(bytes)
        } else {
            self = .name(Array(text.utf16))
        }
    }

    /// The alias of a message; `nil` for kinds that nobody is looked up by.
    package init?(_ alias: H225.AliasAddress) {
        switch alias {
        case .dialledDigits(let digits): self = .digits(digits)
        case .h323ID(let name): self = .name(Self.withoutNULs(name.units))
        case .urlID(let url): self = .url(url)
        case .emailID(let email): self = .email(email)
        case .partyNumber(.e164Number(let number)): self = .digits(number.publicNumberDigits)
        case .partyNumber, .transportID, .mobileUIM, .isupNumber, .unrecognized: return nil
        }
    }

    /// The alias as messages have it.
    package var address: H225.AliasAddress {
        switch self {
        case .digits(let digits): .dialledDigits(digits)
        case .name(let name): .h323ID(BMPString(units: name))
        case .url(let url): .urlID(url)
        case .email(let email): .emailID(email)
        }
    }

    /// The number, if it is one.
    package var digits: ByteString? {
        if case .digits(let digits) = self {
            return digits
        }
        return nil
    }

    /// Some peers end texts with NUL.
    private static func withoutNULs(_ units: [UInt16]) -> [UInt16] {
        Array(units.prefix { $0 != 0 })
    }
}

extension RASAlias: CustomStringConvertible {
    /// The text, for people.
    package var description: String {
        switch self {
        case .digits(let text), .url(let text), .email(let text): "\(text)"
        case .name(let units): String(decoding: units, as: UTF16.self)
        }
    }
}
