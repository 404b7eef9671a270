// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A way to code pictures.
    package enum VideoCapability: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case h261VideoCapability(H245.H261VideoCapability)
        indirect case h262VideoCapability(H245.H262VideoCapability)
        indirect case h263VideoCapability(H245.H263VideoCapability)
        indirect case is11172VideoCapability(H245.IS11172VideoCapability)
        indirect case genericVideoCapability(H245.GenericCapability)
        indirect case extendedVideoCapability(H245.ExtendedVideoCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.VideoCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .genericVideoCapability(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .extendedVideoCapability(try H245.ExtendedVideoCapability(from: &reader))
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
            self = .h261VideoCapability(try H245.H261VideoCapability(from: &reader))
        case 2:
            self = .h262VideoCapability(try H245.H262VideoCapability(from: &reader))
        case 3:
            self = .h263VideoCapability(try H245.H263VideoCapability(from: &reader))
        default:
            self = .is11172VideoCapability(try H245.IS11172VideoCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .h261VideoCapability(let value):
            writer.putExtensibleChoice(1, of: 5)
            value.encode(into: &writer)
        case .h262VideoCapability(let value):
            writer.putExtensibleChoice(2, of: 5)
            value.encode(into: &writer)
        case .h263VideoCapability(let value):
            writer.putExtensibleChoice(3, of: 5)
            value.encode(into: &writer)
        case .is11172VideoCapability(let value):
            writer.putExtensibleChoice(4, of: 5)
            value.encode(into: &writer)
        case .genericVideoCapability(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .extendedVideoCapability(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
