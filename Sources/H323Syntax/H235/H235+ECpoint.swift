// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `ECpoint` (H.235.0).
    package struct ECpoint: PERValue {
        /// `BIT STRING (SIZE (0..511))`, optional.
        package var x: BitString?

        /// `BIT STRING (SIZE (0..511))`, optional.
        package var y: BitString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H235.ECpoint {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.x = try reader.takeBitString(0, 511)
        }
        if present & 1 << 0 != 0 {
            self.y = try reader.takeBitString(0, 511)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.x != nil)
        writer.put(self.y != nil)
        if let value = self.x {
            writer.putBitString(value, 0, 511)
        }
        if let value = self.y {
            writer.putBitString(value, 0, 511)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
