// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncodingMethod` (H.245).
    package enum RedundancyEncodingMethod: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case rtpAudioRedundancyEncoding
        indirect case rtpH263VideoRedundancyEncoding(H245.RTPH263VideoRedundancyEncoding)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RedundancyEncodingMethod {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .rtpH263VideoRedundancyEncoding(try H245.RTPH263VideoRedundancyEncoding(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        default:
            self = .rtpAudioRedundancyEncoding
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .rtpAudioRedundancyEncoding:
            writer.putExtensibleChoice(1, of: 2)
        case .rtpH263VideoRedundancyEncoding(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
