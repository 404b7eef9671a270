// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// How the H.245 channel is secured.
    package enum H245Security: PERValue {
        indirect case nonStandard(H225.NonStandardParameter)
        case noSecurity
        indirect case tls(H225.SecurityCapabilities)
        indirect case ipsec(H225.SecurityCapabilities)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.H245Security {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nonStandard(try H225.NonStandardParameter(from: &reader))
        case 1:
            self = .noSecurity
        case 2:
            self = .tls(try H225.SecurityCapabilities(from: &reader))
        default:
            self = .ipsec(try H225.SecurityCapabilities(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .noSecurity:
            writer.putExtensibleChoice(1, of: 4)
        case .tls(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .ipsec(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
