// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `NonIsoIntegrityMechanism` (H.225.0).
    package enum NonIsoIntegrityMechanism: PERValue {
        case hMACMD5
        case hMACIso10118Part2S(H225.EncryptIntAlg)
        case hMACIso10118Part2L(H225.EncryptIntAlg)
        case hMACIso10118Part3(OID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.NonIsoIntegrityMechanism {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .hMACMD5
        case 1:
            self = .hMACIso10118Part2S(try H225.EncryptIntAlg(from: &reader))
        case 2:
            self = .hMACIso10118Part2L(try H225.EncryptIntAlg(from: &reader))
        default:
            self = .hMACIso10118Part3(try reader.takeObjectIdentifier())
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .hMACMD5:
            writer.putExtensibleChoice(0, of: 4)
        case .hMACIso10118Part2S(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .hMACIso10118Part2L(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .hMACIso10118Part3(let value):
            writer.putExtensibleChoice(3, of: 4)
            writer.putObjectIdentifier(value)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
