// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `G7231AnnexCCapability` (H.245).
    package struct G7231AnnexCCapability: PERValue {
        /// `INTEGER (1..256)`.
        package var maxAlSduAudioFrames: UInt16

        /// `BOOLEAN`.
        package var silenceSuppression: Bool

        /// `SEQUENCE`, optional.
        @BoxedIfPresent package var g723AnnexCAudioMode: H245.G7231AnnexCCapability.G723AnnexCAudioMode?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(maxAlSduAudioFrames: UInt16, silenceSuppression: Bool) {
            self.maxAlSduAudioFrames = maxAlSduAudioFrames
            self.silenceSuppression = silenceSuppression
        }
    }
}

extension H245.G7231AnnexCCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let maxAlSduAudioFrames = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let silenceSuppression = try reader.takeBit()
        self.init(maxAlSduAudioFrames: maxAlSduAudioFrames, silenceSuppression: silenceSuppression)
        if present & 1 << 0 != 0 {
            self.g723AnnexCAudioMode = try H245.G7231AnnexCCapability.G723AnnexCAudioMode(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._g723AnnexCAudioMode.isPresent)
        writer.putInteger(Int(self.maxAlSduAudioFrames), 1, 256)
        writer.put(self.silenceSuppression)
        if let value = self.g723AnnexCAudioMode {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.G7231AnnexCCapability {
    /// What `g723AnnexCAudioMode` of ``H245.G7231AnnexCCapability`` holds.
    package struct G723AnnexCAudioMode: PERValue {
        /// `INTEGER (27..78)`.
        package var highRateMode0: UInt8

        /// `INTEGER (27..78)`.
        package var highRateMode1: UInt8

        /// `INTEGER (23..66)`.
        package var lowRateMode0: UInt8

        /// `INTEGER (23..66)`.
        package var lowRateMode1: UInt8

        /// `INTEGER (6..17)`.
        package var sidMode0: UInt8

        /// `INTEGER (6..17)`.
        package var sidMode1: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            highRateMode0: UInt8,
            highRateMode1: UInt8,
            lowRateMode0: UInt8,
            lowRateMode1: UInt8,
            sidMode0: UInt8,
            sidMode1: UInt8
        ) {
            self.highRateMode0 = highRateMode0
            self.highRateMode1 = highRateMode1
            self.lowRateMode0 = lowRateMode0
            self.lowRateMode1 = lowRateMode1
            self.sidMode0 = sidMode0
            self.sidMode1 = sidMode1
        }
    }
}

extension H245.G7231AnnexCCapability.G723AnnexCAudioMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let highRateMode0 = UInt8(truncatingIfNeeded: try reader.takeInteger(27, 78))
        let highRateMode1 = UInt8(truncatingIfNeeded: try reader.takeInteger(27, 78))
        let lowRateMode0 = UInt8(truncatingIfNeeded: try reader.takeInteger(23, 66))
        let lowRateMode1 = UInt8(truncatingIfNeeded: try reader.takeInteger(23, 66))
        let sidMode0 = UInt8(truncatingIfNeeded: try reader.takeInteger(6, 17))
        let sidMode1 = UInt8(truncatingIfNeeded: try reader.takeInteger(6, 17))
        self.init(
            highRateMode0: highRateMode0,
            highRateMode1: highRateMode1,
            lowRateMode0: lowRateMode0,
            lowRateMode1: lowRateMode1,
            sidMode0: sidMode0,
            sidMode1: sidMode1
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.highRateMode0), 27, 78)
        writer.putInteger(Int(self.highRateMode1), 27, 78)
        writer.putInteger(Int(self.lowRateMode0), 23, 66)
        writer.putInteger(Int(self.lowRateMode1), 23, 66)
        writer.putInteger(Int(self.sidMode0), 6, 17)
        writer.putInteger(Int(self.sidMode1), 6, 17)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
