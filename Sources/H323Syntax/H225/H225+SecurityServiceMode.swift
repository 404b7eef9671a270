// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SecurityServiceMode` (H.225.0).
    package enum SecurityServiceMode: PERValue {
        indirect case nonStandard(H225.NonStandardParameter)
        case none
        case `default`
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.SecurityServiceMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H225.NonStandardParameter(from: &reader))
        case 1:
            self = .none
        default:
            self = .default
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .none:
            writer.putExtensibleChoice(1, of: 3)
        case .default:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
