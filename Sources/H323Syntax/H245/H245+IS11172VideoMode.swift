// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `IS11172VideoMode` (H.245).
    package struct IS11172VideoMode: PERValue {
        /// `BOOLEAN`.
        package var constrainedBitstream: Bool

        /// `INTEGER (0..1073741823)`, optional.
        package var videoBitRate: UInt32?

        /// `INTEGER (0..262143)`, optional.
        package var vbvBufferSize: UInt32?

        /// `INTEGER (0..16383)`, optional.
        package var samplesPerLine: UInt16?

        /// `INTEGER (0..16383)`, optional.
        package var linesPerFrame: UInt16?

        /// `INTEGER (0..15)`, optional.
        package var pictureRate: UInt8?

        /// `INTEGER (0..4294967295)`, optional.
        package var luminanceSampleRate: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(constrainedBitstream: Bool) {
            self.constrainedBitstream = constrainedBitstream
        }
    }
}

extension H245.IS11172VideoMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        let constrainedBitstream = try reader.takeBit()
        self.init(constrainedBitstream: constrainedBitstream)
        if present & 1 << 5 != 0 {
            self.videoBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 1_073_741_823))
        }
        if present & 1 << 4 != 0 {
            self.vbvBufferSize = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 262143))
        }
        if present & 1 << 3 != 0 {
            self.samplesPerLine = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        if present & 1 << 2 != 0 {
            self.linesPerFrame = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        if present & 1 << 1 != 0 {
            self.pictureRate = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
        }
        if present & 1 << 0 != 0 {
            self.luminanceSampleRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.videoBitRate != nil)
        writer.put(self.vbvBufferSize != nil)
        writer.put(self.samplesPerLine != nil)
        writer.put(self.linesPerFrame != nil)
        writer.put(self.pictureRate != nil)
        writer.put(self.luminanceSampleRate != nil)
        writer.put(self.constrainedBitstream)
        if let value = self.videoBitRate {
            writer.putInteger(Int(value), 0, 1_073_741_823)
        }
        if let value = self.vbvBufferSize {
            writer.putInteger(Int(value), 0, 262143)
        }
        if let value = self.samplesPerLine {
            writer.putInteger(Int(value), 0, 16383)
        }
        if let value = self.linesPerFrame {
            writer.putInteger(Int(value), 0, 16383)
        }
        if let value = self.pictureRate {
            writer.putInteger(Int(value), 0, 15)
        }
        if let value = self.luminanceSampleRate {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
