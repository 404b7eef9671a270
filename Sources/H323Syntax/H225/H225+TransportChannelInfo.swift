// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `TransportChannelInfo` (H.225.0).
    package struct TransportChannelInfo: PERValue {
        /// `TransportAddress`, optional.
        @BoxedIfPresent package var sendAddress: H225.TransportAddress?

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var recvAddress: H225.TransportAddress?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.TransportChannelInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.sendAddress = try H225.TransportAddress(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.recvAddress = try H225.TransportAddress(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._sendAddress.isPresent)
        writer.put(self._recvAddress.isPresent)
        if let value = self.sendAddress {
            value.encode(into: &writer)
        }
        if let value = self.recvAddress {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
