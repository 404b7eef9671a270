package import CallModel
package import H323Syntax
import ProtocolKit

/// Why a call ended, as a ReleaseComplete tells it: a Q.850 cause, where it was set, and the reason of H.225.0.
package struct SignalingClearing: Sendable {
    /// The cause value.
    package var cause: Q850Cause

    /// Where the cause was set (Q.850 table 2-2): 0 the user, 10 beyond an interworking point, others networks.
    package var location: UInt8

    /// The reason, if one was given.
    package var reason: H225.ReleaseCompleteReason?

    package init(_ cause: Q850Cause, location: UInt8 = 0, reason: H225.ReleaseCompleteReason? = nil) {
        self.cause = cause
        self.location = location
        self.reason = reason
    }

    /// Reads a ReleaseComplete; the cause wins over the reason, and a call that says neither ended normally.
    init(cause: Q931Cause?, reason: H225.ReleaseCompleteReason?) {
        let implied = reason.map { Q850Cause(clearing: $0) }
        let stated = cause.flatMap { $0.codingStandard == 0 && $0.value > 0 ? Q850Cause(rawValue: $0.value) : nil }
        self.init(
            stated ?? implied ?? .normalClearing,
            location: cause?.location ?? 0,
            reason: reason
        )
    }
}

extension Q850Cause {
    /// The cause that a reason stands for (H.225.0 table 5).
    package init(clearing reason: H225.ReleaseCompleteReason) {
        switch reason {
        case .noBandwidth: self = .noCircuitAvailable
        case .gatekeeperResources, .newConnectionNeeded: self = .resourceUnavailable
        case .unreachableDestination: self = .noRouteToDestination
        case .destinationRejection, .facilityCallDeflection: self = .normalClearing
        case .invalidRevision: self = .incompatibleDestination
        case .noPermission: self = .protocolError
        case .unreachableGatekeeper: self = .networkOutOfOrder
        case .gatewayResources: self = .congestion
        case .badFormatAddress: self = .invalidNumberFormat
        case .adaptiveBusy: self = .temporaryFailure
        case .inConf: self = .userBusy
        case .calledPartyNotRegistered: self = .subscriberAbsent
        case .nonStandardReason, .tunnelledSignallingRejected: self = .interworking
        case .hopCountExceeded: self = .exchangeRoutingError
        case .undefinedReason, .securityDenied, .callerNotRegistered, .replaceWithConferenceInvite,
            .genericDataReason, .neededFeatureNotSupported, .invalidCID, .securityError, .unrecognized:
            self = .normalUnspecified
        }
    }

    /// The reason that says the same beside the cause; `nil` where none does.
    package var clearingReason: H225.ReleaseCompleteReason? {
        switch self {
        case .noRouteToDestination: .unreachableDestination
        case .normalClearing: .destinationRejection
        case .userBusy: .inConf
        case .subscriberAbsent: .calledPartyNotRegistered
        case .invalidNumberFormat: .badFormatAddress
        case .normalUnspecified: .undefinedReason
        case .noCircuitAvailable: .noBandwidth
        case .networkOutOfOrder: .unreachableGatekeeper
        case .temporaryFailure: .adaptiveBusy
        case .congestion: .gatewayResources
        case .resourceUnavailable: .gatekeeperResources
        case .incompatibleDestination: .invalidRevision
        default: nil
        }
    }
}
