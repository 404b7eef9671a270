// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DialingInformation` (H.245).
    package enum DialingInformation: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case differential([H245.DialingInformationNumber])
        case infoNotAvailable(UInt16)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DialingInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .differential(try reader.takeList(1, 65535, of: H245.DialingInformationNumber.init(from:)))
        default:
            self = .infoNotAvailable(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .differential(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putList(value, 1, 65535)
        case .infoNotAvailable(let value):
            writer.putExtensibleChoice(2, of: 3)
            writer.putInteger(Int(value), 1, 65535)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
