// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RTPH263VideoRedundancyFrameMapping` (H.245).
    package struct RTPH263VideoRedundancyFrameMapping: PERValue {
        /// `INTEGER (0..15)`.
        package var threadNumber: UInt8

        /// `SEQUENCE (SIZE (1..256)) OF INTEGER (0..255)`.
        package var frameSequence: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(threadNumber: UInt8, frameSequence: [UInt8]) {
            self.threadNumber = threadNumber
            self.frameSequence = frameSequence
        }
    }
}

extension H245.RTPH263VideoRedundancyFrameMapping {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let threadNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
        let frameSequence = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
            UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        }
        self.init(threadNumber: threadNumber, frameSequence: frameSequence)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.threadNumber), 0, 15)
        writer.putList(self.frameSequence, 1, 256) { element, writer in
            writer.putInteger(Int(element), 0, 255)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
