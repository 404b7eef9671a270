// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// DCF: noted (clause 7.14.2).
    package struct DisengageConfirm: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF H235.ClearToken`, addition 1.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 2.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 3.
        package var integrityCheckValue: H225.ICV?

        /// `CallCapacity`, addition 4.
        package var capacity: H225.CallCapacity?

        /// `CircuitInfo`, addition 5.
        package var circuitInfo: H225.CircuitInfo?

        /// `RasUsageInformation`, addition 6.
        @BoxedIfPresent package var usageInformation: H225.RasUsageInformation?

        /// `SEQUENCE OF GenericData`, addition 7.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 8.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum) {
            self.requestSeqNum = requestSeqNum
        }
    }
}

extension H225.DisengageConfirm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(requestSeqNum: requestSeqNum)
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.usageInformation = try H225.RasUsageInformation(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 8)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 8, self.unrecognized)
        bitmap.insert(0, if: self.tokens != nil)
        bitmap.insert(1, if: self.cryptoTokens != nil)
        bitmap.insert(2, if: self.integrityCheckValue != nil)
        bitmap.insert(3, if: self.capacity != nil)
        bitmap.insert(4, if: self.circuitInfo != nil)
        bitmap.insert(5, if: self._usageInformation.isPresent)
        bitmap.insert(6, if: self.genericData != nil)
        bitmap.insert(7, if: self._assignedGatekeeper.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
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
        if let value = self.capacity {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.usageInformation {
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
