// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// BRQ: the call needs another bandwidth (clause 7.12.1).
    package struct BandwidthRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `EndpointIdentifier`.
        package var endpointIdentifier: H225.EndpointIdentifier

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `CallReferenceValue`.
        package var callReferenceValue: H225.CallReferenceValue

        /// `CallType`, optional.
        package var callType: H225.CallType?

        /// `BandWidth`.
        package var bandWidth: H225.BandWidth

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `GatekeeperIdentifier`, addition 2.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 5.
        package var integrityCheckValue: H225.ICV?

        /// `BOOLEAN`, addition 6.
        package var answeredCall: Bool?

        /// `CallLinkage`, addition 7.
        package var callLinkage: H225.CallLinkage?

        /// `CallCapacity`, addition 8.
        package var capacity: H225.CallCapacity?

        /// `RasUsageInformation`, addition 9.
        @BoxedIfPresent package var usageInformation: H225.RasUsageInformation?

        /// `SEQUENCE OF BandwidthDetails`, addition 10.
        package var bandwidthDetails: [H225.BandwidthDetails]?

        /// `SEQUENCE OF GenericData`, addition 11.
        package var genericData: [H225.GenericData]?

        /// `TransportQOS`, addition 12.
        package var transportQOS: H225.TransportQOS?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            endpointIdentifier: H225.EndpointIdentifier,
            conferenceID: H225.ConferenceIdentifier,
            callReferenceValue: H225.CallReferenceValue,
            bandWidth: H225.BandWidth
        ) {
            self.requestSeqNum = requestSeqNum
            self.endpointIdentifier = endpointIdentifier
            self.conferenceID = conferenceID
            self.callReferenceValue = callReferenceValue
            self.bandWidth = bandWidth
        }
    }
}

extension H225.BandwidthRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let endpointIdentifier = try reader.takeBMPString(1, 128)
        let conferenceID = try reader.takeOctets(16, 16)
        let callReferenceValue = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        var callType: H225.CallType?
        if present & 1 << 1 != 0 {
            callType = try H225.CallType(from: &reader)
        }
        let bandWidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(
            requestSeqNum: requestSeqNum,
            endpointIdentifier: endpointIdentifier,
            conferenceID: conferenceID,
            callReferenceValue: callReferenceValue,
            bandWidth: bandWidth
        )
        self.callType = callType
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
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
                self.answeredCall = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.callLinkage = try H225.CallLinkage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.usageInformation = try H225.RasUsageInformation(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.bandwidthDetails = try reader.takeList(0, nil, of: H225.BandwidthDetails.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.transportQOS = try H225.TransportQOS(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 12)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 12, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.gatekeeperIdentifier != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.answeredCall != nil)
        bitmap.insert(6, if: self.callLinkage != nil)
        bitmap.insert(7, if: self.capacity != nil)
        bitmap.insert(8, if: self._usageInformation.isPresent)
        bitmap.insert(9, if: self.bandwidthDetails != nil)
        bitmap.insert(10, if: self.genericData != nil)
        bitmap.insert(11, if: self.transportQOS != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.callType != nil)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putBMPString(self.endpointIdentifier, 1, 128)
        writer.putOctets(self.conferenceID, 16, 16)
        writer.putInteger(Int(self.callReferenceValue), 0, 65535)
        if let value = self.callType {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.bandWidth), 0, 4_294_967_295)
        if let value = self.nonStandardData {
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
        if let value = self.answeredCall {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.callLinkage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.capacity {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.usageInformation {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.bandwidthDetails {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.genericData {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.transportQOS {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
