// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H2250LogicalChannelAckParameters` (H.245).
    package struct H2250LogicalChannelAckParameters: PERValue {
        /// `SEQUENCE OF NonStandardParameter`, optional.
        package var nonStandard: [H245.NonStandardParameter]?

        /// `INTEGER (1..255)`, optional.
        package var sessionID: UInt8?

        /// `TransportAddress`, optional.
        package var mediaChannel: H245.TransportAddress?

        /// `TransportAddress`, optional.
        package var mediaControlChannel: H245.TransportAddress?

        /// `INTEGER (96..127)`, optional.
        package var dynamicRTPPayloadType: UInt8?

        /// `BOOLEAN`, addition 1.
        package var flowControlToZero: Bool?

        /// `INTEGER (0..65535)`, addition 2.
        package var portNumber: UInt16?

        /// `MultiplePayloadStream`, addition 3.
        @BoxedIfPresent package var multiplePayloadStream: H245.MultiplePayloadStream?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.H2250LogicalChannelAckParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        self.init()
        if present & 1 << 4 != 0 {
            self.nonStandard = try reader.takeList(0, nil, of: H245.NonStandardParameter.init(from:))
        }
        if present & 1 << 3 != 0 {
            self.sessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        }
        if present & 1 << 2 != 0 {
            self.mediaChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.mediaControlChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.dynamicRTPPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(96, 127))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.flowControlToZero = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.portNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.multiplePayloadStream = try H245.MultiplePayloadStream(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self.flowControlToZero != nil)
        bitmap.insert(1, if: self.portNumber != nil)
        bitmap.insert(2, if: self._multiplePayloadStream.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        writer.put(self.sessionID != nil)
        writer.put(self.mediaChannel != nil)
        writer.put(self.mediaControlChannel != nil)
        writer.put(self.dynamicRTPPayloadType != nil)
        if let value = self.nonStandard {
            writer.putList(value, 0, nil)
        }
        if let value = self.sessionID {
            writer.putInteger(Int(value), 1, 255)
        }
        if let value = self.mediaChannel {
            value.encode(into: &writer)
        }
        if let value = self.mediaControlChannel {
            value.encode(into: &writer)
        }
        if let value = self.dynamicRTPPayloadType {
            writer.putInteger(Int(value), 96, 127)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.flowControlToZero {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.portNumber {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 65535)
            writer.endOpenType(start)
        }
        if let value = self.multiplePayloadStream {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
