// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ModeElementType` (H.245).
    package enum ModeElementType: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case videoMode(H245.VideoMode)
        indirect case audioMode(H245.AudioMode)
        case dataMode(H245.DataMode)
        indirect case encryptionMode(H245.EncryptionMode)
        case h235Mode(H245.H235Mode)
        case multiplexedStreamMode(H245.MultiplexedStreamParameter)
        indirect case redundancyEncodingDTMode(H245.RedundancyEncodingDTMode)
        indirect case multiplePayloadStreamMode(H245.MultiplePayloadStreamMode)
        indirect case depFecMode(H245.DepFECMode)
        indirect case fecMode(H245.FECMode)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ModeElementType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h235Mode(try H245.H235Mode(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .multiplexedStreamMode(try H245.MultiplexedStreamParameter(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .redundancyEncodingDTMode(try H245.RedundancyEncodingDTMode(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .multiplePayloadStreamMode(try H245.MultiplePayloadStreamMode(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .depFecMode(try H245.DepFECMode(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .fecMode(try H245.FECMode(from: &reader))
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
            self = .videoMode(try H245.VideoMode(from: &reader))
        case 2:
            self = .audioMode(try H245.AudioMode(from: &reader))
        case 3:
            self = .dataMode(try H245.DataMode(from: &reader))
        default:
            self = .encryptionMode(try H245.EncryptionMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .videoMode(let value):
            writer.putExtensibleChoice(1, of: 5)
            value.encode(into: &writer)
        case .audioMode(let value):
            writer.putExtensibleChoice(2, of: 5)
            value.encode(into: &writer)
        case .dataMode(let value):
            writer.putExtensibleChoice(3, of: 5)
            value.encode(into: &writer)
        case .encryptionMode(let value):
            writer.putExtensibleChoice(4, of: 5)
            value.encode(into: &writer)
        case .h235Mode(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplexedStreamMode(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .redundancyEncodingDTMode(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplePayloadStreamMode(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .depFecMode(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .fecMode(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
