package import CallModel
package import H323Syntax
package import ProtocolKit

/// An endpoint that is registered.
package struct EndpointSummary: Hashable, Sendable {
    /// What the configuration calls it.
    package let name: ByteString

    /// The names and numbers that it has registered.
    package let aliases: [RASAlias]

    /// Where its RAS channel and its call signaling are.
    package let rasAddress: TransportAddress
    package let callSignalAddress: TransportAddress

    /// The calls that it has.
    package let calls: Int
}

/// Why an endpoint is no longer registered.
package enum EndpointLoss: UInt8, Hashable, Sendable {
    case byEndpoint
    case expired
    case byOperator
    /// It has registered again from another address.
    case replaced
}

/// One side of a call that was admitted.
package struct AdmittedCall: Hashable, Sendable {
    /// What the configuration calls the endpoint.
    package let endpoint: ByteString

    /// Whether the endpoint is called.
    package let isAnswer: Bool

    /// The call identifier, 16 octets; zeros of an endpoint that sends none.
    package let callIdentifier: H225.GloballyUniqueID

    /// Where the call goes, or comes from; `nil` when an endpoint that is called has not said.
    package let remote: TransportAddress?
}

/// How an admission has ended.
package enum AdmittedCallEnd: UInt8, Hashable, Sendable {
    /// The endpoint has said so.
    case byEndpoint
    /// The endpoint was told to end it.
    case byOperator
    /// The endpoint is not registered any more.
    case endpointGone
    /// The endpoint does not report it any more.
    case notReported
}

/// What ``Gatekeeper`` tells its user, or wants sent.
package enum GatekeeperOutput: Sendable {
    /// A datagram to send from our RAS address.
    case send([UInt8], to: TransportAddress)
    /// An endpoint has registered.
    case registered(EndpointSummary)
    /// An endpoint is gone.
    case unregistered(EndpointSummary, EndpointLoss)
    /// An endpoint, or who says that it is one, was not registered.
    case registrationRefused(ByteString, from: TransportAddress)
    /// A call was admitted.
    case callAdmitted(AdmittedCall)
    /// A call has ended.
    case callEnded(AdmittedCall, AdmittedCallEnd)
    /// A limit of the configuration was reached.
    case limitReached(ByteString)
    /// A peer did what the standard does not allow.
    case violation(PeerViolation)
}

/// Whose a request of the gatekeeper is.
enum GatekeeperRequestOwner: Hashable, Sendable {
    case unregistration
    case disengage
    /// An IRQ about a call.
    case information(SlabIndex)
    /// A LRQ for a call that waits.
    case location(SlabIndex)
}
