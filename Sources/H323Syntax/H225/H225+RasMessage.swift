// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// A message between an endpoint and its gatekeeper, or between gatekeepers (clause 7.6).
    package enum RasMessage: PERValue {
        indirect case gatekeeperRequest(H225.GatekeeperRequest)
        indirect case gatekeeperConfirm(H225.GatekeeperConfirm)
        indirect case gatekeeperReject(H225.GatekeeperReject)
        indirect case registrationRequest(H225.RegistrationRequest)
        indirect case registrationConfirm(H225.RegistrationConfirm)
        indirect case registrationReject(H225.RegistrationReject)
        indirect case unregistrationRequest(H225.UnregistrationRequest)
        indirect case unregistrationConfirm(H225.UnregistrationConfirm)
        indirect case unregistrationReject(H225.UnregistrationReject)
        indirect case admissionRequest(H225.AdmissionRequest)
        indirect case admissionConfirm(H225.AdmissionConfirm)
        indirect case admissionReject(H225.AdmissionReject)
        indirect case bandwidthRequest(H225.BandwidthRequest)
        indirect case bandwidthConfirm(H225.BandwidthConfirm)
        indirect case bandwidthReject(H225.BandwidthReject)
        indirect case disengageRequest(H225.DisengageRequest)
        indirect case disengageConfirm(H225.DisengageConfirm)
        indirect case disengageReject(H225.DisengageReject)
        indirect case locationRequest(H225.LocationRequest)
        indirect case locationConfirm(H225.LocationConfirm)
        indirect case locationReject(H225.LocationReject)
        indirect case infoRequest(H225.InfoRequest)
        indirect case infoRequestResponse(H225.InfoRequestResponse)
        indirect case nonStandardMessage(H225.NonStandardMessage)
        indirect case unknownMessageResponse(H225.UnknownMessageResponse)
        indirect case requestInProgress(H225.RequestInProgress)
        indirect case resourcesAvailableIndicate(H225.ResourcesAvailableIndicate)
        indirect case resourcesAvailableConfirm(H225.ResourcesAvailableConfirm)
        indirect case infoRequestAck(H225.InfoRequestAck)
        indirect case infoRequestNak(H225.InfoRequestNak)
        indirect case serviceControlIndication(H225.ServiceControlIndication)
        indirect case serviceControlResponse(H225.ServiceControlResponse)
        case admissionConfirmSequence([H225.AdmissionConfirm])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.RasMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .requestInProgress(try H225.RequestInProgress(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .resourcesAvailableIndicate(try H225.ResourcesAvailableIndicate(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .resourcesAvailableConfirm(try H225.ResourcesAvailableConfirm(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .infoRequestAck(try H225.InfoRequestAck(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .infoRequestNak(try H225.InfoRequestNak(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .serviceControlIndication(try H225.ServiceControlIndication(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .serviceControlResponse(try H225.ServiceControlResponse(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .admissionConfirmSequence(try reader.takeList(0, nil, of: H225.AdmissionConfirm.init(from:)))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 24) {
        case 0:
            self = .gatekeeperRequest(try H225.GatekeeperRequest(from: &reader))
        case 1:
            self = .gatekeeperConfirm(try H225.GatekeeperConfirm(from: &reader))
        case 2:
            self = .gatekeeperReject(try H225.GatekeeperReject(from: &reader))
        case 3:
            self = .registrationRequest(try H225.RegistrationRequest(from: &reader))
        case 4:
            self = .registrationConfirm(try H225.RegistrationConfirm(from: &reader))
        case 5:
            self = .registrationReject(try H225.RegistrationReject(from: &reader))
        case 6:
            self = .unregistrationRequest(try H225.UnregistrationRequest(from: &reader))
        case 7:
            self = .unregistrationConfirm(try H225.UnregistrationConfirm(from: &reader))
        case 8:
            self = .unregistrationReject(try H225.UnregistrationReject(from: &reader))
        case 9:
            self = .admissionRequest(try H225.AdmissionRequest(from: &reader))
        case 10:
            self = .admissionConfirm(try H225.AdmissionConfirm(from: &reader))
        case 11:
            self = .admissionReject(try H225.AdmissionReject(from: &reader))
        case 12:
            self = .bandwidthRequest(try H225.BandwidthRequest(from: &reader))
        case 13:
            self = .bandwidthConfirm(try H225.BandwidthConfirm(from: &reader))
        case 14:
            self = .bandwidthReject(try H225.BandwidthReject(from: &reader))
        case 15:
            self = .disengageRequest(try H225.DisengageRequest(from: &reader))
        case 16:
            self = .disengageConfirm(try H225.DisengageConfirm(from: &reader))
        case 17:
            self = .disengageReject(try H225.DisengageReject(from: &reader))
        case 18:
            self = .locationRequest(try H225.LocationRequest(from: &reader))
        case 19:
            self = .locationConfirm(try H225.LocationConfirm(from: &reader))
        case 20:
            self = .locationReject(try H225.LocationReject(from: &reader))
        case 21:
            self = .infoRequest(try H225.InfoRequest(from: &reader))
        case 22:
            self = .infoRequestResponse(try H225.InfoRequestResponse(from: &reader))
        case 23:
            self = .nonStandardMessage(try H225.NonStandardMessage(from: &reader))
        default:
            self = .unknownMessageResponse(try H225.UnknownMessageResponse(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .gatekeeperRequest(let value):
            writer.putExtensibleChoice(0, of: 25)
            value.encode(into: &writer)
        case .gatekeeperConfirm(let value):
            writer.putExtensibleChoice(1, of: 25)
            value.encode(into: &writer)
        case .gatekeeperReject(let value):
            writer.putExtensibleChoice(2, of: 25)
            value.encode(into: &writer)
        case .registrationRequest(let value):
            writer.putExtensibleChoice(3, of: 25)
            value.encode(into: &writer)
        case .registrationConfirm(let value):
            writer.putExtensibleChoice(4, of: 25)
            value.encode(into: &writer)
        case .registrationReject(let value):
            writer.putExtensibleChoice(5, of: 25)
            value.encode(into: &writer)
        case .unregistrationRequest(let value):
            writer.putExtensibleChoice(6, of: 25)
            value.encode(into: &writer)
        case .unregistrationConfirm(let value):
            writer.putExtensibleChoice(7, of: 25)
            value.encode(into: &writer)
        case .unregistrationReject(let value):
            writer.putExtensibleChoice(8, of: 25)
            value.encode(into: &writer)
        case .admissionRequest(let value):
            writer.putExtensibleChoice(9, of: 25)
            value.encode(into: &writer)
        case .admissionConfirm(let value):
            writer.putExtensibleChoice(10, of: 25)
            value.encode(into: &writer)
        case .admissionReject(let value):
            writer.putExtensibleChoice(11, of: 25)
            value.encode(into: &writer)
        case .bandwidthRequest(let value):
            writer.putExtensibleChoice(12, of: 25)
            value.encode(into: &writer)
        case .bandwidthConfirm(let value):
            writer.putExtensibleChoice(13, of: 25)
            value.encode(into: &writer)
        case .bandwidthReject(let value):
            writer.putExtensibleChoice(14, of: 25)
            value.encode(into: &writer)
        case .disengageRequest(let value):
            writer.putExtensibleChoice(15, of: 25)
            value.encode(into: &writer)
        case .disengageConfirm(let value):
            writer.putExtensibleChoice(16, of: 25)
            value.encode(into: &writer)
        case .disengageReject(let value):
            writer.putExtensibleChoice(17, of: 25)
            value.encode(into: &writer)
        case .locationRequest(let value):
            writer.putExtensibleChoice(18, of: 25)
            value.encode(into: &writer)
        case .locationConfirm(let value):
            writer.putExtensibleChoice(19, of: 25)
            value.encode(into: &writer)
        case .locationReject(let value):
            writer.putExtensibleChoice(20, of: 25)
            value.encode(into: &writer)
        case .infoRequest(let value):
            writer.putExtensibleChoice(21, of: 25)
            value.encode(into: &writer)
        case .infoRequestResponse(let value):
            writer.putExtensibleChoice(22, of: 25)
            value.encode(into: &writer)
        case .nonStandardMessage(let value):
            writer.putExtensibleChoice(23, of: 25)
            value.encode(into: &writer)
        case .unknownMessageResponse(let value):
            writer.putExtensibleChoice(24, of: 25)
            value.encode(into: &writer)
        case .requestInProgress(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .resourcesAvailableIndicate(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .resourcesAvailableConfirm(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .infoRequestAck(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .infoRequestNak(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .serviceControlIndication(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .serviceControlResponse(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .admissionConfirmSequence(let value):
            let start = writer.beginAddition(7)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
