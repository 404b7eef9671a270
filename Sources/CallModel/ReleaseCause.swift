package import ProtocolKit

/// A Q.850 cause value, the neutral reason why a leg ended (ITU-T Q.850 §2.2.7).
package struct Q850Cause: RawRepresentable, Hashable, Sendable {
    /// 1 to 127.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let unallocatedNumber = Q850Cause(rawValue: 1)
    package static let noRouteToDestination = Q850Cause(rawValue: 3)
    package static let normalClearing = Q850Cause(rawValue: 16)
    package static let userBusy = Q850Cause(rawValue: 17)
    package static let noUserResponding = Q850Cause(rawValue: 18)
    package static let noAnswer = Q850Cause(rawValue: 19)
    package static let subscriberAbsent = Q850Cause(rawValue: 20)
    package static let callRejected = Q850Cause(rawValue: 21)
    package static let numberChanged = Q850Cause(rawValue: 22)
    package static let redirection = Q850Cause(rawValue: 23)
    package static let exchangeRoutingError = Q850Cause(rawValue: 25)
    package static let nonSelectedUserClearing = Q850Cause(rawValue: 26)
    package static let destinationOutOfOrder = Q850Cause(rawValue: 27)
    package static let invalidNumberFormat = Q850Cause(rawValue: 28)
    package static let facilityRejected = Q850Cause(rawValue: 29)
    package static let normalUnspecified = Q850Cause(rawValue: 31)
    package static let noCircuitAvailable = Q850Cause(rawValue: 34)
    package static let networkOutOfOrder = Q850Cause(rawValue: 38)
    package static let temporaryFailure = Q850Cause(rawValue: 41)
    package static let congestion = Q850Cause(rawValue: 42)
    package static let resourceUnavailable = Q850Cause(rawValue: 47)
    package static let bearerCapabilityNotAuthorized = Q850Cause(rawValue: 57)
    package static let bearerCapabilityNotAvailable = Q850Cause(rawValue: 58)
    package static let bearerCapabilityNotImplemented = Q850Cause(rawValue: 65)
    package static let serviceNotImplemented = Q850Cause(rawValue: 79)
    package static let incompatibleDestination = Q850Cause(rawValue: 88)
    package static let recoveryOnTimerExpiry = Q850Cause(rawValue: 102)
    package static let protocolError = Q850Cause(rawValue: 111)
    package static let interworking = Q850Cause(rawValue: 127)
}

/// Why a leg ended, in the neutral value and in the words of whoever ended it.
///
/// The three are kept side by side; mapping never overwrites what a peer said.
package struct ReleaseCause: Hashable, Sendable {
    /// Who decided it (Q.850 §2.2.3, reduced to what the tables need).
    package enum Location: UInt8, Hashable, Sendable {
        /// The user at the far end.
        case user
        /// A network between.
        case network
        /// This gateway.
        case gateway
    }

    /// The reason in the words of the protocol that it came from.
    package enum Origin: Hashable, Sendable {
        /// A SIP status line (RFC 3261 §21), with its reason phrase.
        case sipStatus(UInt16, phrase: ByteString)
        /// A SIP request that ends a call: BYE or CANCEL, by name.
        case sipRequest(ByteString)
        /// An MGCP response, with its commentary (RFC 3435 §2.4).
        case mgcpReturnCode(UInt16, comment: ByteString)
        /// The reason code of an MGCP command that a gateway sent (RFC 3435 §2.5).
        case mgcpReasonCode(UInt16)
        /// An event that an MGCP endpoint notified, as `L/hu` (RFC 3435 §2.1.4).
        case mgcpEvent(ByteString)
        /// A decision of this gateway, in one of its own words.
        case local(LocalReason)
    }

    /// What made this gateway end a leg.
    package enum LocalReason: UInt8, Hashable, Sendable, CaseIterable {
        case dialplan
        case noRoute
        case ringTimeout
        case transactionTimeout
        case transportFailure
        case nameNotResolved
        case mediaSilence
        case mediaFailure
        case mediaMismatch
        /// An offer crosses another one that is not answered yet (RFC 3261 §14.2, RFC 3264 §4).
        case offerPending
        case sessionExpired
        case acknowledgementMissing
        case limit
        case tooManyHops
        case loop
        case stopping
        case answeredElsewhere
        case callerGaveUp
        /// The party asked that others talk in its place, or talks in another call now (RFC 5589 §7).
        case transferred
        case adminRequest
        case protocolViolation
        case internalBound
    }

    /// The neutral value.
    package var value: Q850Cause

    /// Who decided it.
    package var location: Location

    /// The reason in its own words.
    package var origin: Origin

    /// The Q.850 value that a trusted peer sent explicitly (Reason header, RFC 3326), if it did.
    package var stated: Q850Cause?

    /// How long the peer asked to be left alone (Retry-After).
    package var retryAfter: Duration?

    /// The warning code that came with it (RFC 3261 §20.43), or 0.
    package var warning: UInt16

    /// Words for people beside what is refused, free of control characters; empty for the protocol's own.
    package var words = ByteString()

    package init(
        _ value: Q850Cause,
        location: Location = .gateway,
        origin: Origin,
        stated: Q850Cause? = nil,
        retryAfter: Duration? = nil,
        warning: UInt16 = 0
    ) {
        self.value = value
        self.location = location
        self.origin = origin
        self.stated = stated
        self.retryAfter = retryAfter
        self.warning = warning
    }

    /// A decision of this gateway.
    package static func local(_ reason: LocalReason, _ value: Q850Cause) -> ReleaseCause {
        ReleaseCause(value, origin: .local(reason))
    }

    /// The ordinary end of an answered call.
    package static let normal = ReleaseCause(.normalClearing, location: .user, origin: .sipRequest("BYE"))
}
