package import ProtocolKit

/// What tells headers of one form apart.
package protocol SIPHeaderKind: Sendable {
    /// The name of the header field.
    static var name: SIPHeaderName { get }

    /// How often the header may stand in a message.
    static var occurrence: SIPHeaderOccurrence { get }
}

extension SIPHeaderKind {
    /// One value only, unless the kind says otherwise.
    package static var occurrence: SIPHeaderOccurrence { .once }
}

/// A header whose value is a token and parameters.
package struct TokenHeader<Kind: SIPHeaderKind>: SIPWritableHeader {
    package static var name: SIPHeaderName { Kind.name }
    package static var occurrence: SIPHeaderOccurrence { Kind.occurrence }

    /// The token as it was written.
    package let token: ByteString

    /// The parameters.
    package let parameters: SIPParameters

    /// A value without parameters.
    package init(_ token: ByteString) {
        self.token = token
        self.parameters = SIPParameters([], .none)
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.token = try value.takeToken("token")
        self.parameters = try value.takeParameters()
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.token.bytes)
        bytes.append(contentsOf: self.parameters.text.bytes)
    }
}

/// The event package of a subscription (RFC 6665 §8.2.1).
package typealias Event = TokenHeader<EventKind>

/// The state of a subscription (RFC 6665 §8.2.3).
package typealias SubscriptionState = TokenHeader<SubscriptionStateKind>

/// The package that an INFO belongs to (RFC 6086 §4.2).
package typealias InfoPackage = TokenHeader<InfoPackageKind>

/// A package that may be sent by INFO (RFC 6086 §5.2.3).
package typealias RecvInfo = TokenHeader<RecvInfoKind>

/// What a body is for (RFC 3261 §20.11).
package typealias ContentDisposition = TokenHeader<ContentDispositionKind>

/// An event package that is supported (RFC 6665 §8.2.2).
package typealias AllowEvents = TokenHeader<AllowEventsKind>

/// Whether early media is authorized, and in which direction (RFC 5009 §8).
package typealias PEarlyMedia = TokenHeader<PEarlyMediaKind>

/// How a body is encoded (RFC 3261 §20.12).
package typealias ContentEncoding = TokenHeader<ContentEncodingKind>

/// ``Event``.
package enum EventKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .event }
}

/// ``SubscriptionState``.
package enum SubscriptionStateKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .subscriptionState }
}

/// ``InfoPackage``.
package enum InfoPackageKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .infoPackage }
}

/// ``RecvInfo``.
package enum RecvInfoKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .recvInfo }
    package static var occurrence: SIPHeaderOccurrence { .list }
}

/// ``ContentDisposition``.
package enum ContentDispositionKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .contentDisposition }
}

/// ``AllowEvents``.
package enum AllowEventsKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .allowEvents }
    package static var occurrence: SIPHeaderOccurrence { .list }
}

/// ``PEarlyMedia``.
package enum PEarlyMediaKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .pEarlyMedia }
    package static var occurrence: SIPHeaderOccurrence { .list }
}

/// ``ContentEncoding``.
package enum ContentEncodingKind: SIPHeaderKind {
    package static var name: SIPHeaderName { .contentEncoding }
    package static var occurrence: SIPHeaderOccurrence { .list }
}
