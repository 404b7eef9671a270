// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `EncryptIntAlg` (H.225.0).
    package enum EncryptIntAlg: PERValue {
        indirect case nonStandard(H225.NonStandardParameter)
        case isoAlgorithm(OID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.EncryptIntAlg {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .nonStandard(try H225.NonStandardParameter(from: &reader))
        default:
            self = .isoAlgorithm(try reader.takeObjectIdentifier())
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .isoAlgorithm(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putObjectIdentifier(value)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
