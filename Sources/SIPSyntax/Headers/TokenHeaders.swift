package import ProtocolKit

/// A header whose value is a token and parameters.
package protocol TokenHeader: SIPWritableHeader {
    /// The token as it was written.
    var token: ByteString { get }

    /// The parameters.
    var parameters: SIPParameters { get }

    init(token: ByteString, parameters: SIPParameters)
}

extension TokenHeader {
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let token = try value.takeToken("token")
        self.init(token: token, parameters: try value.takeParameters())
    }

    /// A value without parameters.
    package init(_ token: ByteString) {
        self.init(token: token, parameters: SIPParameters([], .none))
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.token.bytes)
        bytes.append(contentsOf: self.parameters.text.bytes)
    }
}

/// The event package of a subscription (RFC 6665 §8.2.1).
package struct Event: TokenHeader {
    package static let name = SIPHeaderName.event
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// The state of a subscription (RFC 6665 §8.2.3).
package struct SubscriptionState: TokenHeader {
    package static let name = SIPHeaderName.subscriptionState
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// The package that an INFO belongs to (RFC 6086 §4.2).
package struct InfoPackage: TokenHeader {
    package static let name = SIPHeaderName.infoPackage
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// A package that may be sent by INFO (RFC 6086 §5.2.3).
package struct RecvInfo: TokenHeader {
    package static let name = SIPHeaderName.recvInfo
    package static let occurrence = SIPHeaderOccurrence.list
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// What a body is for (RFC 3261 §20.11).
package struct ContentDisposition: TokenHeader {
    package static let name = SIPHeaderName.contentDisposition
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// An event package that is supported (RFC 6665 §8.2.2).
package struct AllowEvents: TokenHeader {
    package static let name = SIPHeaderName.allowEvents
    package static let occurrence = SIPHeaderOccurrence.list
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// Whether early media is authorized, and in which direction (RFC 5009 §8).
package struct PEarlyMedia: TokenHeader {
    package static let name = SIPHeaderName.pEarlyMedia
    package static let occurrence = SIPHeaderOccurrence.list
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}

/// How a body is encoded (RFC 3261 §20.12).
package struct ContentEncoding: TokenHeader {
    package static let name = SIPHeaderName.contentEncoding
    package static let occurrence = SIPHeaderOccurrence.list
    package let token: ByteString
    package let parameters: SIPParameters

    package init(token: ByteString, parameters: SIPParameters) {
        self.token = token
        self.parameters = parameters
    }
}
