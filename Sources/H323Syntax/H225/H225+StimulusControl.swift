// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `StimulusControl` (H.225.0).
    package struct StimulusControl: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandard: H225.NonStandardParameter?

        /// `NULL`, optional.
        package var isText = false

        /// `OCTET STRING`, optional.
        package var h248Message: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.StimulusControl {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.nonStandard = try H225.NonStandardParameter(from: &reader)
        }
        self.isText = present & 1 << 1 != 0
        if present & 1 << 0 != 0 {
            self.h248Message = try reader.takeOctets()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandard.isPresent)
        writer.put(self.isText)
        writer.put(self.h248Message != nil)
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        if let value = self.h248Message {
            writer.putOctets(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
