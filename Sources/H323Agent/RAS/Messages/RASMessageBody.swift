package import H323Syntax

/// The contents of one RAS message: each has a number, and may prove who sent it (H.225.0 clause 7.6).
package protocol RASMessageBody: PERValue {
    /// What the message is for.
    static var role: RASRole { get }

    /// The number that a request and its answers share, 1 to 65535.
    var requestSeqNum: H225.RequestSeqNum { get set }

    /// Tokens that are not encrypted (H.235.0 clause 8.2).
    var tokens: [H235.ClearToken]? { get set }

    /// Tokens that are encrypted, signed or hashed.
    var cryptoTokens: [H225.CryptoH323Token]? { get set }

    /// A check of the whole message.
    var integrityCheckValue: H225.ICV? { get set }

    /// The message that has these contents.
    var message: H225.RasMessage { get }
}

extension H225.RasMessage {
    /// The contents; `nil` of a message that only a newer version of the standard knows, and of several ACFs in one.
    package var body: (any RASMessageBody)? {
        switch self {
        case .gatekeeperRequest(let body): body
        case .gatekeeperConfirm(let body): body
        case .gatekeeperReject(let body): body
        case .registrationRequest(let body): body
        case .registrationConfirm(let body): body
        case .registrationReject(let body): body
        case .unregistrationRequest(let body): body
        case .unregistrationConfirm(let body): body
        case .unregistrationReject(let body): body
        case .admissionRequest(let body): body
        case .admissionConfirm(let body): body
        case .admissionReject(let body): body
        case .bandwidthRequest(let body): body
        case .bandwidthConfirm(let body): body
        case .bandwidthReject(let body): body
        case .disengageRequest(let body): body
        case .disengageConfirm(let body): body
        case .disengageReject(let body): body
        case .locationRequest(let body): body
        case .locationConfirm(let body): body
        case .locationReject(let body): body
        case .infoRequest(let body): body
        case .infoRequestResponse(let body): body
        case .nonStandardMessage(let body): body
        case .unknownMessageResponse(let body): body
        case .requestInProgress(let body): body
        case .resourcesAvailableIndicate(let body): body
        case .resourcesAvailableConfirm(let body): body
        case .infoRequestAck(let body): body
        case .infoRequestNak(let body): body
        case .serviceControlIndication(let body): body
        case .serviceControlResponse(let body): body
        case .admissionConfirmSequence, .unrecognized: nil
        }
    }
}

extension H225.GatekeeperRequest: RASMessageBody {
    package static let role = RASRole.request(.discovery)

    package var message: H225.RasMessage {
        .gatekeeperRequest(self)
    }
}

extension H225.GatekeeperConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.discovery)

    package var message: H225.RasMessage {
        .gatekeeperConfirm(self)
    }
}

extension H225.GatekeeperReject: RASMessageBody {
    package static let role = RASRole.reject(.discovery)

    package var message: H225.RasMessage {
        .gatekeeperReject(self)
    }
}

extension H225.RegistrationRequest: RASMessageBody {
    package static let role = RASRole.request(.registration)

    package var message: H225.RasMessage {
        .registrationRequest(self)
    }
}

extension H225.RegistrationConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.registration)

    package var message: H225.RasMessage {
        .registrationConfirm(self)
    }
}

extension H225.RegistrationReject: RASMessageBody {
    package static let role = RASRole.reject(.registration)

    package var message: H225.RasMessage {
        .registrationReject(self)
    }
}

extension H225.UnregistrationRequest: RASMessageBody {
    package static let role = RASRole.request(.unregistration)

    package var message: H225.RasMessage {
        .unregistrationRequest(self)
    }
}

extension H225.UnregistrationConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.unregistration)

    package var message: H225.RasMessage {
        .unregistrationConfirm(self)
    }
}

extension H225.UnregistrationReject: RASMessageBody {
    package static let role = RASRole.reject(.unregistration)

    package var message: H225.RasMessage {
        .unregistrationReject(self)
    }
}

extension H225.AdmissionRequest: RASMessageBody {
    package static let role = RASRole.request(.admission)

    package var message: H225.RasMessage {
        .admissionRequest(self)
    }
}

extension H225.AdmissionConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.admission)

    package var message: H225.RasMessage {
        .admissionConfirm(self)
    }
}

extension H225.AdmissionReject: RASMessageBody {
    package static let role = RASRole.reject(.admission)

    package var message: H225.RasMessage {
        .admissionReject(self)
    }
}

extension H225.BandwidthRequest: RASMessageBody {
    package static let role = RASRole.request(.bandwidth)

    package var message: H225.RasMessage {
        .bandwidthRequest(self)
    }
}

extension H225.BandwidthConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.bandwidth)

    package var message: H225.RasMessage {
        .bandwidthConfirm(self)
    }
}

extension H225.BandwidthReject: RASMessageBody {
    package static let role = RASRole.reject(.bandwidth)

    package var message: H225.RasMessage {
        .bandwidthReject(self)
    }
}

extension H225.DisengageRequest: RASMessageBody {
    package static let role = RASRole.request(.disengage)

    package var message: H225.RasMessage {
        .disengageRequest(self)
    }
}

extension H225.DisengageConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.disengage)

    package var message: H225.RasMessage {
        .disengageConfirm(self)
    }
}

extension H225.DisengageReject: RASMessageBody {
    package static let role = RASRole.reject(.disengage)

    package var message: H225.RasMessage {
        .disengageReject(self)
    }
}

extension H225.LocationRequest: RASMessageBody {
    package static let role = RASRole.request(.location)

    package var message: H225.RasMessage {
        .locationRequest(self)
    }
}

extension H225.LocationConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.location)

    package var message: H225.RasMessage {
        .locationConfirm(self)
    }
}

extension H225.LocationReject: RASMessageBody {
    package static let role = RASRole.reject(.location)

    package var message: H225.RasMessage {
        .locationReject(self)
    }
}

extension H225.InfoRequest: RASMessageBody {
    package static let role = RASRole.request(.information)

    package var message: H225.RasMessage {
        .infoRequest(self)
    }
}

extension H225.InfoRequestResponse: RASMessageBody {
    package static let role = RASRole.informationResponse

    package var message: H225.RasMessage {
        .infoRequestResponse(self)
    }
}

extension H225.NonStandardMessage: RASMessageBody {
    package static let role = RASRole.nonStandard

    package var message: H225.RasMessage {
        .nonStandardMessage(self)
    }
}

extension H225.UnknownMessageResponse: RASMessageBody {
    package static let role = RASRole.notUnderstood

    package var message: H225.RasMessage {
        .unknownMessageResponse(self)
    }
}

extension H225.RequestInProgress: RASMessageBody {
    package static let role = RASRole.inProgress

    package var message: H225.RasMessage {
        .requestInProgress(self)
    }
}

extension H225.ResourcesAvailableIndicate: RASMessageBody {
    package static let role = RASRole.request(.resources)

    package var message: H225.RasMessage {
        .resourcesAvailableIndicate(self)
    }
}

extension H225.ResourcesAvailableConfirm: RASMessageBody {
    package static let role = RASRole.confirm(.resources)

    package var message: H225.RasMessage {
        .resourcesAvailableConfirm(self)
    }
}

extension H225.InfoRequestAck: RASMessageBody {
    package static let role = RASRole.confirm(.informationReport)

    package var message: H225.RasMessage {
        .infoRequestAck(self)
    }
}

extension H225.InfoRequestNak: RASMessageBody {
    package static let role = RASRole.reject(.informationReport)

    package var message: H225.RasMessage {
        .infoRequestNak(self)
    }
}

extension H225.ServiceControlIndication: RASMessageBody {
    package static let role = RASRole.request(.serviceControl)

    package var message: H225.RasMessage {
        .serviceControlIndication(self)
    }
}

extension H225.ServiceControlResponse: RASMessageBody {
    package static let role = RASRole.confirm(.serviceControl)

    package var message: H225.RasMessage {
        .serviceControlResponse(self)
    }
}
