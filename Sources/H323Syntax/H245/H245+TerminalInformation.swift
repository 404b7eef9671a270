// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `TerminalInformation` (H.245).
    package struct TerminalInformation: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `TerminalID`.
        package var terminalID: H245.TerminalID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, terminalID: H245.TerminalID) {
            self.terminalLabel = terminalLabel
            self.terminalID = terminalID
        }
    }
}

extension H245.TerminalInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let terminalID = try reader.takeOctets(1, 128)
        self.init(terminalLabel: terminalLabel, terminalID: terminalID)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.terminalID, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
