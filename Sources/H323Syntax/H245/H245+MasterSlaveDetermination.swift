// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// Who decides when both ends want the same (clause C.2).
    package struct MasterSlaveDetermination: PERValue {
        /// `INTEGER (0..255)`.
        package var terminalType: UInt8

        /// `INTEGER (0..16777215)`.
        package var statusDeterminationNumber: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalType: UInt8, statusDeterminationNumber: UInt32) {
            self.terminalType = terminalType
            self.statusDeterminationNumber = statusDeterminationNumber
        }
    }
}

extension H245.MasterSlaveDetermination {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let terminalType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let statusDeterminationNumber = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 16_777_215))
        self.init(terminalType: terminalType, statusDeterminationNumber: statusDeterminationNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.terminalType), 0, 255)
        writer.putInteger(Int(self.statusDeterminationNumber), 0, 16_777_215)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
