// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `T38FaxTcpOptions` (H.245).
    package struct T38FaxTcpOptions: PERValue {
        /// `BOOLEAN`.
        package var t38TCPBidirectionalMode: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(t38TCPBidirectionalMode: Bool) {
            self.t38TCPBidirectionalMode = t38TCPBidirectionalMode
        }
    }
}

extension H245.T38FaxTcpOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let t38TCPBidirectionalMode = try reader.takeBit()
        self.init(t38TCPBidirectionalMode: t38TCPBidirectionalMode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.t38TCPBidirectionalMode)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
