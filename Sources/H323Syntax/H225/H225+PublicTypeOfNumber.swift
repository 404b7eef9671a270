// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `PublicTypeOfNumber` (H.225.0).
    package enum PublicTypeOfNumber: PERValue {
        case unknown
        case internationalNumber
        case nationalNumber
        case networkSpecificNumber
        case subscriberNumber
        case abbreviatedNumber
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.PublicTypeOfNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .unknown
        case 1:
            self = .internationalNumber
        case 2:
            self = .nationalNumber
        case 3:
            self = .networkSpecificNumber
        case 4:
            self = .subscriberNumber
        default:
            self = .abbreviatedNumber
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 6)
        case .internationalNumber:
            writer.putExtensibleChoice(1, of: 6)
        case .nationalNumber:
            writer.putExtensibleChoice(2, of: 6)
        case .networkSpecificNumber:
            writer.putExtensibleChoice(3, of: 6)
        case .subscriberNumber:
            writer.putExtensibleChoice(4, of: 6)
        case .abbreviatedNumber:
            writer.putExtensibleChoice(5, of: 6)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
