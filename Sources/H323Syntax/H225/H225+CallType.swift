// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// How many parties the call joins.
    package enum CallType: PERValue {
        case pointToPoint
        case oneToN
        case nToOne
        case nToN
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CallType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .pointToPoint
        case 1:
            self = .oneToN
        case 2:
            self = .nToOne
        default:
            self = .nToN
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .pointToPoint:
            writer.putExtensibleChoice(0, of: 4)
        case .oneToN:
            writer.putExtensibleChoice(1, of: 4)
        case .nToOne:
            writer.putExtensibleChoice(2, of: 4)
        case .nToN:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
