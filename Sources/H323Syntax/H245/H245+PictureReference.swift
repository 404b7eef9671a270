// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `PictureReference` (H.245).
    package enum PictureReference: PERValue {
        case pictureNumber(UInt16)
        case longTermPictureIndex(UInt8)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.PictureReference {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .pictureNumber(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 1023)))
        default:
            self = .longTermPictureIndex(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .pictureNumber(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putInteger(Int(value), 0, 1023)
        case .longTermPictureIndex(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putInteger(Int(value), 0, 255)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
