// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `GenericMessage` (H.245).
    package struct GenericMessage: PERValue {
        /// `CapabilityIdentifier`.
        @Boxed package var messageIdentifier: H245.CapabilityIdentifier

        /// `INTEGER (0..127)`, optional.
        package var subMessageIdentifier: UInt8?

        /// `SEQUENCE OF GenericParameter`, optional.
        package var messageContent: [H245.GenericParameter]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(messageIdentifier: H245.CapabilityIdentifier) {
            self.messageIdentifier = messageIdentifier
        }
    }
}

extension H245.GenericMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let messageIdentifier = try H245.CapabilityIdentifier(from: &reader)
        self.init(messageIdentifier: messageIdentifier)
        if present & 1 << 1 != 0 {
            self.subMessageIdentifier = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        }
        if present & 1 << 0 != 0 {
            self.messageContent = try reader.takeList(0, nil, of: H245.GenericParameter.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.subMessageIdentifier != nil)
        writer.put(self.messageContent != nil)
        self.messageIdentifier.encode(into: &writer)
        if let value = self.subMessageIdentifier {
            writer.putInteger(Int(value), 0, 127)
        }
        if let value = self.messageContent {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
