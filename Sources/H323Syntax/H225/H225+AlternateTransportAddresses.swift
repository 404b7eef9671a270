// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `AlternateTransportAddresses` (H.225.0).
    package struct AlternateTransportAddresses: PERValue {
        /// `SEQUENCE OF TransportAddress`, optional.
        package var annexE: [H225.TransportAddress]?

        /// `SEQUENCE OF TransportAddress`, addition 1.
        package var sctp: [H225.TransportAddress]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.AlternateTransportAddresses {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            self.annexE = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.sctp = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.sctp != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.annexE != nil)
        if let value = self.annexE {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.sctp {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
