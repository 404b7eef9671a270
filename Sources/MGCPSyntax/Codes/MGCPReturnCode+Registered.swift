extension MGCPReturnCode {
    /// Response acknowledgement.
    package static let acknowledgement = MGCPReturnCode(registered: 0)
    /// Being executed.
    package static let executing = MGCPReturnCode(registered: 100)
    /// Queued for execution.
    package static let queued = MGCPReturnCode(registered: 101)
    /// OK.
    package static let executed = MGCPReturnCode(registered: 200)
    /// Connection deleted.
    package static let connectionDeleted = MGCPReturnCode(registered: 250)
    /// Transient error.
    package static let transientError = MGCPReturnCode(registered: 400)
    /// Phone is off hook.
    package static let offHook = MGCPReturnCode(registered: 401)
    /// Phone is on hook.
    package static let onHook = MGCPReturnCode(registered: 402)
    /// No resources at this time.
    package static let noResourcesNow = MGCPReturnCode(registered: 403)
    /// No bandwidth at this time.
    package static let noBandwidthNow = MGCPReturnCode(registered: 404)
    /// Endpoint is restarting.
    package static let restartingNow = MGCPReturnCode(registered: 405)
    /// Transaction timed out.
    package static let timedOut = MGCPReturnCode(registered: 406)
    /// Transaction aborted.
    package static let aborted = MGCPReturnCode(registered: 407)
    /// Overload.
    package static let overloaded = MGCPReturnCode(registered: 409)
    /// No endpoint available.
    package static let noEndpointAvailable = MGCPReturnCode(registered: 410)
    /// Unknown endpoint.
    package static let unknownEndpoint = MGCPReturnCode(registered: 500)
    /// Endpoint is not ready.
    package static let endpointNotReady = MGCPReturnCode(registered: 501)
    /// Insufficient resources.
    package static let insufficientResources = MGCPReturnCode(registered: 502)
    /// All-of wildcard too complicated.
    package static let wildcardTooComplicated = MGCPReturnCode(registered: 503)
    /// Unknown or unsupported command.
    package static let unknownCommand = MGCPReturnCode(registered: 504)
    /// Unsupported remote connection descriptor.
    package static let unsupportedRemoteDescriptor = MGCPReturnCode(registered: 505)
    /// Options and remote descriptor conflict.
    package static let unsatisfiableOptions = MGCPReturnCode(registered: 506)
    /// Unsupported functionality.
    package static let unsupportedFunctionality = MGCPReturnCode(registered: 507)
    /// Unsupported quarantine handling.
    package static let unsupportedQuarantine = MGCPReturnCode(registered: 508)
    /// Error in remote connection descriptor.
    package static let remoteDescriptorError = MGCPReturnCode(registered: 509)
    /// Protocol error.
    package static let protocolError = MGCPReturnCode(registered: 510)
    /// Unrecognized extension.
    package static let unrecognizedExtension = MGCPReturnCode(registered: 511)
    /// Cannot detect a requested event.
    package static let undetectableEvent = MGCPReturnCode(registered: 512)
    /// Cannot generate a requested signal.
    package static let ungeneratableSignal = MGCPReturnCode(registered: 513)
    /// Cannot send the announcement.
    package static let unknownAnnouncement = MGCPReturnCode(registered: 514)
    /// Incorrect connection identifier.
    package static let incorrectConnection = MGCPReturnCode(registered: 515)
    /// Unknown call identifier.
    package static let unknownCall = MGCPReturnCode(registered: 516)
    /// Unsupported or invalid mode.
    package static let unsupportedMode = MGCPReturnCode(registered: 517)
    /// Unsupported or unknown package.
    package static let unsupportedPackage = MGCPReturnCode(registered: 518)
    /// Endpoint has no digit map.
    package static let noDigitMap = MGCPReturnCode(registered: 519)
    /// Endpoint is restarting.
    package static let restarting = MGCPReturnCode(registered: 520)
    /// Redirected to another call agent.
    package static let redirected = MGCPReturnCode(registered: 521)
    /// No such event or signal.
    package static let unknownEvent = MGCPReturnCode(registered: 522)
    /// Unknown or illegal combination of actions.
    package static let unknownAction = MGCPReturnCode(registered: 523)
    /// Inconsistent local connection options.
    package static let inconsistentOptions = MGCPReturnCode(registered: 524)
    /// Unknown extension in local connection options.
    package static let unknownOption = MGCPReturnCode(registered: 525)
    /// Insufficient bandwidth.
    package static let insufficientBandwidth = MGCPReturnCode(registered: 526)
    /// Missing remote connection descriptor.
    package static let missingRemoteDescriptor = MGCPReturnCode(registered: 527)
    /// Incompatible protocol version.
    package static let incompatibleVersion = MGCPReturnCode(registered: 528)
    /// Internal hardware failure.
    package static let hardwareFailure = MGCPReturnCode(registered: 529)
    /// CAS signaling protocol error.
    package static let channelSignalingError = MGCPReturnCode(registered: 530)
    /// Failure of a grouping of trunks.
    package static let groupFailure = MGCPReturnCode(registered: 531)
    /// Unsupported value in local connection options.
    package static let unsupportedOptionValue = MGCPReturnCode(registered: 532)
    /// Response too large.
    package static let responseTooLarge = MGCPReturnCode(registered: 533)
    /// Codec negotiation failure.
    package static let codecNegotiationFailure = MGCPReturnCode(registered: 534)
    /// Packetization period not supported.
    package static let unsupportedPacketizationPeriod = MGCPReturnCode(registered: 535)
    /// Unknown or unsupported restart method.
    package static let unsupportedRestartMethod = MGCPReturnCode(registered: 536)
    /// Unknown or unsupported digit map extension.
    package static let unknownDigitMapExtension = MGCPReturnCode(registered: 537)
    /// Event or signal parameter error.
    package static let eventParameterError = MGCPReturnCode(registered: 538)
    /// Invalid or unsupported command parameter.
    package static let invalidParameter = MGCPReturnCode(registered: 539)
    /// Connection limit of the endpoint exceeded.
    package static let connectionLimitExceeded = MGCPReturnCode(registered: 540)
    /// Unsupported local connection option.
    package static let unsupportedOption = MGCPReturnCode(registered: 541)

    /// Every code of RFC 3435 §2.4, with the category that RFC 3661 §2.3 gives it.
    ///
    /// 405 and 510 stand in two categories there; here in the one whose treatment a call agent can automate.
    package static let registered: [Registration] = [
        .init(.acknowledgement, "Response acknowledgement", .normal),
        .init(.executing, "Being executed", .normal),
        .init(.queued, "Queued for execution", .normal),
        .init(.executed, "OK", .normal),
        .init(.connectionDeleted, "Connection deleted", .normal),
        .init(.transientError, "Transient error", .temporaryFailure),
        .init(.offHook, "Phone is off hook", .stateMismatch),
        .init(.onHook, "Phone is on hook", .stateMismatch),
        .init(.noResourcesNow, "No resources at this time", .temporaryFailure),
        .init(.noBandwidthNow, "No bandwidth at this time", .temporaryFailure),
        .init(.restartingNow, "Endpoint is restarting", .temporaryFailure),
        .init(.timedOut, "Transaction timed out", .temporaryFailure),
        .init(.aborted, "Transaction aborted", .specific),
        .init(.overloaded, "Overload", .temporaryFailure),
        .init(.noEndpointAvailable, "No endpoint available", .specific),
        .init(.unknownEndpoint, "Unknown endpoint", .provisioningMismatch),
        .init(.endpointNotReady, "Endpoint is not ready", .serviceFailure),
        .init(.insufficientResources, "Insufficient resources", .serviceFailure),
        .init(.wildcardTooComplicated, "All-of wildcard too complicated", .provisioningMismatch),
        .init(.unknownCommand, "Unknown or unsupported command", .provisioningMismatch),
        .init(.unsupportedRemoteDescriptor, "Unsupported remote connection descriptor", .remoteDescriptorError),
        .init(.unsatisfiableOptions, "Options and remote descriptor conflict", .remoteDescriptorError),
        .init(.unsupportedFunctionality, "Unsupported functionality", .provisioningMismatch),
        .init(.unsupportedQuarantine, "Unsupported quarantine handling", .provisioningMismatch),
        .init(.remoteDescriptorError, "Error in remote connection descriptor", .remoteDescriptorError),
        .init(.protocolError, "Protocol error", .specific),
        .init(.unrecognizedExtension, "Unrecognized extension", .provisioningMismatch),
        .init(.undetectableEvent, "Cannot detect a requested event", .provisioningMismatch),
        .init(.ungeneratableSignal, "Cannot generate a requested signal", .provisioningMismatch),
        .init(.unknownAnnouncement, "Cannot send the announcement", .provisioningMismatch),
        .init(.incorrectConnection, "Incorrect connection identifier", .stateMismatch),
        .init(.unknownCall, "Unknown call identifier", .stateMismatch),
        .init(.unsupportedMode, "Unsupported or invalid mode", .provisioningMismatch),
        .init(.unsupportedPackage, "Unsupported or unknown package", .provisioningMismatch),
        .init(.noDigitMap, "Endpoint has no digit map", .stateMismatch),
        .init(.restarting, "Endpoint is restarting", .serviceFailure),
        .init(.redirected, "Redirected to another call agent", .specific),
        .init(.unknownEvent, "No such event or signal", .provisioningMismatch),
        .init(.unknownAction, "Unknown or illegal combination of actions", .provisioningMismatch),
        .init(.inconsistentOptions, "Inconsistent local connection options", .provisioningMismatch),
        .init(.unknownOption, "Unknown extension in local connection options", .provisioningMismatch),
        .init(.insufficientBandwidth, "Insufficient bandwidth", .provisioningMismatch),
        .init(.missingRemoteDescriptor, "Missing remote connection descriptor", .remoteDescriptorError),
        .init(.incompatibleVersion, "Incompatible protocol version", .provisioningMismatch),
        .init(.hardwareFailure, "Internal hardware failure", .serviceFailure),
        .init(.channelSignalingError, "CAS signaling protocol error", .specific),
        .init(.groupFailure, "Failure of a grouping of trunks", .serviceFailure),
        .init(.unsupportedOptionValue, "Unsupported value in local connection options", .provisioningMismatch),
        .init(.responseTooLarge, "Response too large", .specific),
        .init(.codecNegotiationFailure, "Codec negotiation failure", .provisioningMismatch),
        .init(.unsupportedPacketizationPeriod, "Packetization period not supported", .specific),
        .init(.unsupportedRestartMethod, "Unknown or unsupported restart method", .provisioningMismatch),
        .init(.unknownDigitMapExtension, "Unknown or unsupported digit map extension", .provisioningMismatch),
        .init(.eventParameterError, "Event or signal parameter error", .provisioningMismatch),
        .init(.invalidParameter, "Invalid or unsupported command parameter", .provisioningMismatch),
        .init(.connectionLimitExceeded, "Connection limit of the endpoint exceeded", .stateMismatch),
        .init(.unsupportedOption, "Unsupported local connection option", .provisioningMismatch),
    ]
}

extension MGCPReturnCode.Registration {
    fileprivate init(_ code: MGCPReturnCode, _ meaning: StaticString, _ category: MGCPReturnCode.Category) {
        self.code = code
        self.meaning = meaning
        self.category = category
    }
}
