// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `SubstituteConferenceIDCommand` (H.245).
    package struct SubstituteConferenceIDCommand: PERValue {
        /// `OCTET STRING (SIZE (16))`.
        package var conferenceIdentifier: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(conferenceIdentifier: [UInt8]) {
            self.conferenceIdentifier = conferenceIdentifier
        }
    }
}

extension H245.SubstituteConferenceIDCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let conferenceIdentifier = try reader.takeOctets(16, 16)
        self.init(conferenceIdentifier: conferenceIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.conferenceIdentifier, 16, 16)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
