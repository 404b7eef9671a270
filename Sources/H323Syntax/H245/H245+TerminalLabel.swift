// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `TerminalLabel` (H.245).
    package struct TerminalLabel: PERValue {
        /// `McuNumber`.
        package var mcuNumber: H245.McuNumber

        /// `TerminalNumber`.
        package var terminalNumber: H245.TerminalNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(mcuNumber: H245.McuNumber, terminalNumber: H245.TerminalNumber) {
            self.mcuNumber = mcuNumber
            self.terminalNumber = terminalNumber
        }
    }
}

extension H245.TerminalLabel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let mcuNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 192))
        let terminalNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 192))
        self.init(mcuNumber: mcuNumber, terminalNumber: terminalNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.mcuNumber), 0, 192)
        writer.putInteger(Int(self.terminalNumber), 0, 192)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
