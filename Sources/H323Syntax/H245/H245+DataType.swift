// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DataType` (H.245).
    package enum DataType: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case nullData
        indirect case videoData(H245.VideoCapability)
        indirect case audioData(H245.AudioCapability)
        case data(H245.DataApplicationCapability)
        indirect case encryptionData(H245.EncryptionMode)
        case h235Control(H245.NonStandardParameter)
        indirect case h235Media(H245.H235Media)
        case multiplexedStream(H245.MultiplexedStreamParameter)
        indirect case redundancyEncoding(H245.RedundancyEncoding)
        indirect case multiplePayloadStream(H245.MultiplePayloadStream)
        case depFec(H245.DepFECData)
        case fec(H245.FECData)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DataType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h235Control(try H245.NonStandardParameter(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .h235Media(try H245.H235Media(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .multiplexedStream(try H245.MultiplexedStreamParameter(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .redundancyEncoding(try H245.RedundancyEncoding(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .multiplePayloadStream(try H245.MultiplePayloadStream(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .depFec(try H245.DepFECData(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .fec(try H245.FECData(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .nullData
        case 2:
            self = .videoData(try H245.VideoCapability(from: &reader))
        case 3:
            self = .audioData(try H245.AudioCapability(from: &reader))
        case 4:
            self = .data(try H245.DataApplicationCapability(from: &reader))
        default:
            self = .encryptionData(try H245.EncryptionMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 6)
            value.encode(into: &writer)
        case .nullData:
            writer.putExtensibleChoice(1, of: 6)
        case .videoData(let value):
            writer.putExtensibleChoice(2, of: 6)
            value.encode(into: &writer)
        case .audioData(let value):
            writer.putExtensibleChoice(3, of: 6)
            value.encode(into: &writer)
        case .data(let value):
            writer.putExtensibleChoice(4, of: 6)
            value.encode(into: &writer)
        case .encryptionData(let value):
            writer.putExtensibleChoice(5, of: 6)
            value.encode(into: &writer)
        case .h235Control(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .h235Media(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplexedStream(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .redundancyEncoding(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplePayloadStream(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .depFec(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .fec(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
