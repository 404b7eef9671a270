// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CompressionType` (H.245).
    package enum CompressionType: PERValue {
        case v42bis(H245.V42bis)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CompressionType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .v42bis(try H245.V42bis(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .v42bis(let value):
            writer.putExtensibleChoice(0, of: 1)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
