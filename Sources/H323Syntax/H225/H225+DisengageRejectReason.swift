// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `DisengageRejectReason` (H.225.0).
    package enum DisengageRejectReason: PERValue {
        case notRegistered
        case requestToDropOther
        case securityDenial
        case securityError(H225.SecurityErrors2)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.DisengageRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors2(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .notRegistered
        default:
            self = .requestToDropOther
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .notRegistered:
            writer.putExtensibleChoice(0, of: 2)
        case .requestToDropOther:
            writer.putExtensibleChoice(1, of: 2)
        case .securityDenial:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
