package import ProtocolKit

/// A header whose value is a name, a URI and parameters.
package protocol NameAddressHeader: SIPWritableHeader {
    /// The value.
    var address: NameAddress { get }

    init(_ address: NameAddress)
}

extension NameAddressHeader {
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.init(try NameAddress(from: &value))
    }

    package func append(to bytes: inout [UInt8]) {
        self.address.append(to: &bytes)
    }

    /// The URI.
    package var uri: SIPURI {
        self.address.uri
    }

    /// The parameters of the header, not of the URI.
    package var parameters: SIPParameters {
        self.address.parameters
    }

    /// The display name without quotes and backslashes.
    package var displayName: ByteString? {
        self.address.displayName
    }
}

/// Who a request is from (RFC 3261 §20.20).
package struct From: NameAddressHeader {
    package static let name = SIPHeaderName.from
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Who a request is for (RFC 3261 §20.39).
package struct To: NameAddressHeader {
    package static let name = SIPHeaderName.to
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// A proxy that a request must pass (RFC 3261 §20.34).
package struct Route: NameAddressHeader {
    package static let name = SIPHeaderName.route
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// A proxy that wants to stay on the way (RFC 3261 §20.30).
package struct RecordRoute: NameAddressHeader {
    package static let name = SIPHeaderName.recordRoute
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// A proxy that requests to a binding must pass (RFC 3327 §4).
package struct Path: NameAddressHeader {
    package static let name = SIPHeaderName.path
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// A proxy that requests of a registered user must pass (RFC 3608 §5).
package struct ServiceRoute: NameAddressHeader {
    package static let name = SIPHeaderName.serviceRoute
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Who the caller is, asserted by a trusted element (RFC 3325 §9.1).
package struct PAssertedIdentity: NameAddressHeader {
    package static let name = SIPHeaderName.pAssertedIdentity
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Who the caller wants to be asserted as (RFC 3325 §9.2).
package struct PPreferredIdentity: NameAddressHeader {
    package static let name = SIPHeaderName.pPreferredIdentity
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// The public identity that was called (RFC 7315 §4.2).
package struct PCalledPartyID: NameAddressHeader {
    package static let name = SIPHeaderName.pCalledPartyID
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// The predecessor of P-Asserted-Identity, still in wide use.
package struct RemotePartyID: NameAddressHeader {
    package static let name = SIPHeaderName.remotePartyID
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Who diverted a call, the last one first (RFC 5806 §4).
package struct Diversion: NameAddressHeader {
    package static let name = SIPHeaderName.diversion
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Where a request has been (RFC 7044 §5).
package struct HistoryInfo: NameAddressHeader {
    package static let name = SIPHeaderName.historyInfo
    package static let occurrence = SIPHeaderOccurrence.list
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Whom a REFER asks to contact (RFC 3515 §2.1).
package struct ReferTo: NameAddressHeader {
    package static let name = SIPHeaderName.referTo
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Who asked for a request by REFER (RFC 3892 §3).
package struct ReferredBy: NameAddressHeader {
    package static let name = SIPHeaderName.referredBy
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

/// Where a return call should go (RFC 3261 §20.31).
package struct ReplyTo: NameAddressHeader {
    package static let name = SIPHeaderName.replyTo
    package let address: NameAddress

    package init(_ address: NameAddress) {
        self.address = address
    }
}

extension From {
    /// The tag; `nil` from an RFC 2543 peer.
    package var tag: ByteString? {
        self.address.tag
    }
}

extension To {
    /// The tag; `nil` outside a dialog.
    package var tag: ByteString? {
        self.address.tag
    }
}
