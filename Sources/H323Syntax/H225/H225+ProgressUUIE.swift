// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Something happened on the way (clause 7.3.8).
    package struct ProgressUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `EndpointType`.
        @Boxed package var destinationInfo: H225.EndpointType

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var h245Address: H225.TransportAddress?

        /// `CallIdentifier`.
        package var callIdentifier: H225.CallIdentifier

        /// `H245Security`, optional.
        package var h245SecurityMode: H225.H245Security?

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF OCTET STRING`, optional.
        package var fastStart: [[UInt8]]?

        /// `BOOLEAN`, addition 1.
        package var multipleCalls: Bool?

        /// `BOOLEAN`, addition 2.
        package var maintainConnection: Bool?

        /// `NULL`, addition 3.
        package var fastConnectRefused = false

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            protocolIdentifier: H225.ProtocolIdentifier,
            destinationInfo: H225.EndpointType,
            callIdentifier: H225.CallIdentifier
        ) {
            self.protocolIdentifier = protocolIdentifier
            self.destinationInfo = destinationInfo
            self.callIdentifier = callIdentifier
        }
    }
}

extension H225.ProgressUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        let destinationInfo = try H225.EndpointType(from: &reader)
        var h245Address: H225.TransportAddress?
        if present & 1 << 4 != 0 {
            h245Address = try H225.TransportAddress(from: &reader)
        }
        let callIdentifier = try H225.CallIdentifier(from: &reader)
        self.init(
            protocolIdentifier: protocolIdentifier,
            destinationInfo: destinationInfo,
            callIdentifier: callIdentifier
        )
        self.h245Address = h245Address
        if present & 1 << 3 != 0 {
            self.h245SecurityMode = try H225.H245Security(from: &reader)
        }
        if present & 1 << 2 != 0 {
            self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.fastStart = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                try reader.takeOctets()
            }
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.fastConnectRefused = true
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self.multipleCalls != nil)
        bitmap.insert(1, if: self.maintainConnection != nil)
        bitmap.insert(2, if: self.fastConnectRefused)
        writer.put(!bitmap.isEmpty)
        writer.put(self._h245Address.isPresent)
        writer.put(self.h245SecurityMode != nil)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.put(self.fastStart != nil)
        writer.putObjectIdentifier(self.protocolIdentifier)
        self.destinationInfo.encode(into: &writer)
        if let value = self.h245Address {
            value.encode(into: &writer)
        }
        self.callIdentifier.encode(into: &writer)
        if let value = self.h245SecurityMode {
            value.encode(into: &writer)
        }
        if let value = self.tokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.cryptoTokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.fastStart {
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.multipleCalls {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.maintainConnection {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if self.fastConnectRefused {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
