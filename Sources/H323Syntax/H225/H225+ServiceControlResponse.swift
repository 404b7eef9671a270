// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// SCR: what became of it.
    package struct ServiceControlResponse: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `CHOICE`, optional.
        package var result: H225.ServiceControlResponse.Result?

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, optional.
        package var integrityCheckValue: H225.ICV?

        /// `FeatureSet`, optional.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, optional.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestSeqNum: H225.RequestSeqNum) {
            self.requestSeqNum = requestSeqNum
        }
    }
}

extension H225.ServiceControlResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(requestSeqNum: requestSeqNum)
        if present & 1 << 6 != 0 {
            self.result = try H225.ServiceControlResponse.Result(from: &reader)
        }
        if present & 1 << 5 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if present & 1 << 4 != 0 {
            self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
        }
        if present & 1 << 3 != 0 {
            self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
        }
        if present & 1 << 2 != 0 {
            self.integrityCheckValue = try H225.ICV(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.featureSet = try H225.FeatureSet(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.result != nil)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.put(self.integrityCheckValue != nil)
        writer.put(self._featureSet.isPresent)
        writer.put(self.genericData != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        if let value = self.result {
            value.encode(into: &writer)
        }
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.tokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.cryptoTokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.integrityCheckValue {
            value.encode(into: &writer)
        }
        if let value = self.featureSet {
            value.encode(into: &writer)
        }
        if let value = self.genericData {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.ServiceControlResponse {
    /// What `result` of ``H225.ServiceControlResponse`` holds.
    package enum Result: PERValue {
        case started
        case failed
        case stopped
        case notAvailable
        case neededFeatureNotSupported
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ServiceControlResponse.Result {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .started
        case 1:
            self = .failed
        case 2:
            self = .stopped
        case 3:
            self = .notAvailable
        default:
            self = .neededFeatureNotSupported
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .started:
            writer.putExtensibleChoice(0, of: 5)
        case .failed:
            writer.putExtensibleChoice(1, of: 5)
        case .stopped:
            writer.putExtensibleChoice(2, of: 5)
        case .notAvailable:
            writer.putExtensibleChoice(3, of: 5)
        case .neededFeatureNotSupported:
            writer.putExtensibleChoice(4, of: 5)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
