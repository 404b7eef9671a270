package import ProtocolKit

/// Where a peer can be reached, or `*` for all its bindings (RFC 3261 §20.10, §10.2.2).
package enum Contact: SIPHeader {
    /// `*`
    case all

    /// An address.
    case address(NameAddress)

    package static let name = SIPHeaderName.contact
    package static let occurrence = SIPHeaderOccurrence.list

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        if value.remaining == 1, value.take(0x2A) {
            self = .all
            return
        }
        self = .address(try NameAddress(from: &value))
    }

    /// The address, unless this is `*`.
    package var address: NameAddress? {
        if case .address(let address) = self {
            return address
        }
        return nil
    }

    /// The URI, unless this is `*`.
    package var uri: SIPURI? {
        self.address?.uri
    }

    /// The `expires` parameter; a number beyond 32 bits counts as the largest, anything else as absent (§10.3 step 7).
    package var expires: UInt32? {
        guard let address, let text = address.parameters["expires"], !text.isEmpty,
            text.bytes.allSatisfy(\.isASCIIDigit)
        else {
            return nil
        }
        return UInt32(exactly: address.parameters.decimal("expires") ?? .max) ?? .max
    }

    /// The preference in thousandths, 0 to 1000; `nil` when it is absent or malformed (§25.1 `qvalue`).
    package var preference: UInt16? {
        self.address?.parameters["q"].flatMap { UInt16(qvalue: $0.bytes) }
    }
}

extension Contact: SIPWritableHeader {
    package func append(to bytes: inout [UInt8]) {
        switch self {
        case .all: bytes.append(0x2A)
        case .address(let address): address.append(to: &bytes)
        }
    }
}

extension UInt16 {
    /// Reads `0.xxx` or `1.000` as thousandths (RFC 3261 §25.1 `qvalue`).
    init?(qvalue text: [UInt8]) {
        var digits = text[...]
        guard let whole = digits.popFirst(), whole == 0x30 || whole == 0x31 else {
            return nil
        }
        var value = UInt16(whole &- 0x30) * 1000
        if let point = digits.popFirst() {
            guard point == 0x2E, digits.count <= 3, digits.allSatisfy(\.isASCIIDigit) else {
                return nil
            }
            var weight: UInt16 = 100
            for digit in digits {
                value += UInt16(digit &- 0x30) * weight
                weight /= 10
            }
        }
        guard value <= 1000 else {
            return nil
        }
        self = value
    }
}
