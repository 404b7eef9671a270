// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `GatekeeperRejectReason` (H.225.0).
    package enum GatekeeperRejectReason: PERValue {
        case resourceUnavailable
        case terminalExcluded
        case invalidRevision
        case undefinedReason
        case securityDenial
        case genericDataReason
        case neededFeatureNotSupported
        case securityError(H225.SecurityErrors)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.GatekeeperRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .genericDataReason
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .neededFeatureNotSupported
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .resourceUnavailable
        case 1:
            self = .terminalExcluded
        case 2:
            self = .invalidRevision
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .resourceUnavailable:
            writer.putExtensibleChoice(0, of: 4)
        case .terminalExcluded:
            writer.putExtensibleChoice(1, of: 4)
        case .invalidRevision:
            writer.putExtensibleChoice(2, of: 4)
        case .undefinedReason:
            writer.putExtensibleChoice(3, of: 4)
        case .securityDenial:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .genericDataReason:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .neededFeatureNotSupported:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
