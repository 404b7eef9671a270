// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `VideoMode` (H.245).
    package enum VideoMode: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case h261VideoMode(H245.H261VideoMode)
        indirect case h262VideoMode(H245.H262VideoMode)
        indirect case h263VideoMode(H245.H263VideoMode)
        indirect case is11172VideoMode(H245.IS11172VideoMode)
        indirect case genericVideoMode(H245.GenericCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.VideoMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .genericVideoMode(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .h261VideoMode(try H245.H261VideoMode(from: &reader))
        case 2:
            self = .h262VideoMode(try H245.H262VideoMode(from: &reader))
        case 3:
            self = .h263VideoMode(try H245.H263VideoMode(from: &reader))
        default:
            self = .is11172VideoMode(try H245.IS11172VideoMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .h261VideoMode(let value):
            writer.putExtensibleChoice(1, of: 5)
            value.encode(into: &writer)
        case .h262VideoMode(let value):
            writer.putExtensibleChoice(2, of: 5)
            value.encode(into: &writer)
        case .h263VideoMode(let value):
            writer.putExtensibleChoice(3, of: 5)
            value.encode(into: &writer)
        case .is11172VideoMode(let value):
            writer.putExtensibleChoice(4, of: 5)
            value.encode(into: &writer)
        case .genericVideoMode(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
