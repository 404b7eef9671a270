// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `NonStandardIdentifier` (H.225.0).
    package enum NonStandardIdentifier: PERValue {
        case object(OID)
        case h221NonStandard(H225.H221NonStandard)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.NonStandardIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .object(try reader.takeObjectIdentifier())
        default:
            self = .h221NonStandard(try H225.H221NonStandard(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .object(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putObjectIdentifier(value)
        case .h221NonStandard(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
