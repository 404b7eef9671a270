// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `Params` (H.245).
    package struct Params: PERValue {
        /// `IV8`, optional.
        package var iv8: H245.IV8?

        /// `IV16`, optional.
        package var iv16: H245.IV16?

        /// `OCTET STRING`, optional.
        package var iv: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.Params {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.iv8 = try reader.takeOctets(8, 8)
        }
        if present & 1 << 1 != 0 {
            self.iv16 = try reader.takeOctets(16, 16)
        }
        if present & 1 << 0 != 0 {
            self.iv = try reader.takeOctets()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.iv8 != nil)
        writer.put(self.iv16 != nil)
        writer.put(self.iv != nil)
        if let value = self.iv8 {
            writer.putOctets(value, 8, 8)
        }
        if let value = self.iv16 {
            writer.putOctets(value, 16, 16)
        }
        if let value = self.iv {
            writer.putOctets(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
