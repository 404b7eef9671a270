// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// The state of a call (clause 7.3.13).
    package struct StatusUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `CallIdentifier`.
        package var callIdentifier: H225.CallIdentifier

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier, callIdentifier: H225.CallIdentifier) {
            self.protocolIdentifier = protocolIdentifier
            self.callIdentifier = callIdentifier
        }
    }
}

extension H225.StatusUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        let callIdentifier = try H225.CallIdentifier(from: &reader)
        self.init(protocolIdentifier: protocolIdentifier, callIdentifier: callIdentifier)
        if present & 1 << 1 != 0 {
            self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.putObjectIdentifier(self.protocolIdentifier)
        self.callIdentifier.encode(into: &writer)
        if let value = self.tokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.cryptoTokens {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
