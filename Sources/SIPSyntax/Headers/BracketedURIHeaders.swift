package import ProtocolKit

/// A header whose value is a URI in brackets and parameters.
package protocol BracketedURIHeader: SIPWritableHeader {
    /// The value; it has no display name.
    var address: NameAddress { get }

    init(_ address: NameAddress)
}

extension BracketedURIHeader {
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        value.skipLWS()
        guard value.peek() == 0x3C else {
            throw SIPParseError(.expected(Self.name.text))
        }
        self.init(try NameAddress(from: &value))
    }

    package func append(to bytes: inout [UInt8]) {
        self.address.append(to: &bytes)
    }
}

/// A ringing tone (RFC 3261 §20.4, RFC 7462).
package struct AlertInfo: BracketedURIHeader {
    package static let name = SIPHeaderName.alertInfo
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// More about the caller or the callee (RFC 3261 §20.9).
package struct CallInfo: BracketedURIHeader {
    package static let name = SIPHeaderName.callInfo
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// More about an error (RFC 3261 §20.18).
package struct ErrorInfo: BracketedURIHeader {
    package static let name = SIPHeaderName.errorInfo
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}
