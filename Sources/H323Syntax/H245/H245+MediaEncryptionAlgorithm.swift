// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MediaEncryptionAlgorithm` (H.245).
    package enum MediaEncryptionAlgorithm: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case algorithm(OID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MediaEncryptionAlgorithm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        default:
            self = .algorithm(try reader.takeObjectIdentifier())
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .algorithm(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putObjectIdentifier(value)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
