// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V42bis` (H.245).
    package struct V42bis: PERValue {
        /// `INTEGER (1..65536)`.
        package var numberOfCodewords: UInt32

        /// `INTEGER (1..256)`.
        package var maximumStringLength: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(numberOfCodewords: UInt32, maximumStringLength: UInt16) {
            self.numberOfCodewords = numberOfCodewords
            self.maximumStringLength = maximumStringLength
        }
    }
}

extension H245.V42bis {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let numberOfCodewords = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 65536))
        let maximumStringLength = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        self.init(numberOfCodewords: numberOfCodewords, maximumStringLength: maximumStringLength)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.numberOfCodewords), 1, 65536)
        writer.putInteger(Int(self.maximumStringLength), 1, 256)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
