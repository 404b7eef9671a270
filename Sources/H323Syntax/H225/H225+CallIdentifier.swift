// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// The identifier of a call, the same on all its channels.
    package struct CallIdentifier: PERValue {
        /// `GloballyUniqueID`.
        package var guid: H225.GloballyUniqueID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(guid: H225.GloballyUniqueID) {
            self.guid = guid
        }
    }
}

extension H225.CallIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let guid = try reader.takeOctets(16, 16)
        self.init(guid: guid)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.guid, 16, 16)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
