// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `DHset` (H.235.0).
    package struct DHset: PERValue {
        /// `BIT STRING (SIZE (0..2048))`.
        package var halfkey: BitString

        /// `BIT STRING (SIZE (0..2048))`.
        package var modSize: BitString

        /// `BIT STRING (SIZE (0..2048))`.
        package var generator: BitString

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(halfkey: BitString, modSize: BitString, generator: BitString) {
            self.halfkey = halfkey
            self.modSize = modSize
            self.generator = generator
        }
    }
}

extension H235.DHset {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let halfkey = try reader.takeBitString(0, 2048)
        let modSize = try reader.takeBitString(0, 2048)
        let generator = try reader.takeBitString(0, 2048)
        self.init(halfkey: halfkey, modSize: modSize, generator: generator)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putBitString(self.halfkey, 0, 2048)
        writer.putBitString(self.modSize, 0, 2048)
        writer.putBitString(self.generator, 0, 2048)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
