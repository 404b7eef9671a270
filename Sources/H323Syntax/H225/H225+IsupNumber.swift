// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `IsupNumber` (H.225.0).
    package enum IsupNumber: PERValue {
        indirect case e164Number(H225.IsupPublicPartyNumber)
        case dataPartyNumber(H225.IsupDigits)
        case telexPartyNumber(H225.IsupDigits)
        indirect case privateNumber(H225.IsupPrivatePartyNumber)
        case nationalStandardPartyNumber(H225.IsupDigits)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.IsupNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .e164Number(try H225.IsupPublicPartyNumber(from: &reader))
        case 1:
            self = .dataPartyNumber(try reader.takeString(H225.isupDigits, 1, 128))
        case 2:
            self = .telexPartyNumber(try reader.takeString(H225.isupDigits, 1, 128))
        case 3:
            self = .privateNumber(try H225.IsupPrivatePartyNumber(from: &reader))
        default:
            self = .nationalStandardPartyNumber(try reader.takeString(H225.isupDigits, 1, 128))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .e164Number(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .dataPartyNumber(let value):
            writer.putExtensibleChoice(1, of: 5)
            writer.putString(value, H225.isupDigits, 1, 128)
        case .telexPartyNumber(let value):
            writer.putExtensibleChoice(2, of: 5)
            writer.putString(value, H225.isupDigits, 1, 128)
        case .privateNumber(let value):
            writer.putExtensibleChoice(3, of: 5)
            value.encode(into: &writer)
        case .nationalStandardPartyNumber(let value):
            writer.putExtensibleChoice(4, of: 5)
            writer.putString(value, H225.isupDigits, 1, 128)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
