// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// IRQ: which calls do you have (clause 7.15.1).
    package struct InfoRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `CallReferenceValue`.
        package var callReferenceValue: H225.CallReferenceValue

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var replyAddress: H225.TransportAddress?

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 4.
        package var integrityCheckValue: H225.ICV?

        /// `UUIEsRequested`, addition 5.
        @BoxedIfPresent package var uuiesRequested: H225.UUIEsRequested?

        /// `CallLinkage`, addition 6.
        package var callLinkage: H225.CallLinkage?

        /// `RasUsageInfoTypes`, addition 7.
        @BoxedIfPresent package var usageInfoRequested: H225.RasUsageInfoTypes?

        /// `NULL`, addition 8.
        package var segmentedResponseSupported = false

        /// `INTEGER (0..65535)`, addition 9.
        package var nextSegmentRequested: UInt16?

        /// `NULL`, addition 10.
        package var capacityInfoRequested = false

        /// `SEQUENCE OF GenericData`, addition 11.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 12.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum, callReferenceValue: H225.CallReferenceValue) {
            self.requestSeqNum = requestSeqNum
            self.callReferenceValue = callReferenceValue
        }
    }
}

extension H225.InfoRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let callReferenceValue = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(requestSeqNum: requestSeqNum, callReferenceValue: callReferenceValue)
        if present & 1 << 1 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.replyAddress = try H225.TransportAddress(from: &reader)
        }
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
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.uuiesRequested = try H225.UUIEsRequested(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.callLinkage = try H225.CallLinkage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.usageInfoRequested = try H225.RasUsageInfoTypes(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.segmentedResponseSupported = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.nextSegmentRequested = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.capacityInfoRequested = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
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
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.integrityCheckValue != nil)
        bitmap.insert(4, if: self._uuiesRequested.isPresent)
        bitmap.insert(5, if: self.callLinkage != nil)
        bitmap.insert(6, if: self._usageInfoRequested.isPresent)
        bitmap.insert(7, if: self.segmentedResponseSupported)
        bitmap.insert(8, if: self.nextSegmentRequested != nil)
        bitmap.insert(9, if: self.capacityInfoRequested)
        bitmap.insert(10, if: self.genericData != nil)
        bitmap.insert(11, if: self._assignedGatekeeper.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self._replyAddress.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putInteger(Int(self.callReferenceValue), 0, 65535)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.replyAddress {
            value.encode(into: &writer)
        }
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
        if let value = self.integrityCheckValue {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.uuiesRequested {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.callLinkage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.usageInfoRequested {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if self.segmentedResponseSupported {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.nextSegmentRequested {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 65535)
            writer.endOpenType(start)
        }
        if self.capacityInfoRequested {
            let start = writer.beginOpenType()
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
