// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A channel of two directions is complete.
    package struct OpenLogicalChannelConfirm: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `SEQUENCE OF GenericInformation`, addition 1.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(forwardLogicalChannelNumber: H245.LogicalChannelNumber) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
        }
    }
}

extension H245.OpenLogicalChannelConfirm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber)
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
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
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
