// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `AudioMode` (H.245).
    package enum AudioMode: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case g711Alaw64k
        case g711Alaw56k
        case g711Ulaw64k
        case g711Ulaw56k
        case g722At64k
        case g722At56k
        case g722At48k
        case g728
        case g729
        case g729AnnexA
        case g7231(H245.AudioMode.G7231)
        case is11172AudioMode(H245.IS11172AudioMode)
        indirect case is13818AudioMode(H245.IS13818AudioMode)
        case g729wAnnexB(UInt16)
        case g729AnnexAwAnnexB(UInt16)
        case g7231AnnexCMode(H245.G7231AnnexCMode)
        case gsmFullRate(H245.GSMAudioCapability)
        case gsmHalfRate(H245.GSMAudioCapability)
        case gsmEnhancedFullRate(H245.GSMAudioCapability)
        indirect case genericAudioMode(H245.GenericCapability)
        indirect case g729Extensions(H245.G729Extensions)
        indirect case vbd(H245.VBDMode)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.AudioMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .g729wAnnexB(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .g729AnnexAwAnnexB(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .g7231AnnexCMode(try H245.G7231AnnexCMode(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .gsmFullRate(try H245.GSMAudioCapability(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .gsmHalfRate(try H245.GSMAudioCapability(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .gsmEnhancedFullRate(try H245.GSMAudioCapability(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .genericAudioMode(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .g729Extensions(try H245.G729Extensions(from: &reader))
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .vbd(try H245.VBDMode(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 13) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .g711Alaw64k
        case 2:
            self = .g711Alaw56k
        case 3:
            self = .g711Ulaw64k
        case 4:
            self = .g711Ulaw56k
        case 5:
            self = .g722At64k
        case 6:
            self = .g722At56k
        case 7:
            self = .g722At48k
        case 8:
            self = .g728
        case 9:
            self = .g729
        case 10:
            self = .g729AnnexA
        case 11:
            self = .g7231(try H245.AudioMode.G7231(from: &reader))
        case 12:
            self = .is11172AudioMode(try H245.IS11172AudioMode(from: &reader))
        default:
            self = .is13818AudioMode(try H245.IS13818AudioMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 14)
            value.encode(into: &writer)
        case .g711Alaw64k:
            writer.putExtensibleChoice(1, of: 14)
        case .g711Alaw56k:
            writer.putExtensibleChoice(2, of: 14)
        case .g711Ulaw64k:
            writer.putExtensibleChoice(3, of: 14)
        case .g711Ulaw56k:
            writer.putExtensibleChoice(4, of: 14)
        case .g722At64k:
            writer.putExtensibleChoice(5, of: 14)
        case .g722At56k:
            writer.putExtensibleChoice(6, of: 14)
        case .g722At48k:
            writer.putExtensibleChoice(7, of: 14)
        case .g728:
            writer.putExtensibleChoice(8, of: 14)
        case .g729:
            writer.putExtensibleChoice(9, of: 14)
        case .g729AnnexA:
            writer.putExtensibleChoice(10, of: 14)
        case .g7231(let value):
            writer.putExtensibleChoice(11, of: 14)
            value.encode(into: &writer)
        case .is11172AudioMode(let value):
            writer.putExtensibleChoice(12, of: 14)
            value.encode(into: &writer)
        case .is13818AudioMode(let value):
            writer.putExtensibleChoice(13, of: 14)
            value.encode(into: &writer)
        case .g729wAnnexB(let value):
            let start = writer.beginAddition(0)
            writer.putInteger(Int(value), 1, 256)
            writer.endOpenType(start)
        case .g729AnnexAwAnnexB(let value):
            let start = writer.beginAddition(1)
            writer.putInteger(Int(value), 1, 256)
            writer.endOpenType(start)
        case .g7231AnnexCMode(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .gsmFullRate(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .gsmHalfRate(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .gsmEnhancedFullRate(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericAudioMode(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .g729Extensions(let value):
            let start = writer.beginAddition(7)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .vbd(let value):
            let start = writer.beginAddition(8)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.AudioMode {
    /// What `g7231` of ``H245.AudioMode`` holds.
    package enum G7231: PERValue {
        case noSilenceSuppressionLowRate
        case noSilenceSuppressionHighRate
        case silenceSuppressionLowRate
        case silenceSuppressionHighRate
    }
}

extension H245.AudioMode.G7231 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .noSilenceSuppressionLowRate
        case 1:
            self = .noSilenceSuppressionHighRate
        case 2:
            self = .silenceSuppressionLowRate
        default:
            self = .silenceSuppressionHighRate
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noSilenceSuppressionLowRate:
            writer.putChoice(0, of: 4)
        case .noSilenceSuppressionHighRate:
            writer.putChoice(1, of: 4)
        case .silenceSuppressionLowRate:
            writer.putChoice(2, of: 4)
        case .silenceSuppressionHighRate:
            writer.putChoice(3, of: 4)
        }
    }
}
