// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// GRQ: who is my gatekeeper (clause 7.8.1).
    package struct GatekeeperRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `TransportAddress`.
        @Boxed package var rasAddress: H225.TransportAddress

        /// `EndpointType`.
        @Boxed package var endpointType: H225.EndpointType

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `QseriesOptions`, optional.
        @BoxedIfPresent package var callServices: H225.QseriesOptions?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var endpointAlias: [H225.AliasAddress]?

        /// `SEQUENCE OF Endpoint`, addition 1.
        package var alternateEndpoints: [H225.Endpoint]?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF H235.AuthenticationMechanism`, addition 4.
        package var authenticationCapability: [H235.AuthenticationMechanism]?

        /// `SEQUENCE OF OBJECT IDENTIFIER`, addition 5.
        package var algorithmOIDs: [OID]?

        /// `SEQUENCE OF IntegrityMechanism`, addition 6.
        package var integrity: [H225.IntegrityMechanism]?

        /// `ICV`, addition 7.
        package var integrityCheckValue: H225.ICV?

        /// `NULL`, addition 8.
        package var supportsAltGK = false

        /// `FeatureSet`, addition 9.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 10.
        package var genericData: [H225.GenericData]?

        /// `BOOLEAN`, addition 11.
        package var supportsAssignedGK: Bool?

        /// `AlternateGK`, addition 12.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            protocolIdentifier: H225.ProtocolIdentifier,
            rasAddress: H225.TransportAddress,
            endpointType: H225.EndpointType
        ) {
            self.requestSeqNum = requestSeqNum
            self.protocolIdentifier = protocolIdentifier
            self.rasAddress = rasAddress
            self.endpointType = endpointType
        }
    }
}

extension H225.GatekeeperRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(4)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 3 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let rasAddress = try H225.TransportAddress(from: &reader)
        let endpointType = try H225.EndpointType(from: &reader)
        self.init(
            requestSeqNum: requestSeqNum,
            protocolIdentifier: protocolIdentifier,
            rasAddress: rasAddress,
            endpointType: endpointType
        )
        self.nonStandardData = nonStandardData
        if present & 1 << 2 != 0 {
            self.gatekeeperIdentifier = try reader.takeBMPString(1, 128)
        }
        if present & 1 << 1 != 0 {
            self.callServices = try H225.QseriesOptions(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.endpointAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateEndpoints = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
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
                self.authenticationCapability = try reader.takeList(
                    0,
                    nil,
                    of: H235.AuthenticationMechanism.init(from:)
                )
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.algorithmOIDs = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeObjectIdentifier()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.integrity = try reader.takeList(0, nil, of: H225.IntegrityMechanism.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.supportsAltGK = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.supportsAssignedGK = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 12)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 12, self.unrecognized)
        bitmap.insert(0, if: self.alternateEndpoints != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.authenticationCapability != nil)
        bitmap.insert(4, if: self.algorithmOIDs != nil)
        bitmap.insert(5, if: self.integrity != nil)
        bitmap.insert(6, if: self.integrityCheckValue != nil)
        bitmap.insert(7, if: self.supportsAltGK)
        bitmap.insert(8, if: self._featureSet.isPresent)
        bitmap.insert(9, if: self.genericData != nil)
        bitmap.insert(10, if: self.supportsAssignedGK != nil)
        bitmap.insert(11, if: self._assignedGatekeeper.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.gatekeeperIdentifier != nil)
        writer.put(self._callServices.isPresent)
        writer.put(self.endpointAlias != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        self.rasAddress.encode(into: &writer)
        self.endpointType.encode(into: &writer)
        if let value = self.gatekeeperIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        if let value = self.callServices {
            value.encode(into: &writer)
        }
        if let value = self.endpointAlias {
            writer.putList(value, 0, nil)
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
        if let value = self.authenticationCapability {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.algorithmOIDs {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putObjectIdentifier(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.integrity {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.integrityCheckValue {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if self.supportsAltGK {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.featureSet {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.genericData {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.supportsAssignedGK {
            let start = writer.beginOpenType()
            writer.put(value)
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
