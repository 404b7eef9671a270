// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `UnregRejectReason` (H.225.0).
    package enum UnregRejectReason: PERValue {
        case notCurrentlyRegistered
        case callInProgress
        case undefinedReason
        case permissionDenied
        case securityDenial
        case securityError(H225.SecurityErrors2)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.UnregRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .permissionDenied
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors2(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .notCurrentlyRegistered
        case 1:
            self = .callInProgress
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .notCurrentlyRegistered:
            writer.putExtensibleChoice(0, of: 3)
        case .callInProgress:
            writer.putExtensibleChoice(1, of: 3)
        case .undefinedReason:
            writer.putExtensibleChoice(2, of: 3)
        case .permissionDenied:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .securityDenial:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
