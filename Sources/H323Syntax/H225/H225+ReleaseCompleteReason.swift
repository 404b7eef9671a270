// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Why a call is over, when the Cause element does not tell (clause 7.2.2.8, table 5).
    package enum ReleaseCompleteReason: PERValue {
        case noBandwidth
        case gatekeeperResources
        case unreachableDestination
        case destinationRejection
        case invalidRevision
        case noPermission
        case unreachableGatekeeper
        case gatewayResources
        case badFormatAddress
        case adaptiveBusy
        case inConf
        case undefinedReason
        case facilityCallDeflection
        case securityDenied
        case calledPartyNotRegistered
        case callerNotRegistered
        case newConnectionNeeded
        indirect case nonStandardReason(H225.NonStandardParameter)
        case replaceWithConferenceInvite(H225.ConferenceIdentifier)
        case genericDataReason
        case neededFeatureNotSupported
        case tunnelledSignallingRejected
        case invalidCID
        case securityError(H225.SecurityErrors)
        case hopCountExceeded
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ReleaseCompleteReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .facilityCallDeflection
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .securityDenied
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .calledPartyNotRegistered
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .callerNotRegistered
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .newConnectionNeeded
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .nonStandardReason(try H225.NonStandardParameter(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .replaceWithConferenceInvite(try reader.takeOctets(16, 16))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .genericDataReason
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .neededFeatureNotSupported
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .tunnelledSignallingRejected
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .invalidCID
                reader.leaveOpenType()
            case 11:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors(from: &reader))
                reader.leaveOpenType()
            case 12:
                try reader.enterOpenType()
                self = .hopCountExceeded
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 11) {
        case 0:
            self = .noBandwidth
        case 1:
            self = .gatekeeperResources
        case 2:
            self = .unreachableDestination
        case 3:
            self = .destinationRejection
        case 4:
            self = .invalidRevision
        case 5:
            self = .noPermission
        case 6:
            self = .unreachableGatekeeper
        case 7:
            self = .gatewayResources
        case 8:
            self = .badFormatAddress
        case 9:
            self = .adaptiveBusy
        case 10:
            self = .inConf
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noBandwidth:
            writer.putExtensibleChoice(0, of: 12)
        case .gatekeeperResources:
            writer.putExtensibleChoice(1, of: 12)
        case .unreachableDestination:
            writer.putExtensibleChoice(2, of: 12)
        case .destinationRejection:
            writer.putExtensibleChoice(3, of: 12)
        case .invalidRevision:
            writer.putExtensibleChoice(4, of: 12)
        case .noPermission:
            writer.putExtensibleChoice(5, of: 12)
        case .unreachableGatekeeper:
            writer.putExtensibleChoice(6, of: 12)
        case .gatewayResources:
            writer.putExtensibleChoice(7, of: 12)
        case .badFormatAddress:
            writer.putExtensibleChoice(8, of: 12)
        case .adaptiveBusy:
            writer.putExtensibleChoice(9, of: 12)
        case .inConf:
            writer.putExtensibleChoice(10, of: 12)
        case .undefinedReason:
            writer.putExtensibleChoice(11, of: 12)
        case .facilityCallDeflection:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .securityDenied:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .calledPartyNotRegistered:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .callerNotRegistered:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .newConnectionNeeded:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .nonStandardReason(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .replaceWithConferenceInvite(let value):
            let start = writer.beginAddition(6)
            writer.putOctets(value, 16, 16)
            writer.endOpenType(start)
        case .genericDataReason:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .neededFeatureNotSupported:
            let start = writer.beginAddition(8)
            writer.endOpenType(start)
        case .tunnelledSignallingRejected:
            let start = writer.beginAddition(9)
            writer.endOpenType(start)
        case .invalidCID:
            let start = writer.beginAddition(10)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(11)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .hopCountExceeded:
            let start = writer.beginAddition(12)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
