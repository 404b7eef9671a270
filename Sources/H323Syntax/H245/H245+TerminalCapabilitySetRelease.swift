// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The other end did not answer in time.
    package struct TerminalCapabilitySetRelease: PERValue {
        /// `SEQUENCE OF GenericInformation`, addition 1.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.TerminalCapabilitySetRelease {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        self.init()
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericInformation {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
