// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// One thing that an end can do, in which direction.
    package enum Capability: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case receiveVideoCapability(H245.VideoCapability)
        indirect case transmitVideoCapability(H245.VideoCapability)
        indirect case receiveAndTransmitVideoCapability(H245.VideoCapability)
        indirect case receiveAudioCapability(H245.AudioCapability)
        indirect case transmitAudioCapability(H245.AudioCapability)
        indirect case receiveAndTransmitAudioCapability(H245.AudioCapability)
        case receiveDataApplicationCapability(H245.DataApplicationCapability)
        case transmitDataApplicationCapability(H245.DataApplicationCapability)
        case receiveAndTransmitDataApplicationCapability(H245.DataApplicationCapability)
        case h233EncryptionTransmitCapability(Bool)
        case h233EncryptionReceiveCapability(H245.Capability.H233EncryptionReceiveCapability)
        indirect case conferenceCapability(H245.ConferenceCapability)
        case h235SecurityCapability(H245.H235SecurityCapability)
        case maxPendingReplacementFor(UInt8)
        case receiveUserInputCapability(H245.UserInputCapability)
        case transmitUserInputCapability(H245.UserInputCapability)
        case receiveAndTransmitUserInputCapability(H245.UserInputCapability)
        indirect case genericControlCapability(H245.GenericCapability)
        case receiveMultiplexedStreamCapability(H245.MultiplexedStreamCapability)
        case transmitMultiplexedStreamCapability(H245.MultiplexedStreamCapability)
        case receiveAndTransmitMultiplexedStreamCapability(H245.MultiplexedStreamCapability)
        case receiveRTPAudioTelephonyEventCapability(H245.AudioTelephonyEventCapability)
        case receiveRTPAudioToneCapability(H245.AudioToneCapability)
        case depFecCapability(H245.DepFECCapability)
        case multiplePayloadStreamCapability(H245.MultiplePayloadStreamCapability)
        indirect case fecCapability(H245.FECCapability)
        case redundancyEncodingCap(H245.RedundancyEncodingCapability)
        case oneOfCapabilities(H245.AlternativeCapabilitySet)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .conferenceCapability(try H245.ConferenceCapability(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .h235SecurityCapability(try H245.H235SecurityCapability(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .maxPendingReplacementFor(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255)))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .receiveUserInputCapability(try H245.UserInputCapability(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .transmitUserInputCapability(try H245.UserInputCapability(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .receiveAndTransmitUserInputCapability(try H245.UserInputCapability(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .genericControlCapability(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .receiveMultiplexedStreamCapability(try H245.MultiplexedStreamCapability(from: &reader))
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .transmitMultiplexedStreamCapability(try H245.MultiplexedStreamCapability(from: &reader))
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .receiveAndTransmitMultiplexedStreamCapability(
                    try H245.MultiplexedStreamCapability(from: &reader)
                )
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .receiveRTPAudioTelephonyEventCapability(try H245.AudioTelephonyEventCapability(from: &reader))
                reader.leaveOpenType()
            case 11:
                try reader.enterOpenType()
                self = .receiveRTPAudioToneCapability(try H245.AudioToneCapability(from: &reader))
                reader.leaveOpenType()
            case 12:
                try reader.enterOpenType()
                self = .depFecCapability(try H245.DepFECCapability(from: &reader))
                reader.leaveOpenType()
            case 13:
                try reader.enterOpenType()
                self = .multiplePayloadStreamCapability(try H245.MultiplePayloadStreamCapability(from: &reader))
                reader.leaveOpenType()
            case 14:
                try reader.enterOpenType()
                self = .fecCapability(try H245.FECCapability(from: &reader))
                reader.leaveOpenType()
            case 15:
                try reader.enterOpenType()
                self = .redundancyEncodingCap(try H245.RedundancyEncodingCapability(from: &reader))
                reader.leaveOpenType()
            case 16:
                try reader.enterOpenType()
                self = .oneOfCapabilities(
                    try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                        UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                    }
                )
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 11) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .receiveVideoCapability(try H245.VideoCapability(from: &reader))
        case 2:
            self = .transmitVideoCapability(try H245.VideoCapability(from: &reader))
        case 3:
            self = .receiveAndTransmitVideoCapability(try H245.VideoCapability(from: &reader))
        case 4:
            self = .receiveAudioCapability(try H245.AudioCapability(from: &reader))
        case 5:
            self = .transmitAudioCapability(try H245.AudioCapability(from: &reader))
        case 6:
            self = .receiveAndTransmitAudioCapability(try H245.AudioCapability(from: &reader))
        case 7:
            self = .receiveDataApplicationCapability(try H245.DataApplicationCapability(from: &reader))
        case 8:
            self = .transmitDataApplicationCapability(try H245.DataApplicationCapability(from: &reader))
        case 9:
            self = .receiveAndTransmitDataApplicationCapability(try H245.DataApplicationCapability(from: &reader))
        case 10:
            self = .h233EncryptionTransmitCapability(try reader.takeBit())
        default:
            self = .h233EncryptionReceiveCapability(try H245.Capability.H233EncryptionReceiveCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 12)
            value.encode(into: &writer)
        case .receiveVideoCapability(let value):
            writer.putExtensibleChoice(1, of: 12)
            value.encode(into: &writer)
        case .transmitVideoCapability(let value):
            writer.putExtensibleChoice(2, of: 12)
            value.encode(into: &writer)
        case .receiveAndTransmitVideoCapability(let value):
            writer.putExtensibleChoice(3, of: 12)
            value.encode(into: &writer)
        case .receiveAudioCapability(let value):
            writer.putExtensibleChoice(4, of: 12)
            value.encode(into: &writer)
        case .transmitAudioCapability(let value):
            writer.putExtensibleChoice(5, of: 12)
            value.encode(into: &writer)
        case .receiveAndTransmitAudioCapability(let value):
            writer.putExtensibleChoice(6, of: 12)
            value.encode(into: &writer)
        case .receiveDataApplicationCapability(let value):
            writer.putExtensibleChoice(7, of: 12)
            value.encode(into: &writer)
        case .transmitDataApplicationCapability(let value):
            writer.putExtensibleChoice(8, of: 12)
            value.encode(into: &writer)
        case .receiveAndTransmitDataApplicationCapability(let value):
            writer.putExtensibleChoice(9, of: 12)
            value.encode(into: &writer)
        case .h233EncryptionTransmitCapability(let value):
            writer.putExtensibleChoice(10, of: 12)
            writer.put(value)
        case .h233EncryptionReceiveCapability(let value):
            writer.putExtensibleChoice(11, of: 12)
            value.encode(into: &writer)
        case .conferenceCapability(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .h235SecurityCapability(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .maxPendingReplacementFor(let value):
            let start = writer.beginAddition(2)
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        case .receiveUserInputCapability(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .transmitUserInputCapability(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .receiveAndTransmitUserInputCapability(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericControlCapability(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .receiveMultiplexedStreamCapability(let value):
            let start = writer.beginAddition(7)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .transmitMultiplexedStreamCapability(let value):
            let start = writer.beginAddition(8)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .receiveAndTransmitMultiplexedStreamCapability(let value):
            let start = writer.beginAddition(9)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .receiveRTPAudioTelephonyEventCapability(let value):
            let start = writer.beginAddition(10)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .receiveRTPAudioToneCapability(let value):
            let start = writer.beginAddition(11)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .depFecCapability(let value):
            let start = writer.beginAddition(12)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplePayloadStreamCapability(let value):
            let start = writer.beginAddition(13)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .fecCapability(let value):
            let start = writer.beginAddition(14)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .redundancyEncodingCap(let value):
            let start = writer.beginAddition(15)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .oneOfCapabilities(let value):
            let start = writer.beginAddition(16)
            writer.putList(value, 1, 256) { element, writer in
                writer.putInteger(Int(element), 1, 65535)
            }
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.Capability {
    /// What `h233EncryptionReceiveCapability` of ``H245.Capability`` holds.
    package struct H233EncryptionReceiveCapability: PERValue {
        /// `INTEGER (0..255)`.
        package var h233IVResponseTime: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(h233IVResponseTime: UInt8) {
            self.h233IVResponseTime = h233IVResponseTime
        }
    }
}

extension H245.Capability.H233EncryptionReceiveCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let h233IVResponseTime = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(h233IVResponseTime: h233IVResponseTime)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.h233IVResponseTime), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
