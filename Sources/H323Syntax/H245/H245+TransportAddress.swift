// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// Where media or control packets go.
    package enum TransportAddress: PERValue {
        indirect case unicastAddress(H245.UnicastAddress)
        indirect case multicastAddress(H245.MulticastAddress)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.TransportAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .unicastAddress(try H245.UnicastAddress(from: &reader))
        default:
            self = .multicastAddress(try H245.MulticastAddress(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unicastAddress(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .multicastAddress(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
