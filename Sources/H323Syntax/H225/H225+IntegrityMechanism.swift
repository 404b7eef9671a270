// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `IntegrityMechanism` (H.225.0).
    package enum IntegrityMechanism: PERValue {
        indirect case nonStandard(H225.NonStandardParameter)
        case digSig
        case iso9797(OID)
        case nonIsoIM(H225.NonIsoIntegrityMechanism)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.IntegrityMechanism {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nonStandard(try H225.NonStandardParameter(from: &reader))
        case 1:
            self = .digSig
        case 2:
            self = .iso9797(try reader.takeObjectIdentifier())
        default:
            self = .nonIsoIM(try H225.NonIsoIntegrityMechanism(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .digSig:
            writer.putExtensibleChoice(1, of: 4)
        case .iso9797(let value):
            writer.putExtensibleChoice(2, of: 4)
            writer.putObjectIdentifier(value)
        case .nonIsoIM(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
