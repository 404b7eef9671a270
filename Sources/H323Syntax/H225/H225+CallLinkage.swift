// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallLinkage` (H.225.0).
    package struct CallLinkage: PERValue {
        /// `GloballyUniqueID`, optional.
        package var globalCallId: H225.GloballyUniqueID?

        /// `GloballyUniqueID`, optional.
        package var threadId: H225.GloballyUniqueID?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CallLinkage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.globalCallId = try reader.takeOctets(16, 16)
        }
        if present & 1 << 0 != 0 {
            self.threadId = try reader.takeOctets(16, 16)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.globalCallId != nil)
        writer.put(self.threadId != nil)
        if let value = self.globalCallId {
            writer.putOctets(value, 16, 16)
        }
        if let value = self.threadId {
            writer.putOctets(value, 16, 16)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
