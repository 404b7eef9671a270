// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RequestAllTerminalIDsResponse` (H.245).
    package struct RequestAllTerminalIDsResponse: PERValue {
        /// `SEQUENCE OF TerminalInformation`.
        package var terminalInformation: [H245.TerminalInformation]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalInformation: [H245.TerminalInformation]) {
            self.terminalInformation = terminalInformation
        }
    }
}

extension H245.RequestAllTerminalIDsResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let terminalInformation = try reader.takeList(0, nil, of: H245.TerminalInformation.init(from:))
        self.init(terminalInformation: terminalInformation)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.terminalInformation, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
