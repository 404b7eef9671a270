package import CallModel
import H323Syntax
package import ProtocolKit

/// Why something that RAS was asked for is not to be had: the neutral value and the standard's own word.
package struct RASRefusal: Hashable, Sendable {
    /// The Q.850 value for the caller.
    package let cause: Q850Cause

    /// The reason as the standard names it, `calledPartyNotRegistered`; one of ours when no peer has spoken.
    package let reason: ByteString

    package init(_ cause: Q850Cause, _ reason: ByteString) {
        self.cause = cause
        self.reason = reason
    }

    /// There is no gatekeeper that would have us.
    static let notRegistered = RASRefusal(.networkOutOfOrder, "not registered")

    /// The gatekeeper does not answer.
    static let noAnswer = RASRefusal(.networkOutOfOrder, "no answer")

    /// The gatekeeper does not know the message.
    static let notUnderstood = RASRefusal(.serviceNotImplemented, "message not understood")

    /// A bound of our own configuration.
    static let limit = RASRefusal(.resourceUnavailable, "limit")
}

extension H225.AdmissionRejectReason {
    /// What it means for a call.
    var refusal: RASRefusal {
        switch self {
        case .calledPartyNotRegistered: RASRefusal(.subscriberAbsent, "calledPartyNotRegistered")
        case .invalidPermission: RASRefusal(.callRejected, "invalidPermission")
        case .requestDenied: RASRefusal(.callRejected, "requestDenied")
        case .undefinedReason: RASRefusal(.normalUnspecified, "undefinedReason")
        case .callerNotRegistered: RASRefusal(.callRejected, "callerNotRegistered")
        case .routeCallToGatekeeper: RASRefusal(.callRejected, "routeCallToGatekeeper")
        case .invalidEndpointIdentifier: RASRefusal(.callRejected, "invalidEndpointIdentifier")
        case .resourceUnavailable: RASRefusal(.noCircuitAvailable, "resourceUnavailable")
        case .securityDenial: RASRefusal(.callRejected, "securityDenial")
        case .qosControlNotSupported: RASRefusal(.bearerCapabilityNotAvailable, "qosControlNotSupported")
        case .incompleteAddress: RASRefusal(.invalidNumberFormat, "incompleteAddress")
        case .aliasesInconsistent: RASRefusal(.invalidNumberFormat, "aliasesInconsistent")
        case .routeCallToSCN: RASRefusal(.noRouteToDestination, "routeCallToSCN")
        case .exceedsCallCapacity: RASRefusal(.noCircuitAvailable, "exceedsCallCapacity")
        case .collectDestination: RASRefusal(.invalidNumberFormat, "collectDestination")
        case .collectPIN: RASRefusal(.callRejected, "collectPIN")
        case .genericDataReason: RASRefusal(.normalUnspecified, "genericDataReason")
        case .neededFeatureNotSupported: RASRefusal(.normalUnspecified, "neededFeatureNotSupported")
        case .securityError: RASRefusal(.callRejected, "securityError")
        case .securityDHmismatch: RASRefusal(.callRejected, "securityDHmismatch")
        case .noRouteToDestination: RASRefusal(.noRouteToDestination, "noRouteToDestination")
        case .unallocatedNumber: RASRefusal(.unallocatedNumber, "unallocatedNumber")
        case .registerWithAssignedGK: RASRefusal(.callRejected, "registerWithAssignedGK")
        case .unrecognized: RASRefusal(.normalUnspecified, "unknown reason")
        }
    }
}

extension H225.RegistrationRejectReason {
    /// What it means for the registration.
    var refusal: RASRefusal {
        switch self {
        case .discoveryRequired: RASRefusal(.networkOutOfOrder, "discoveryRequired")
        case .invalidRevision: RASRefusal(.incompatibleDestination, "invalidRevision")
        case .invalidCallSignalAddress: RASRefusal(.protocolError, "invalidCallSignalAddress")
        case .invalidRASAddress: RASRefusal(.protocolError, "invalidRASAddress")
        case .duplicateAlias: RASRefusal(.callRejected, "duplicateAlias")
        case .invalidTerminalType: RASRefusal(.callRejected, "invalidTerminalType")
        case .undefinedReason: RASRefusal(.normalUnspecified, "undefinedReason")
        case .transportNotSupported: RASRefusal(.incompatibleDestination, "transportNotSupported")
        case .transportQOSNotSupported: RASRefusal(.incompatibleDestination, "transportQOSNotSupported")
        case .resourceUnavailable: RASRefusal(.resourceUnavailable, "resourceUnavailable")
        case .invalidAlias: RASRefusal(.callRejected, "invalidAlias")
        case .securityDenial: RASRefusal(.callRejected, "securityDenial")
        case .fullRegistrationRequired: RASRefusal(.networkOutOfOrder, "fullRegistrationRequired")
        case .additiveRegistrationNotSupported: RASRefusal(.protocolError, "additiveRegistrationNotSupported")
        case .invalidTerminalAliases: RASRefusal(.callRejected, "invalidTerminalAliases")
        case .genericDataReason: RASRefusal(.normalUnspecified, "genericDataReason")
        case .neededFeatureNotSupported: RASRefusal(.normalUnspecified, "neededFeatureNotSupported")
        case .securityError: RASRefusal(.callRejected, "securityError")
        case .registerWithAssignedGK: RASRefusal(.callRejected, "registerWithAssignedGK")
        case .unrecognized: RASRefusal(.normalUnspecified, "unknown reason")
        }
    }
}

extension H225.GatekeeperRejectReason {
    /// What it means for the discovery.
    var refusal: RASRefusal {
        switch self {
        case .resourceUnavailable: RASRefusal(.resourceUnavailable, "resourceUnavailable")
        case .terminalExcluded: RASRefusal(.callRejected, "terminalExcluded")
        case .invalidRevision: RASRefusal(.incompatibleDestination, "invalidRevision")
        case .undefinedReason: RASRefusal(.normalUnspecified, "undefinedReason")
        case .securityDenial: RASRefusal(.callRejected, "securityDenial")
        case .genericDataReason: RASRefusal(.normalUnspecified, "genericDataReason")
        case .neededFeatureNotSupported: RASRefusal(.normalUnspecified, "neededFeatureNotSupported")
        case .securityError: RASRefusal(.callRejected, "securityError")
        case .unrecognized: RASRefusal(.normalUnspecified, "unknown reason")
        }
    }
}

extension H225.BandRejectReason {
    /// What it means for the bandwidth of a call.
    var refusal: RASRefusal {
        switch self {
        case .notBound: RASRefusal(.callRejected, "notBound")
        case .invalidConferenceID: RASRefusal(.protocolError, "invalidConferenceID")
        case .invalidPermission: RASRefusal(.callRejected, "invalidPermission")
        case .insufficientResources: RASRefusal(.noCircuitAvailable, "insufficientResources")
        case .invalidRevision: RASRefusal(.incompatibleDestination, "invalidRevision")
        case .undefinedReason: RASRefusal(.normalUnspecified, "undefinedReason")
        case .securityDenial: RASRefusal(.callRejected, "securityDenial")
        case .securityError: RASRefusal(.callRejected, "securityError")
        case .unrecognized: RASRefusal(.normalUnspecified, "unknown reason")
        }
    }
}

extension H225.LocationRejectReason {
    /// What it means for the call that the location was for.
    var refusal: RASRefusal {
        switch self {
        case .notRegistered: RASRefusal(.subscriberAbsent, "notRegistered")
        case .invalidPermission: RASRefusal(.callRejected, "invalidPermission")
        case .requestDenied: RASRefusal(.callRejected, "requestDenied")
        case .undefinedReason: RASRefusal(.normalUnspecified, "undefinedReason")
        case .securityDenial: RASRefusal(.callRejected, "securityDenial")
        case .aliasesInconsistent: RASRefusal(.invalidNumberFormat, "aliasesInconsistent")
        case .routeCalltoSCN: RASRefusal(.noRouteToDestination, "routeCalltoSCN")
        case .resourceUnavailable: RASRefusal(.noCircuitAvailable, "resourceUnavailable")
        case .genericDataReason: RASRefusal(.normalUnspecified, "genericDataReason")
        case .neededFeatureNotSupported: RASRefusal(.normalUnspecified, "neededFeatureNotSupported")
        case .hopCountExceeded: RASRefusal(.exchangeRoutingError, "hopCountExceeded")
        case .incompleteAddress: RASRefusal(.invalidNumberFormat, "incompleteAddress")
        case .securityError: RASRefusal(.callRejected, "securityError")
        case .securityDHmismatch: RASRefusal(.callRejected, "securityDHmismatch")
        case .noRouteToDestination: RASRefusal(.noRouteToDestination, "noRouteToDestination")
        case .unallocatedNumber: RASRefusal(.unallocatedNumber, "unallocatedNumber")
        case .unrecognized: RASRefusal(.normalUnspecified, "unknown reason")
        }
    }
}
