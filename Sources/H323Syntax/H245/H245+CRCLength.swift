// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CRCLength` (H.245).
    package enum CRCLength: PERValue {
        case crc8bit
        case crc16bit
        case crc32bit
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CRCLength {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .crc8bit
        case 1:
            self = .crc16bit
        default:
            self = .crc32bit
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .crc8bit:
            writer.putExtensibleChoice(0, of: 3)
        case .crc16bit:
            writer.putExtensibleChoice(1, of: 3)
        case .crc32bit:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
