// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `AuthenticationBES` (H.235.0).
    package enum AuthenticationBES: PERValue {
        case `default`
        case radius
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.AuthenticationBES {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .default
        default:
            self = .radius
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .default:
            writer.putExtensibleChoice(0, of: 2)
        case .radius:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
