// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `PresentationIndicator` (H.225.0).
    package enum PresentationIndicator: PERValue {
        case presentationAllowed
        case presentationRestricted
        case addressNotAvailable
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.PresentationIndicator {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .presentationAllowed
        case 1:
            self = .presentationRestricted
        default:
            self = .addressNotAvailable
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .presentationAllowed:
            writer.putExtensibleChoice(0, of: 3)
        case .presentationRestricted:
            writer.putExtensibleChoice(1, of: 3)
        case .addressNotAvailable:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
