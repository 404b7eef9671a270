// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ConferenceList` (H.225.0).
    package struct ConferenceList: PERValue {
        /// `ConferenceIdentifier`, optional.
        package var conferenceID: H225.ConferenceIdentifier?

        /// `AliasAddress`, optional.
        package var conferenceAlias: H225.AliasAddress?

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.ConferenceList {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.conferenceID = try reader.takeOctets(16, 16)
        }
        if present & 1 << 1 != 0 {
            self.conferenceAlias = try H225.AliasAddress(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.conferenceID != nil)
        writer.put(self.conferenceAlias != nil)
        writer.put(self._nonStandardData.isPresent)
        if let value = self.conferenceID {
            writer.putOctets(value, 16, 16)
        }
        if let value = self.conferenceAlias {
            value.encode(into: &writer)
        }
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
