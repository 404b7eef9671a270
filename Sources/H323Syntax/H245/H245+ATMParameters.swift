// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ATMParameters` (H.245).
    package struct ATMParameters: PERValue {
        /// `INTEGER (0..65535)`.
        package var maxNTUSize: UInt16

        /// `BOOLEAN`.
        package var atmUBR: Bool

        /// `BOOLEAN`.
        package var atmrtVBR: Bool

        /// `BOOLEAN`.
        package var atmnrtVBR: Bool

        /// `BOOLEAN`.
        package var atmABR: Bool

        /// `BOOLEAN`.
        package var atmCBR: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(maxNTUSize: UInt16, atmUBR: Bool, atmrtVBR: Bool, atmnrtVBR: Bool, atmABR: Bool, atmCBR: Bool) {
            self.maxNTUSize = maxNTUSize
            self.atmUBR = atmUBR
            self.atmrtVBR = atmrtVBR
            self.atmnrtVBR = atmnrtVBR
            self.atmABR = atmABR
            self.atmCBR = atmCBR
        }
    }
}

extension H245.ATMParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let maxNTUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let atmUBR = try reader.takeBit()
        let atmrtVBR = try reader.takeBit()
        let atmnrtVBR = try reader.takeBit()
        let atmABR = try reader.takeBit()
        let atmCBR = try reader.takeBit()
        self.init(
            maxNTUSize: maxNTUSize,
            atmUBR: atmUBR,
            atmrtVBR: atmrtVBR,
            atmnrtVBR: atmnrtVBR,
            atmABR: atmABR,
            atmCBR: atmCBR
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maxNTUSize), 0, 65535)
        writer.put(self.atmUBR)
        writer.put(self.atmrtVBR)
        writer.put(self.atmnrtVBR)
        writer.put(self.atmABR)
        writer.put(self.atmCBR)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
