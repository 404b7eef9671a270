// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `BandRejectReason` (H.225.0).
    package enum BandRejectReason: PERValue {
        case notBound
        case invalidConferenceID
        case invalidPermission
        case insufficientResources
        case invalidRevision
        case undefinedReason
        case securityDenial
        case securityError(H225.SecurityErrors2)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.BandRejectReason {
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
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .notBound
        case 1:
            self = .invalidConferenceID
        case 2:
            self = .invalidPermission
        case 3:
            self = .insufficientResources
        case 4:
            self = .invalidRevision
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .notBound:
            writer.putExtensibleChoice(0, of: 6)
        case .invalidConferenceID:
            writer.putExtensibleChoice(1, of: 6)
        case .invalidPermission:
            writer.putExtensibleChoice(2, of: 6)
        case .insufficientResources:
            writer.putExtensibleChoice(3, of: 6)
        case .invalidRevision:
            writer.putExtensibleChoice(4, of: 6)
        case .undefinedReason:
            writer.putExtensibleChoice(5, of: 6)
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
