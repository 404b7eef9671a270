// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A way to code sound; the numbers are frames in a packet, or milliseconds.
    package enum AudioCapability: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case g711Alaw64k(UInt16)
        case g711Alaw56k(UInt16)
        case g711Ulaw64k(UInt16)
        case g711Ulaw56k(UInt16)
        case g722At64k(UInt16)
        case g722At56k(UInt16)
        case g722At48k(UInt16)
        case g7231(H245.AudioCapability.G7231)
        case g728(UInt16)
        case g729(UInt16)
        case g729AnnexA(UInt16)
        indirect case is11172AudioCapability(H245.IS11172AudioCapability)
        indirect case is13818AudioCapability(H245.IS13818AudioCapability)
        case g729wAnnexB(UInt16)
        case g729AnnexAwAnnexB(UInt16)
        case g7231AnnexCCapability(H245.G7231AnnexCCapability)
        case gsmFullRate(H245.GSMAudioCapability)
        case gsmHalfRate(H245.GSMAudioCapability)
        case gsmEnhancedFullRate(H245.GSMAudioCapability)
        indirect case genericAudioCapability(H245.GenericCapability)
        indirect case g729Extensions(H245.G729Extensions)
        indirect case vbd(H245.VBDCapability)
        case audioTelephonyEvent(H245.NoPTAudioTelephonyEventCapability)
        case audioTone(H245.NoPTAudioToneCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.AudioCapability {
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
                self = .g7231AnnexCCapability(try H245.G7231AnnexCCapability(from: &reader))
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
                self = .genericAudioCapability(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .g729Extensions(try H245.G729Extensions(from: &reader))
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .vbd(try H245.VBDCapability(from: &reader))
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .audioTelephonyEvent(try H245.NoPTAudioTelephonyEventCapability(from: &reader))
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .audioTone(try H245.NoPTAudioToneCapability(from: &reader))
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
            self = .g711Alaw64k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 2:
            self = .g711Alaw56k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 3:
            self = .g711Ulaw64k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 4:
            self = .g711Ulaw56k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 5:
            self = .g722At64k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 6:
            self = .g722At56k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 7:
            self = .g722At48k(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 8:
            self = .g7231(try H245.AudioCapability.G7231(from: &reader))
        case 9:
            self = .g728(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 10:
            self = .g729(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 11:
            self = .g729AnnexA(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256)))
        case 12:
            self = .is11172AudioCapability(try H245.IS11172AudioCapability(from: &reader))
        default:
            self = .is13818AudioCapability(try H245.IS13818AudioCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 14)
            value.encode(into: &writer)
        case .g711Alaw64k(let value):
            writer.putExtensibleChoice(1, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g711Alaw56k(let value):
            writer.putExtensibleChoice(2, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g711Ulaw64k(let value):
            writer.putExtensibleChoice(3, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g711Ulaw56k(let value):
            writer.putExtensibleChoice(4, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g722At64k(let value):
            writer.putExtensibleChoice(5, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g722At56k(let value):
            writer.putExtensibleChoice(6, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g722At48k(let value):
            writer.putExtensibleChoice(7, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g7231(let value):
            writer.putExtensibleChoice(8, of: 14)
            value.encode(into: &writer)
        case .g728(let value):
            writer.putExtensibleChoice(9, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g729(let value):
            writer.putExtensibleChoice(10, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .g729AnnexA(let value):
            writer.putExtensibleChoice(11, of: 14)
            writer.putInteger(Int(value), 1, 256)
        case .is11172AudioCapability(let value):
            writer.putExtensibleChoice(12, of: 14)
            value.encode(into: &writer)
        case .is13818AudioCapability(let value):
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
        case .g7231AnnexCCapability(let value):
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
        case .genericAudioCapability(let value):
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
        case .audioTelephonyEvent(let value):
            let start = writer.beginAddition(9)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .audioTone(let value):
            let start = writer.beginAddition(10)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.AudioCapability {
    /// What `g7231` of ``H245.AudioCapability`` holds.
    package struct G7231: PERValue {
        /// `INTEGER (1..256)`.
        package var maxAlSduAudioFrames: UInt16

        /// `BOOLEAN`.
        package var silenceSuppression: Bool

        package init(maxAlSduAudioFrames: UInt16, silenceSuppression: Bool) {
            self.maxAlSduAudioFrames = maxAlSduAudioFrames
            self.silenceSuppression = silenceSuppression
        }
    }
}

extension H245.AudioCapability.G7231 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let maxAlSduAudioFrames = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let silenceSuppression = try reader.takeBit()
        self.init(maxAlSduAudioFrames: maxAlSduAudioFrames, silenceSuppression: silenceSuppression)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.maxAlSduAudioFrames), 1, 256)
        writer.put(self.silenceSuppression)
    }
}
