// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// How a channel uses RTP: session, addresses, payload type.
    package struct H2250LogicalChannelParameters: PERValue {
        /// `SEQUENCE OF NonStandardParameter`, optional.
        package var nonStandard: [H245.NonStandardParameter]?

        /// `INTEGER (0..255)`.
        package var sessionID: UInt8

        /// `INTEGER (1..255)`, optional.
        package var associatedSessionID: UInt8?

        /// `TransportAddress`, optional.
        package var mediaChannel: H245.TransportAddress?

        /// `BOOLEAN`, optional.
        package var mediaGuaranteedDelivery: Bool?

        /// `TransportAddress`, optional.
        package var mediaControlChannel: H245.TransportAddress?

        /// `BOOLEAN`, optional.
        package var mediaControlGuaranteedDelivery: Bool?

        /// `BOOLEAN`, optional.
        package var silenceSuppression: Bool?

        /// `TerminalLabel`, optional.
        package var destination: H245.TerminalLabel?

        /// `INTEGER (96..127)`, optional.
        package var dynamicRTPPayloadType: UInt8?

        /// `CHOICE`, optional.
        package var mediaPacketization: H245.H2250LogicalChannelParameters.MediaPacketization?

        /// `TransportCapability`, addition 1.
        @BoxedIfPresent package var transportCapability: H245.TransportCapability?

        /// `RedundancyEncoding`, addition 2.
        @BoxedIfPresent package var redundancyEncoding: H245.RedundancyEncoding?

        /// `TerminalLabel`, addition 3.
        package var source: H245.TerminalLabel?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sessionID: UInt8) {
            self.sessionID = sessionID
        }
    }
}

extension H245.H2250LogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(10)
        var nonStandard: [H245.NonStandardParameter]?
        if present & 1 << 9 != 0 {
            nonStandard = try reader.takeList(0, nil, of: H245.NonStandardParameter.init(from:))
        }
        let sessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(sessionID: sessionID)
        self.nonStandard = nonStandard
        if present & 1 << 8 != 0 {
            self.associatedSessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        }
        if present & 1 << 7 != 0 {
            self.mediaChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 6 != 0 {
            self.mediaGuaranteedDelivery = try reader.takeBit()
        }
        if present & 1 << 5 != 0 {
            self.mediaControlChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 4 != 0 {
            self.mediaControlGuaranteedDelivery = try reader.takeBit()
        }
        if present & 1 << 3 != 0 {
            self.silenceSuppression = try reader.takeBit()
        }
        if present & 1 << 2 != 0 {
            self.destination = try H245.TerminalLabel(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.dynamicRTPPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(96, 127))
        }
        if present & 1 << 0 != 0 {
            self.mediaPacketization = try H245.H2250LogicalChannelParameters.MediaPacketization(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.transportCapability = try H245.TransportCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.redundancyEncoding = try H245.RedundancyEncoding(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.source = try H245.TerminalLabel(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self._transportCapability.isPresent)
        bitmap.insert(1, if: self._redundancyEncoding.isPresent)
        bitmap.insert(2, if: self.source != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        writer.put(self.associatedSessionID != nil)
        writer.put(self.mediaChannel != nil)
        writer.put(self.mediaGuaranteedDelivery != nil)
        writer.put(self.mediaControlChannel != nil)
        writer.put(self.mediaControlGuaranteedDelivery != nil)
        writer.put(self.silenceSuppression != nil)
        writer.put(self.destination != nil)
        writer.put(self.dynamicRTPPayloadType != nil)
        writer.put(self.mediaPacketization != nil)
        if let value = self.nonStandard {
            writer.putList(value, 0, nil)
        }
        writer.putInteger(Int(self.sessionID), 0, 255)
        if let value = self.associatedSessionID {
            writer.putInteger(Int(value), 1, 255)
        }
        if let value = self.mediaChannel {
            value.encode(into: &writer)
        }
        if let value = self.mediaGuaranteedDelivery {
            writer.put(value)
        }
        if let value = self.mediaControlChannel {
            value.encode(into: &writer)
        }
        if let value = self.mediaControlGuaranteedDelivery {
            writer.put(value)
        }
        if let value = self.silenceSuppression {
            writer.put(value)
        }
        if let value = self.destination {
            value.encode(into: &writer)
        }
        if let value = self.dynamicRTPPayloadType {
            writer.putInteger(Int(value), 96, 127)
        }
        if let value = self.mediaPacketization {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.transportCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.redundancyEncoding {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.source {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H2250LogicalChannelParameters {
    /// What `mediaPacketization` of ``H245.H2250LogicalChannelParameters`` holds.
    package enum MediaPacketization: PERValue {
        case h261aVideoPacketization
        case rtpPayloadType(H245.RTPPayloadType)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H2250LogicalChannelParameters.MediaPacketization {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .rtpPayloadType(try H245.RTPPayloadType(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .h261aVideoPacketization
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h261aVideoPacketization:
            writer.putExtensibleChoice(0, of: 1)
        case .rtpPayloadType(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
