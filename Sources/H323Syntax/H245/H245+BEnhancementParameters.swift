// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `BEnhancementParameters` (H.245).
    package struct BEnhancementParameters: PERValue {
        /// `EnhancementOptions`.
        @Boxed package var enhancementOptions: H245.EnhancementOptions

        /// `INTEGER (1..64)`.
        package var numberOfBPictures: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(enhancementOptions: H245.EnhancementOptions, numberOfBPictures: UInt8) {
            self.enhancementOptions = enhancementOptions
            self.numberOfBPictures = numberOfBPictures
        }
    }
}

extension H245.BEnhancementParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let enhancementOptions = try H245.EnhancementOptions(from: &reader)
        let numberOfBPictures = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 64))
        self.init(enhancementOptions: enhancementOptions, numberOfBPictures: numberOfBPictures)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.enhancementOptions.encode(into: &writer)
        writer.putInteger(Int(self.numberOfBPictures), 1, 64)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
