// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `LocationRejectReason` (H.225.0).
    package enum LocationRejectReason: PERValue {
        case notRegistered
        case invalidPermission
        case requestDenied
        case undefinedReason
        case securityDenial
        case aliasesInconsistent
        case routeCalltoSCN([H225.PartyNumber])
        case resourceUnavailable
        case genericDataReason
        case neededFeatureNotSupported
        case hopCountExceeded
        case incompleteAddress
        case securityError(H225.SecurityErrors2)
        case securityDHmismatch
        case noRouteToDestination
        case unallocatedNumber
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.LocationRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .aliasesInconsistent
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .routeCalltoSCN(try reader.takeList(0, nil, of: H225.PartyNumber.init(from:)))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .resourceUnavailable
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .genericDataReason
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .neededFeatureNotSupported
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .hopCountExceeded
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .incompleteAddress
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors2(from: &reader))
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .securityDHmismatch
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .noRouteToDestination
                reader.leaveOpenType()
            case 11:
                try reader.enterOpenType()
                self = .unallocatedNumber
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .notRegistered
        case 1:
            self = .invalidPermission
        case 2:
            self = .requestDenied
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .notRegistered:
            writer.putExtensibleChoice(0, of: 4)
        case .invalidPermission:
            writer.putExtensibleChoice(1, of: 4)
        case .requestDenied:
            writer.putExtensibleChoice(2, of: 4)
        case .undefinedReason:
            writer.putExtensibleChoice(3, of: 4)
        case .securityDenial:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .aliasesInconsistent:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .routeCalltoSCN(let value):
            let start = writer.beginAddition(2)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .resourceUnavailable:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .genericDataReason:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .neededFeatureNotSupported:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .hopCountExceeded:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .incompleteAddress:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(8)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .securityDHmismatch:
            let start = writer.beginAddition(9)
            writer.endOpenType(start)
        case .noRouteToDestination:
            let start = writer.beginAddition(10)
            writer.endOpenType(start)
        case .unallocatedNumber:
            let start = writer.beginAddition(11)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
