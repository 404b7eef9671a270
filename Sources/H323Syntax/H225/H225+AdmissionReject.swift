// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// ARJ: you may not (clause 7.11.3).
    package struct AdmissionReject: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `AdmissionRejectReason`.
        package var rejectReason: H225.AdmissionRejectReason

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `AltGKInfo`, addition 1.
        package var altGKInfo: H225.AltGKInfo?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF TransportAddress`, addition 4.
        package var callSignalAddress: [H225.TransportAddress]?

        /// `ICV`, addition 5.
        package var integrityCheckValue: H225.ICV?

        /// `SEQUENCE OF ServiceControlSession`, addition 6.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `FeatureSet`, addition 7.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 8.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 9.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum, rejectReason: H225.AdmissionRejectReason) {
            self.requestSeqNum = requestSeqNum
            self.rejectReason = rejectReason
        }
    }
}

extension H225.AdmissionReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let rejectReason = try H225.AdmissionRejectReason(from: &reader)
        self.init(requestSeqNum: requestSeqNum, rejectReason: rejectReason)
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
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
                self.callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 9)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 9, self.unrecognized)
        bitmap.insert(0, if: self.altGKInfo != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.callSignalAddress != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.serviceControl != nil)
        bitmap.insert(6, if: self._featureSet.isPresent)
        bitmap.insert(7, if: self.genericData != nil)
        bitmap.insert(8, if: self._assignedGatekeeper.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        self.rejectReason.encode(into: &writer)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
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
        if let value = self.callSignalAddress {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.integrityCheckValue {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        writer.putUnrecognized(self.unrecognized)
    }
}
