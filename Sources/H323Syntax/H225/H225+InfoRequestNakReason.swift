// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `InfoRequestNakReason` (H.225.0).
    package enum InfoRequestNakReason: PERValue {
        case notRegistered
        case securityDenial
        case undefinedReason
        case securityError(H225.SecurityErrors2)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.InfoRequestNakReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
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
            self = .notRegistered
        case 1:
            self = .securityDenial
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .notRegistered:
            writer.putExtensibleChoice(0, of: 3)
        case .securityDenial:
            writer.putExtensibleChoice(1, of: 3)
        case .undefinedReason:
            writer.putExtensibleChoice(2, of: 3)
        case .securityError(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
