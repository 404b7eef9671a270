// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MediaPacketizationCapability` (H.245).
    package struct MediaPacketizationCapability: PERValue {
        /// `BOOLEAN`.
        package var h261aVideoPacketization: Bool

        /// `SEQUENCE (SIZE (1..256)) OF RTPPayloadType`, addition 1.
        package var rtpPayloadType: [H245.RTPPayloadType]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(h261aVideoPacketization: Bool) {
            self.h261aVideoPacketization = h261aVideoPacketization
        }
    }
}

extension H245.MediaPacketizationCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let h261aVideoPacketization = try reader.takeBit()
        self.init(h261aVideoPacketization: h261aVideoPacketization)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.rtpPayloadType = try reader.takeList(1, 256, of: H245.RTPPayloadType.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.rtpPayloadType != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.h261aVideoPacketization)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.rtpPayloadType {
            let start = writer.beginOpenType()
            writer.putList(value, 1, 256)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
