// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// SCI: something for the user of an endpoint.
    package struct ServiceControlIndication: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF ServiceControlSession`.
        package var serviceControl: [H225.ServiceControlSession]

        /// `EndpointIdentifier`, optional.
        package var endpointIdentifier: H225.EndpointIdentifier?

        /// `SEQUENCE`, optional.
        @BoxedIfPresent package var callSpecific: H225.ServiceControlIndication.CallSpecific?

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

        package init(requestSeqNum: H225.RequestSeqNum, serviceControl: [H225.ServiceControlSession]) {
            self.requestSeqNum = requestSeqNum
            self.serviceControl = serviceControl
        }
    }
}

extension H225.ServiceControlIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(8)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 7 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
        self.init(requestSeqNum: requestSeqNum, serviceControl: serviceControl)
        self.nonStandardData = nonStandardData
        if present & 1 << 6 != 0 {
            self.endpointIdentifier = try reader.takeBMPString(1, 128)
        }
        if present & 1 << 5 != 0 {
            self.callSpecific = try H225.ServiceControlIndication.CallSpecific(from: &reader)
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
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.endpointIdentifier != nil)
        writer.put(self._callSpecific.isPresent)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.put(self.integrityCheckValue != nil)
        writer.put(self._featureSet.isPresent)
        writer.put(self.genericData != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.putList(self.serviceControl, 0, nil)
        if let value = self.endpointIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        if let value = self.callSpecific {
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

extension H225.ServiceControlIndication {
    /// What `callSpecific` of ``H225.ServiceControlIndication`` holds.
    package struct CallSpecific: PERValue {
        /// `CallIdentifier`.
        package var callIdentifier: H225.CallIdentifier

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `BOOLEAN`.
        package var answeredCall: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(callIdentifier: H225.CallIdentifier, conferenceID: H225.ConferenceIdentifier, answeredCall: Bool) {
            self.callIdentifier = callIdentifier
            self.conferenceID = conferenceID
            self.answeredCall = answeredCall
        }
    }
}

extension H225.ServiceControlIndication.CallSpecific {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let callIdentifier = try H225.CallIdentifier(from: &reader)
        let conferenceID = try reader.takeOctets(16, 16)
        let answeredCall = try reader.takeBit()
        self.init(callIdentifier: callIdentifier, conferenceID: conferenceID, answeredCall: answeredCall)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.callIdentifier.encode(into: &writer)
        writer.putOctets(self.conferenceID, 16, 16)
        writer.put(self.answeredCall)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
