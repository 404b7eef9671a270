// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263VideoModeCombos` (H.245).
    package struct H263VideoModeCombos: PERValue {
        /// `H263ModeComboFlags`.
        @Boxed package var h263VideoUncoupledModes: H245.H263ModeComboFlags

        /// `SEQUENCE (SIZE (1..16)) OF H263ModeComboFlags`.
        package var h263VideoCoupledModes: [H245.H263ModeComboFlags]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            h263VideoUncoupledModes: H245.H263ModeComboFlags,
            h263VideoCoupledModes: [H245.H263ModeComboFlags]
        ) {
            self.h263VideoUncoupledModes = h263VideoUncoupledModes
            self.h263VideoCoupledModes = h263VideoCoupledModes
        }
    }
}

extension H245.H263VideoModeCombos {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let h263VideoUncoupledModes = try H245.H263ModeComboFlags(from: &reader)
        let h263VideoCoupledModes = try reader.takeList(1, 16, of: H245.H263ModeComboFlags.init(from:))
        self.init(h263VideoUncoupledModes: h263VideoUncoupledModes, h263VideoCoupledModes: h263VideoCoupledModes)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.h263VideoUncoupledModes.encode(into: &writer)
        writer.putList(self.h263VideoCoupledModes, 1, 16)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
