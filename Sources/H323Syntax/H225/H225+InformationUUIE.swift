// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// More digits, or what a keypad sent (clause 7.3.6).
    package struct InformationUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF OCTET STRING`, addition 4.
        package var fastStart: [[UInt8]]?

        /// `NULL`, addition 5.
        package var fastConnectRefused = false

        /// `CircuitInfo`, addition 6.
        package var circuitInfo: H225.CircuitInfo?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier) {
            self.protocolIdentifier = protocolIdentifier
        }
    }
}

extension H225.InformationUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let protocolIdentifier = try reader.takeObjectIdentifier()
        self.init(protocolIdentifier: protocolIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.fastStart = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.fastConnectRefused = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 6)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 6, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.fastStart != nil)
        bitmap.insert(4, if: self.fastConnectRefused)
        bitmap.insert(5, if: self.circuitInfo != nil)
        writer.put(!bitmap.isEmpty)
        writer.putObjectIdentifier(self.protocolIdentifier)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.tokens {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.cryptoTokens {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.fastStart {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if self.fastConnectRefused {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
