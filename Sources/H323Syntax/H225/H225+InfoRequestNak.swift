// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// INAK: it was in error (clause 7.15.4).
    package struct InfoRequestNak: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `InfoRequestNakReason`.
        package var nakReason: H225.InfoRequestNakReason

        /// `AltGKInfo`, optional.
        package var altGKInfo: H225.AltGKInfo?

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, optional.
        package var integrityCheckValue: H225.ICV?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum, nakReason: H225.InfoRequestNakReason) {
            self.requestSeqNum = requestSeqNum
            self.nakReason = nakReason
        }
    }
}

extension H225.InfoRequestNak {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 4 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let nakReason = try H225.InfoRequestNakReason(from: &reader)
        self.init(requestSeqNum: requestSeqNum, nakReason: nakReason)
        self.nonStandardData = nonStandardData
        if present & 1 << 3 != 0 {
            self.altGKInfo = try H225.AltGKInfo(from: &reader)
        }
        if present & 1 << 2 != 0 {
            self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.integrityCheckValue = try H225.ICV(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.altGKInfo != nil)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.put(self.integrityCheckValue != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        self.nakReason.encode(into: &writer)
        if let value = self.altGKInfo {
            value.encode(into: &writer)
        }
        if let value = self.tokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.cryptoTokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.integrityCheckValue {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
