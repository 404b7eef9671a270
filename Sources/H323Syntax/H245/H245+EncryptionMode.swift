// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EncryptionMode` (H.245).
    package enum EncryptionMode: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case h233Encryption
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.EncryptionMode {
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
            self = .h233Encryption
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .h233Encryption:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
