// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `AdmissionRejectReason` (H.225.0).
    package enum AdmissionRejectReason: PERValue {
        case calledPartyNotRegistered
        case invalidPermission
        case requestDenied
        case undefinedReason
        case callerNotRegistered
        case routeCallToGatekeeper
        case invalidEndpointIdentifier
        case resourceUnavailable
        case securityDenial
        case qosControlNotSupported
        case incompleteAddress
        case aliasesInconsistent
        case routeCallToSCN([H225.PartyNumber])
        case exceedsCallCapacity
        case collectDestination
        case collectPIN
        case genericDataReason
        case neededFeatureNotSupported
        case securityError(H225.SecurityErrors2)
        case securityDHmismatch
        case noRouteToDestination
        case unallocatedNumber
        case registerWithAssignedGK
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.AdmissionRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .qosControlNotSupported
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .incompleteAddress
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .aliasesInconsistent
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .routeCallToSCN(try reader.takeList(0, nil, of: H225.PartyNumber.init(from:)))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .exceedsCallCapacity
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .collectDestination
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .collectPIN
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .genericDataReason
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .neededFeatureNotSupported
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors2(from: &reader))
                reader.leaveOpenType()
            case 11:
                try reader.enterOpenType()
                self = .securityDHmismatch
                reader.leaveOpenType()
            case 12:
                try reader.enterOpenType()
                self = .noRouteToDestination
                reader.leaveOpenType()
            case 13:
                try reader.enterOpenType()
                self = .unallocatedNumber
                reader.leaveOpenType()
            case 14:
                try reader.enterOpenType()
                self = .registerWithAssignedGK
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .calledPartyNotRegistered
        case 1:
            self = .invalidPermission
        case 2:
            self = .requestDenied
        case 3:
            self = .undefinedReason
        case 4:
            self = .callerNotRegistered
        case 5:
            self = .routeCallToGatekeeper
        case 6:
            self = .invalidEndpointIdentifier
        default:
            self = .resourceUnavailable
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .calledPartyNotRegistered:
            writer.putExtensibleChoice(0, of: 8)
        case .invalidPermission:
            writer.putExtensibleChoice(1, of: 8)
        case .requestDenied:
            writer.putExtensibleChoice(2, of: 8)
        case .undefinedReason:
            writer.putExtensibleChoice(3, of: 8)
        case .callerNotRegistered:
            writer.putExtensibleChoice(4, of: 8)
        case .routeCallToGatekeeper:
            writer.putExtensibleChoice(5, of: 8)
        case .invalidEndpointIdentifier:
            writer.putExtensibleChoice(6, of: 8)
        case .resourceUnavailable:
            writer.putExtensibleChoice(7, of: 8)
        case .securityDenial:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .qosControlNotSupported:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .incompleteAddress:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .aliasesInconsistent:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .routeCallToSCN(let value):
            let start = writer.beginAddition(4)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .exceedsCallCapacity:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .collectDestination:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .collectPIN:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .genericDataReason:
            let start = writer.beginAddition(8)
            writer.endOpenType(start)
        case .neededFeatureNotSupported:
            let start = writer.beginAddition(9)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(10)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .securityDHmismatch:
            let start = writer.beginAddition(11)
            writer.endOpenType(start)
        case .noRouteToDestination:
            let start = writer.beginAddition(12)
            writer.endOpenType(start)
        case .unallocatedNumber:
            let start = writer.beginAddition(13)
            writer.endOpenType(start)
        case .registerWithAssignedGK:
            let start = writer.beginAddition(14)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
