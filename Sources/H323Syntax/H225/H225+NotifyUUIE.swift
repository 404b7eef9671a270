// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// A notification (clause 7.4.2).
    package struct NotifyUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `CallIdentifier`.
        package var callIdentifier: H225.CallIdentifier

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF AliasAddress`, addition 1.
        package var connectedAddress: [H225.AliasAddress]?

        /// `PresentationIndicator`, addition 2.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, addition 3.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// `EndpointType`, addition 4.
        @BoxedIfPresent package var destinationInfo: H225.EndpointType?

        /// `SEQUENCE OF DisplayName`, addition 5.
        package var displayName: [H225.DisplayName]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier, callIdentifier: H225.CallIdentifier) {
            self.protocolIdentifier = protocolIdentifier
            self.callIdentifier = callIdentifier
        }
    }
}

extension H225.NotifyUUIE {
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
            if try reader.enterAddition(0, of: bitmap) {
                self.connectedAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.destinationInfo = try H225.EndpointType(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.displayName = try reader.takeList(0, nil, of: H225.DisplayName.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 5)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 5, self.unrecognized)
        bitmap.insert(0, if: self.connectedAddress != nil)
        bitmap.insert(1, if: self.presentationIndicator != nil)
        bitmap.insert(2, if: self.screeningIndicator != nil)
        bitmap.insert(3, if: self._destinationInfo.isPresent)
        bitmap.insert(4, if: self.displayName != nil)
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
        if let value = self.connectedAddress {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.presentationIndicator {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.screeningIndicator {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.destinationInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.displayName {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
