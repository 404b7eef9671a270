// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// URQ: the registration ends (clause 7.10.1).
    package struct UnregistrationRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `SEQUENCE OF TransportAddress`.
        package var callSignalAddress: [H225.TransportAddress]

        /// `SEQUENCE OF AliasAddress`, optional.
        package var endpointAlias: [H225.AliasAddress]?

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `EndpointIdentifier`, optional.
        package var endpointIdentifier: H225.EndpointIdentifier?

        /// `SEQUENCE OF Endpoint`, addition 1.
        package var alternateEndpoints: [H225.Endpoint]?

        /// `GatekeeperIdentifier`, addition 2.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 5.
        package var integrityCheckValue: H225.ICV?

        /// `UnregRequestReason`, addition 6.
        package var reason: H225.UnregRequestReason?

        /// `SEQUENCE OF AddressPattern`, addition 7.
        package var endpointAliasPattern: [H225.AddressPattern]?

        /// `SEQUENCE OF SupportedPrefix`, addition 8.
        package var supportedPrefixes: [H225.SupportedPrefix]?

        /// `SEQUENCE OF AlternateGK`, addition 9.
        package var alternateGatekeeper: [H225.AlternateGK]?

        /// `SEQUENCE OF GenericData`, addition 10.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 11.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum, callSignalAddress: [H225.TransportAddress]) {
            self.requestSeqNum = requestSeqNum
            self.callSignalAddress = callSignalAddress
        }
    }
}

extension H225.UnregistrationRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        self.init(requestSeqNum: requestSeqNum, callSignalAddress: callSignalAddress)
        if present & 1 << 2 != 0 {
            self.endpointAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.endpointIdentifier = try reader.takeBMPString(1, 128)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateEndpoints = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.gatekeeperIdentifier = try reader.takeBMPString(1, 128)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.reason = try H225.UnregRequestReason(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.endpointAliasPattern = try reader.takeList(0, nil, of: H225.AddressPattern.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.supportedPrefixes = try reader.takeList(0, nil, of: H225.SupportedPrefix.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.alternateGatekeeper = try reader.takeList(0, nil, of: H225.AlternateGK.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 11)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 11, self.unrecognized)
        bitmap.insert(0, if: self.alternateEndpoints != nil)
        bitmap.insert(1, if: self.gatekeeperIdentifier != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.reason != nil)
        bitmap.insert(6, if: self.endpointAliasPattern != nil)
        bitmap.insert(7, if: self.supportedPrefixes != nil)
        bitmap.insert(8, if: self.alternateGatekeeper != nil)
        bitmap.insert(9, if: self.genericData != nil)
        bitmap.insert(10, if: self._assignedGatekeeper.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.endpointAlias != nil)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.endpointIdentifier != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putList(self.callSignalAddress, 0, nil)
        if let value = self.endpointAlias {
            writer.putList(value, 0, nil)
        }
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.endpointIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.alternateEndpoints {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.gatekeeperIdentifier {
            let start = writer.beginOpenType()
            writer.putBMPString(value, 1, 128)
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
        if let value = self.integrityCheckValue {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.reason {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.endpointAliasPattern {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.supportedPrefixes {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.alternateGatekeeper {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.genericData {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.assignedGatekeeper {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
