// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// GRJ: not I (clause 7.8.3).
    package struct GatekeeperReject: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `GatekeeperRejectReason`.
        package var rejectReason: H225.GatekeeperRejectReason

        /// `AltGKInfo`, addition 1.
        package var altGKInfo: H225.AltGKInfo?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 4.
        package var integrityCheckValue: H225.ICV?

        /// `FeatureSet`, addition 5.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 6.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            protocolIdentifier: H225.ProtocolIdentifier,
            rejectReason: H225.GatekeeperRejectReason
        ) {
            self.requestSeqNum = requestSeqNum
            self.protocolIdentifier = protocolIdentifier
            self.rejectReason = rejectReason
        }
    }
}

extension H225.GatekeeperReject {
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
        let rejectReason = try H225.GatekeeperRejectReason(from: &reader)
        self.init(requestSeqNum: requestSeqNum, protocolIdentifier: protocolIdentifier, rejectReason: rejectReason)
        self.nonStandardData = nonStandardData
        self.gatekeeperIdentifier = gatekeeperIdentifier
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.altGKInfo = try H225.AltGKInfo(from: &reader)
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
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 6)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 6, self.unrecognized)
        bitmap.insert(0, if: self.altGKInfo != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.integrityCheckValue != nil)
        bitmap.insert(4, if: self._featureSet.isPresent)
        bitmap.insert(5, if: self.genericData != nil)
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
        self.rejectReason.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.altGKInfo {
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
        writer.putUnrecognized(self.unrecognized)
    }
}
