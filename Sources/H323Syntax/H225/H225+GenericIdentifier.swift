// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `GenericIdentifier` (H.225.0).
    package enum GenericIdentifier: PERValue {
        case standard(Int)
        case oid(OID)
        case nonStandard(H225.GloballyUniqueID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.GenericIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .standard(try reader.takeExtensibleInteger(0, 16383))
        case 1:
            self = .oid(try reader.takeObjectIdentifier())
        default:
            self = .nonStandard(try reader.takeOctets(16, 16))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .standard(let value):
            writer.putExtensibleChoice(0, of: 3)
            writer.putExtensibleInteger(value, 0, 16383)
        case .oid(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putObjectIdentifier(value)
        case .nonStandard(let value):
            writer.putExtensibleChoice(2, of: 3)
            writer.putOctets(value, 16, 16)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
