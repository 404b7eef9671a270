// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `TerminalYouAreSeeingInSubPictureNumber` (H.245).
    package struct TerminalYouAreSeeingInSubPictureNumber: PERValue {
        /// `TerminalNumber`.
        package var terminalNumber: H245.TerminalNumber

        /// `INTEGER (0..255)`.
        package var subPictureNumber: UInt8

        /// `McuNumber`, addition 1.
        package var mcuNumber: H245.McuNumber?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalNumber: H245.TerminalNumber, subPictureNumber: UInt8) {
            self.terminalNumber = terminalNumber
            self.subPictureNumber = subPictureNumber
        }
    }
}

extension H245.TerminalYouAreSeeingInSubPictureNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let terminalNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 192))
        let subPictureNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(terminalNumber: terminalNumber, subPictureNumber: subPictureNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.mcuNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 192))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.mcuNumber != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.terminalNumber), 0, 192)
        writer.putInteger(Int(self.subPictureNumber), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.mcuNumber {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 192)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
