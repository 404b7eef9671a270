// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MCLocationIndication` (H.245).
    package struct MCLocationIndication: PERValue {
        /// `TransportAddress`.
        package var signalAddress: H245.TransportAddress

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(signalAddress: H245.TransportAddress) {
            self.signalAddress = signalAddress
        }
    }
}

extension H245.MCLocationIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let signalAddress = try H245.TransportAddress(from: &reader)
        self.init(signalAddress: signalAddress)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.signalAddress.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
