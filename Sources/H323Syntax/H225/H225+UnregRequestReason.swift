// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `UnregRequestReason` (H.225.0).
    package enum UnregRequestReason: PERValue {
        case reregistrationRequired
        case ttlExpired
        case securityDenial
        case undefinedReason
        case maintenance
        case securityError(H225.SecurityErrors2)
        case registerWithAssignedGK
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.UnregRequestReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .maintenance
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors2(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .registerWithAssignedGK
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .reregistrationRequired
        case 1:
            self = .ttlExpired
        case 2:
            self = .securityDenial
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .reregistrationRequired:
            writer.putExtensibleChoice(0, of: 4)
        case .ttlExpired:
            writer.putExtensibleChoice(1, of: 4)
        case .securityDenial:
            writer.putExtensibleChoice(2, of: 4)
        case .undefinedReason:
            writer.putExtensibleChoice(3, of: 4)
        case .maintenance:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .registerWithAssignedGK:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
