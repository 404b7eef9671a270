// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// What an end can do with RTP in conferences.
    package struct H2250Capability: PERValue {
        /// `INTEGER (0..1023)`.
        package var maximumAudioDelayJitter: UInt16

        /// `MultipointCapability`.
        package var receiveMultipointCapability: H245.MultipointCapability

        /// `MultipointCapability`.
        package var transmitMultipointCapability: H245.MultipointCapability

        /// `MultipointCapability`.
        package var receiveAndTransmitMultipointCapability: H245.MultipointCapability

        /// `SEQUENCE`.
        package var mcCapability: H245.H2250Capability.McCapability

        /// `BOOLEAN`.
        package var rtcpVideoControlCapability: Bool

        /// `MediaPacketizationCapability`.
        package var mediaPacketizationCapability: H245.MediaPacketizationCapability

        /// `TransportCapability`, addition 1.
        @BoxedIfPresent package var transportCapability: H245.TransportCapability?

        /// `SEQUENCE (SIZE (1..256)) OF RedundancyEncodingCapability`, addition 2.
        package var redundancyEncodingCapability: [H245.RedundancyEncodingCapability]?

        /// `BOOLEAN`, addition 3.
        package var logicalChannelSwitchingCapability: Bool?

        /// `BOOLEAN`, addition 4.
        package var t120DynamicPortCapability: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            maximumAudioDelayJitter: UInt16,
            receiveMultipointCapability: H245.MultipointCapability,
            transmitMultipointCapability: H245.MultipointCapability,
            receiveAndTransmitMultipointCapability: H245.MultipointCapability,
            mcCapability: H245.H2250Capability.McCapability,
            rtcpVideoControlCapability: Bool,
            mediaPacketizationCapability: H245.MediaPacketizationCapability
        ) {
            self.maximumAudioDelayJitter = maximumAudioDelayJitter
            self.receiveMultipointCapability = receiveMultipointCapability
            self.transmitMultipointCapability = transmitMultipointCapability
            self.receiveAndTransmitMultipointCapability = receiveAndTransmitMultipointCapability
            self.mcCapability = mcCapability
            self.rtcpVideoControlCapability = rtcpVideoControlCapability
            self.mediaPacketizationCapability = mediaPacketizationCapability
        }
    }
}

extension H245.H2250Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let maximumAudioDelayJitter = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 1023))
        let receiveMultipointCapability = try H245.MultipointCapability(from: &reader)
        let transmitMultipointCapability = try H245.MultipointCapability(from: &reader)
        let receiveAndTransmitMultipointCapability = try H245.MultipointCapability(from: &reader)
        let mcCapability = try H245.H2250Capability.McCapability(from: &reader)
        let rtcpVideoControlCapability = try reader.takeBit()
        let mediaPacketizationCapability = try H245.MediaPacketizationCapability(from: &reader)
        self.init(
            maximumAudioDelayJitter: maximumAudioDelayJitter,
            receiveMultipointCapability: receiveMultipointCapability,
            transmitMultipointCapability: transmitMultipointCapability,
            receiveAndTransmitMultipointCapability: receiveAndTransmitMultipointCapability,
            mcCapability: mcCapability,
            rtcpVideoControlCapability: rtcpVideoControlCapability,
            mediaPacketizationCapability: mediaPacketizationCapability
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.transportCapability = try H245.TransportCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.redundancyEncodingCapability = try reader.takeList(
                    1,
                    256,
                    of: H245.RedundancyEncodingCapability.init(from:)
                )
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.logicalChannelSwitchingCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.t120DynamicPortCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self._transportCapability.isPresent)
        bitmap.insert(1, if: self.redundancyEncodingCapability != nil)
        bitmap.insert(2, if: self.logicalChannelSwitchingCapability != nil)
        bitmap.insert(3, if: self.t120DynamicPortCapability != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maximumAudioDelayJitter), 0, 1023)
        self.receiveMultipointCapability.encode(into: &writer)
        self.transmitMultipointCapability.encode(into: &writer)
        self.receiveAndTransmitMultipointCapability.encode(into: &writer)
        self.mcCapability.encode(into: &writer)
        writer.put(self.rtcpVideoControlCapability)
        self.mediaPacketizationCapability.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.transportCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.redundancyEncodingCapability {
            let start = writer.beginOpenType()
            writer.putList(value, 1, 256)
            writer.endOpenType(start)
        }
        if let value = self.logicalChannelSwitchingCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.t120DynamicPortCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H2250Capability {
    /// What `mcCapability` of ``H245.H2250Capability`` holds.
    package struct McCapability: PERValue {
        /// `BOOLEAN`.
        package var centralizedConferenceMC: Bool

        /// `BOOLEAN`.
        package var decentralizedConferenceMC: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(centralizedConferenceMC: Bool, decentralizedConferenceMC: Bool) {
            self.centralizedConferenceMC = centralizedConferenceMC
            self.decentralizedConferenceMC = decentralizedConferenceMC
        }
    }
}

extension H245.H2250Capability.McCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let centralizedConferenceMC = try reader.takeBit()
        let decentralizedConferenceMC = try reader.takeBit()
        self.init(
            centralizedConferenceMC: centralizedConferenceMC,
            decentralizedConferenceMC: decentralizedConferenceMC
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.centralizedConferenceMC)
        writer.put(self.decentralizedConferenceMC)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
