// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `PrivateTypeOfNumber` (H.225.0).
    package enum PrivateTypeOfNumber: PERValue {
        case unknown
        case level2RegionalNumber
        case level1RegionalNumber
        case pISNSpecificNumber
        case localNumber
        case abbreviatedNumber
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.PrivateTypeOfNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .unknown
        case 1:
            self = .level2RegionalNumber
        case 2:
            self = .level1RegionalNumber
        case 3:
            self = .pISNSpecificNumber
        case 4:
            self = .localNumber
        default:
            self = .abbreviatedNumber
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 6)
        case .level2RegionalNumber:
            writer.putExtensibleChoice(1, of: 6)
        case .level1RegionalNumber:
            writer.putExtensibleChoice(2, of: 6)
        case .pISNSpecificNumber:
            writer.putExtensibleChoice(3, of: 6)
        case .localNumber:
            writer.putExtensibleChoice(4, of: 6)
        case .abbreviatedNumber:
            writer.putExtensibleChoice(5, of: 6)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
