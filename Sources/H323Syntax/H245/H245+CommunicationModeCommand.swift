// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CommunicationModeCommand` (H.245).
    package struct CommunicationModeCommand: PERValue {
        /// `SEQUENCE (SIZE (1..256)) OF CommunicationModeTableEntry`.
        package var communicationModeTable: [H245.CommunicationModeTableEntry]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(communicationModeTable: [H245.CommunicationModeTableEntry]) {
            self.communicationModeTable = communicationModeTable
        }
    }
}

extension H245.CommunicationModeCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let communicationModeTable = try reader.takeList(1, 256, of: H245.CommunicationModeTableEntry.init(from:))
        self.init(communicationModeTable: communicationModeTable)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.communicationModeTable, 1, 256)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
