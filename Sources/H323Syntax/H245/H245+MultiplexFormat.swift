// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexFormat` (H.245).
    package enum MultiplexFormat: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case h222Capability(H245.H222Capability)
        indirect case h223Capability(H245.H223Capability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultiplexFormat {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .h222Capability(try H245.H222Capability(from: &reader))
        default:
            self = .h223Capability(try H245.H223Capability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .h222Capability(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .h223Capability(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
