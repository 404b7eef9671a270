// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// GCF: I am (clause 7.8.2).
    package struct GatekeeperConfirm: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `TransportAddress`.
        @Boxed package var rasAddress: H225.TransportAddress

        /// `SEQUENCE OF AlternateGK`, addition 1.
        package var alternateGatekeeper: [H225.AlternateGK]?

        /// `H235.AuthenticationMechanism`, addition 2.
        package var authenticationMode: H235.AuthenticationMechanism?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `OBJECT IDENTIFIER`, addition 5.
        package var algorithmOID: OID?

        /// `SEQUENCE OF IntegrityMechanism`, addition 6.
        package var integrity: [H225.IntegrityMechanism]?

        /// `ICV`, addition 7.
        package var integrityCheckValue: H225.ICV?

        /// `FeatureSet`, addition 8.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 9.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 10.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// `RehomingModel`, addition 11.
        package var rehomingModel: H225.RehomingModel?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            protocolIdentifier: H225.ProtocolIdentifier,
            rasAddress: H225.TransportAddress
        ) {
            self.requestSeqNum = requestSeqNum
            self.protocolIdentifier = protocolIdentifier
            self.rasAddress = rasAddress
        }
    }
}

extension H225.GatekeeperConfirm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        var gatekeeperIdentifier: H225.GatekeeperIdentifier?
        if present & 1 << 0 != 0 {
            gatekeeperIdentifier = try reader.takeBMPString(1, 128)
        }
        let rasAddress = try H225.TransportAddress(from: &reader)
        self.init(requestSeqNum: requestSeqNum, protocolIdentifier: protocolIdentifier, rasAddress: rasAddress)
        self.nonStandardData = nonStandardData
        self.gatekeeperIdentifier = gatekeeperIdentifier
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateGatekeeper = try reader.takeList(0, nil, of: H225.AlternateGK.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.authenticationMode = try H235.AuthenticationMechanism(from: &reader)
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
                self.algorithmOID = try reader.takeObjectIdentifier()
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
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.rehomingModel = try H225.RehomingModel(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 11)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 11, self.unrecognized)
        bitmap.insert(0, if: self.alternateGatekeeper != nil)
        bitmap.insert(1, if: self.authenticationMode != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.algorithmOID != nil)
        bitmap.insert(5, if: self.integrity != nil)
        bitmap.insert(6, if: self.integrityCheckValue != nil)
        bitmap.insert(7, if: self._featureSet.isPresent)
        bitmap.insert(8, if: self.genericData != nil)
        bitmap.insert(9, if: self._assignedGatekeeper.isPresent)
        bitmap.insert(10, if: self.rehomingModel != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.gatekeeperIdentifier != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.gatekeeperIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        self.rasAddress.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.alternateGatekeeper {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.authenticationMode {
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
        if let value = self.algorithmOID {
            let start = writer.beginOpenType()
            writer.putObjectIdentifier(value)
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
        if let value = self.assignedGatekeeper {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.rehomingModel {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
