package import ProtocolKit

/// Where a leg shall be placed.
package enum Target: Hashable, Sendable {
    /// A URI whose next hop the agent finds by itself (RFC 3263 for SIP).
    case uri(ByteString)
    /// A user of ours, to be located before a leg is placed.
    case user(ByteString)
    /// A number as it would be dialed in this context of the dialplan, to be routed before a leg is placed.
    case dialed(ByteString, context: ByteString)
    /// A number by way of a configured trunk.
    case trunk(ByteString, number: ByteString)
    /// A line of ours behind a media gateway, by its configured name (RFC 3435 §2.1.1.1).
    case line(ByteString)
    /// A number by way of a configured group of circuits of media gateways (RFC 3435 §2.1.1.1).
    case circuits(ByteString, number: ByteString)
    /// One of the places where a user of ours was found.
    indirect case contact(RegisteredContact)

    /// The protocol whose agent places a leg to this target; of no meaning where other targets are found first.
    package var signaling: SignalingProtocol {
        switch self {
        case .uri, .user, .dialed, .trunk, .contact:
            .sip
        case .line, .circuits:
            .mgcp
        }
    }
}

/// A place where a registered user can be reached now (RFC 3261 §10.2.1), as its agent reported it.
package struct RegisteredContact: Hashable, Sendable {
    /// The user, a name of the configuration.
    package let user: ByteString

    /// The contact URI.
    package let uri: ByteString

    /// The Path URIs between us and the contact, nearest first (RFC 3327).
    package let path: [ByteString]

    /// The flow on which the registration came, when it was a stream.
    package let flow: FlowID?

    /// Where the registration came from; requests go there when the contact is behind a translator.
    package let source: TransportAddress?

    /// The listener that received the registration.
    package let listener: ListenerID

    /// The preference in thousandths, 0 to 1000 (RFC 3261 §20.10 `q`).
    package let preference: UInt16

    package init(
        user: ByteString,
        uri: ByteString,
        path: [ByteString] = [],
        flow: FlowID? = nil,
        source: TransportAddress? = nil,
        listener: ListenerID,
        preference: UInt16 = 1000
    ) {
        self.user = user
        self.uri = uri
        self.path = path
        self.flow = flow
        self.source = source
        self.listener = listener
        self.preference = preference
    }
}

/// A question that call control cannot answer by itself: a request now, an event later.
package enum RouteQuestion: Hashable, Sendable {
    /// Where can this user of ours be reached?
    case locate(user: ByteString)
}

/// The answer to a ``RouteQuestion``.
package enum RouteAnswer: Hashable, Sendable {
    /// The user's contacts, most preferred first; empty when the user is known but not registered.
    case contacts([RegisteredContact])
    /// No such user.
    case unknownUser
}
