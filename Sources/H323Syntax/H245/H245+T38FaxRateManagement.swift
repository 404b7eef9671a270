// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `T38FaxRateManagement` (H.245).
    package enum T38FaxRateManagement: PERValue {
        case localTCF
        case transferredTCF
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.T38FaxRateManagement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .localTCF
        default:
            self = .transferredTCF
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .localTCF:
            writer.putExtensibleChoice(0, of: 2)
        case .transferredTCF:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
