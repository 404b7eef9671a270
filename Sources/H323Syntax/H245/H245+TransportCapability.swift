// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `TransportCapability` (H.245).
    package struct TransportCapability: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandard: H245.NonStandardParameter?

        /// `SEQUENCE (SIZE (1..256)) OF QOSCapability`, optional.
        package var qOSCapabilities: [H245.QOSCapability]?

        /// `SEQUENCE (SIZE (1..256)) OF MediaChannelCapability`, optional.
        package var mediaChannelCapabilities: [H245.MediaChannelCapability]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.TransportCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.nonStandard = try H245.NonStandardParameter(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.qOSCapabilities = try reader.takeList(1, 256, of: H245.QOSCapability.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.mediaChannelCapabilities = try reader.takeList(1, 256, of: H245.MediaChannelCapability.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        writer.put(self.qOSCapabilities != nil)
        writer.put(self.mediaChannelCapabilities != nil)
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        if let value = self.qOSCapabilities {
            writer.putList(value, 1, 256)
        }
        if let value = self.mediaChannelCapabilities {
            writer.putList(value, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
