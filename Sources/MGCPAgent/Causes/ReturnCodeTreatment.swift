import CallModel
import MGCPSyntax
import ProtocolKit

/// What a refusal of a command means for the call, and what the call agent does about it (RFC 3661 §2).
///
/// No standard maps return codes to Q.850; RFC 3661 groups them by what to do, and the rows below follow it.
struct ReturnCodeTreatment: Sendable {
    /// What the call agent does.
    enum Remedy: UInt8, Sendable {
        /// The command is not repeated.
        case giveUp
        /// What is believed of the hook is wrong: it is set by what the code says.
        case learnOffHook
        case learnOnHook
        /// Another circuit may have what this one lacks.
        case tryElsewhere
        /// The connection is asked for once more with the one codec that every gateway has (RFC 3551: PCMU).
        case fallBack
        /// The endpoint restarts: it says so when it is back.
        case awaitRestart
        /// The gateway is left alone for a while.
        case backOff
        /// The endpoint is out of service until it restarts.
        case takeOutOfService
        /// The request is made again without what the gateway does not know.
        case degrade
        /// The same, and what it does not know is first of all a request that holds beyond a notification.
        case askInSteps
        /// What is believed of connections is wrong: an audit tells.
        case reconcile
        /// The request is made again with its digit map.
        case repeatDigitMap
    }

    /// Which commands a row is about.
    enum Scope: UInt8, Sendable {
        case any
        /// CRCX and MDCX.
        case connections
    }

    let code: MGCPReturnCode
    let scope: Scope
    let cause: Q850Cause
    let remedy: Remedy

    init(_ code: MGCPReturnCode, _ cause: Q850Cause, _ remedy: Remedy, in scope: Scope = .any) {
        self.code = code
        self.scope = scope
        self.cause = cause
        self.remedy = remedy
    }

    /// What is done about a refusal of this command; a code without a row goes by its group (RFC 3661 §2.1).
    static func of(_ code: MGCPReturnCode, to verb: MGCPVerb) -> ReturnCodeTreatment {
        let isConnection = verb == .createConnection || verb == .modifyConnection
        let row = Self.rows.first { $0.code == code && ($0.scope == .any || isConnection) }
        return row ?? Self.ofGroup(code)
    }

    private static func ofGroup(_ code: MGCPReturnCode) -> ReturnCodeTreatment {
        switch code.category {
        case .normal, .specific: ReturnCodeTreatment(code, .protocolError, .giveUp)
        case .serviceFailure: ReturnCodeTreatment(code, .destinationOutOfOrder, .takeOutOfService)
        case .provisioningMismatch: ReturnCodeTreatment(code, .serviceNotImplemented, .degrade)
        case .temporaryFailure: ReturnCodeTreatment(code, .temporaryFailure, .giveUp)
        case .stateMismatch: ReturnCodeTreatment(code, .temporaryFailure, .reconcile)
        case .remoteDescriptorError: ReturnCodeTreatment(code, .bearerCapabilityNotImplemented, .fallBack)
        }
    }

    /// RFC 3435 §2.4 for what the codes say, RFC 3661 §2.3 for their groups.
    private static let rows: [ReturnCodeTreatment] = [
        // The hook is not what was believed (RFC 3435 §4.4.4).
        .init(.offHook, .userBusy, .learnOffHook),
        .init(.onHook, .normalClearing, .learnOnHook),
        // Resources of this endpoint or of the gateway.
        .init(.noResourcesNow, .resourceUnavailable, .tryElsewhere),
        .init(.insufficientResources, .resourceUnavailable, .tryElsewhere),
        .init(.noBandwidthNow, .noCircuitAvailable, .fallBack, in: .connections),
        .init(.insufficientBandwidth, .noCircuitAvailable, .fallBack, in: .connections),
        .init(.noEndpointAvailable, .noCircuitAvailable, .tryElsewhere),
        .init(.connectionLimitExceeded, .noCircuitAvailable, .tryElsewhere),
        // The endpoint or the gateway as a whole.
        .init(.restartingNow, .temporaryFailure, .awaitRestart),
        .init(.restarting, .temporaryFailure, .awaitRestart),
        .init(.timedOut, .recoveryOnTimerExpiry, .giveUp),
        .init(.aborted, .temporaryFailure, .giveUp),
        .init(.overloaded, .congestion, .backOff),
        .init(.unknownEndpoint, .unallocatedNumber, .takeOutOfService),
        .init(.endpointNotReady, .destinationOutOfOrder, .takeOutOfService),
        .init(.hardwareFailure, .destinationOutOfOrder, .takeOutOfService),
        // Codecs and descriptions (RFC 3435 §2.6).
        .init(.unsupportedRemoteDescriptor, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.unsatisfiableOptions, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.remoteDescriptorError, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.inconsistentOptions, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.unknownOption, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.missingRemoteDescriptor, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.unsupportedOptionValue, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.codecNegotiationFailure, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.unsupportedPacketizationPeriod, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        .init(.unsupportedOption, .bearerCapabilityNotImplemented, .fallBack, in: .connections),
        // Events, signals and packages.
        .init(.undetectableEvent, .serviceNotImplemented, .degrade),
        .init(.ungeneratableSignal, .serviceNotImplemented, .degrade),
        .init(.unknownAnnouncement, .serviceNotImplemented, .degrade),
        .init(.unsupportedPackage, .serviceNotImplemented, .degrade),
        .init(.unknownEvent, .serviceNotImplemented, .degrade),
        .init(.unknownAction, .serviceNotImplemented, .askInSteps),
        .init(.unknownDigitMapExtension, .serviceNotImplemented, .degrade),
        .init(.eventParameterError, .serviceNotImplemented, .degrade),
        .init(.unsupportedQuarantine, .serviceNotImplemented, .askInSteps),
        .init(.noDigitMap, .serviceNotImplemented, .repeatDigitMap),
        // What is believed of connections.
        .init(.incorrectConnection, .temporaryFailure, .reconcile),
        .init(.unknownCall, .temporaryFailure, .reconcile),
        // Mistakes of one of the two: repeating them does not help.
        .init(.unsupportedMode, .bearerCapabilityNotImplemented, .giveUp),
        .init(.unsupportedFunctionality, .serviceNotImplemented, .giveUp),
        .init(.protocolError, .protocolError, .giveUp),
        .init(.unrecognizedExtension, .protocolError, .giveUp),
        .init(.invalidParameter, .protocolError, .giveUp),
    ]
}

extension ReleaseCause {
    /// A gateway has refused a command.
    init(refusal response: MGCPResponse, to verb: MGCPVerb) {
        self.init(
            ReturnCodeTreatment.of(response.code, to: verb).cause,
            location: .network,
            origin: .mgcpReturnCode(response.code.number, comment: response.commentary)
        )
    }

    /// A gateway has deleted a connection, or takes an endpoint out of service, for this reason (RFC 3435 §2.5).
    init(reason: MGCPReasonCode?) {
        let value: Q850Cause =
            switch reason?.registered {
            case .malfunction, .outOfService: .destinationOutOfOrder
            case .lowerLayerLost, .facilityFailure: .networkOutOfOrder
            case .reservationLost: .qualityOfServiceUnavailable
            case .manualIntervention: .normalUnspecified
            case .normal, nil: .normalUnspecified
            }
        self.init(value, location: .network, origin: .mgcpReasonCode(reason?.number ?? 0))
    }

    /// An endpoint has notified an event that ends its part of the call.
    init(event: ByteString, _ value: Q850Cause) {
        self.init(value, location: .user, origin: .mgcpEvent(event))
    }
}

extension Q850Cause {
    /// 49: the quality of service is not available any more.
    static let qualityOfServiceUnavailable = Q850Cause(rawValue: 49)
}
