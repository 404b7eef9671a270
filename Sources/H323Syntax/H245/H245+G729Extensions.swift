// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `G729Extensions` (H.245).
    package struct G729Extensions: PERValue {
        /// `INTEGER (1..256)`, optional.
        package var audioUnit: UInt16?

        /// `BOOLEAN`.
        package var annexA: Bool

        /// `BOOLEAN`.
        package var annexB: Bool

        /// `BOOLEAN`.
        package var annexD: Bool

        /// `BOOLEAN`.
        package var annexE: Bool

        /// `BOOLEAN`.
        package var annexF: Bool

        /// `BOOLEAN`.
        package var annexG: Bool

        /// `BOOLEAN`.
        package var annexH: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(annexA: Bool, annexB: Bool, annexD: Bool, annexE: Bool, annexF: Bool, annexG: Bool, annexH: Bool) {
            self.annexA = annexA
            self.annexB = annexB
            self.annexD = annexD
            self.annexE = annexE
            self.annexF = annexF
            self.annexG = annexG
            self.annexH = annexH
        }
    }
}

extension H245.G729Extensions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var audioUnit: UInt16?
        if present & 1 << 0 != 0 {
            audioUnit = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        let annexA = try reader.takeBit()
        let annexB = try reader.takeBit()
        let annexD = try reader.takeBit()
        let annexE = try reader.takeBit()
        let annexF = try reader.takeBit()
        let annexG = try reader.takeBit()
        let annexH = try reader.takeBit()
        self.init(
            annexA: annexA,
            annexB: annexB,
            annexD: annexD,
            annexE: annexE,
            annexF: annexF,
            annexG: annexG,
            annexH: annexH
        )
        self.audioUnit = audioUnit
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.audioUnit != nil)
        if let value = self.audioUnit {
            writer.putInteger(Int(value), 1, 256)
        }
        writer.put(self.annexA)
        writer.put(self.annexB)
        writer.put(self.annexD)
        writer.put(self.annexE)
        writer.put(self.annexF)
        writer.put(self.annexG)
        writer.put(self.annexH)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
