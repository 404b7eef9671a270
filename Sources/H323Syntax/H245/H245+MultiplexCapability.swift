// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexCapability` (H.245).
    package enum MultiplexCapability: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case h222Capability(H245.H222Capability)
        indirect case h223Capability(H245.H223Capability)
        indirect case v76Capability(H245.V76Capability)
        indirect case h2250Capability(H245.H2250Capability)
        indirect case genericMultiplexCapability(H245.GenericCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultiplexCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h2250Capability(try H245.H2250Capability(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .genericMultiplexCapability(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .h222Capability(try H245.H222Capability(from: &reader))
        case 2:
            self = .h223Capability(try H245.H223Capability(from: &reader))
        default:
            self = .v76Capability(try H245.V76Capability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .h222Capability(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .h223Capability(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .v76Capability(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .h2250Capability(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericMultiplexCapability(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
