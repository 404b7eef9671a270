// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// DRQ: a call has ended, or must (clause 7.14.1).
    package struct DisengageRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `EndpointIdentifier`.
        package var endpointIdentifier: H225.EndpointIdentifier

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `CallReferenceValue`.
        package var callReferenceValue: H225.CallReferenceValue

        /// `DisengageReason`.
        package var disengageReason: H225.DisengageReason

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

        /// `CircuitInfo`, addition 9.
        package var circuitInfo: H225.CircuitInfo?

        /// `RasUsageInformation`, addition 10.
        @BoxedIfPresent package var usageInformation: H225.RasUsageInformation?

        /// `CallTerminationCause`, addition 11.
        package var terminationCause: H225.CallTerminationCause?

        /// `SEQUENCE OF ServiceControlSession`, addition 12.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `SEQUENCE OF GenericData`, addition 13.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            endpointIdentifier: H225.EndpointIdentifier,
            conferenceID: H225.ConferenceIdentifier,
            callReferenceValue: H225.CallReferenceValue,
            disengageReason: H225.DisengageReason
        ) {
            self.requestSeqNum = requestSeqNum
            self.endpointIdentifier = endpointIdentifier
            self.conferenceID = conferenceID
            self.callReferenceValue = callReferenceValue
            self.disengageReason = disengageReason
        }
    }
}

extension H225.DisengageRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let endpointIdentifier = try reader.takeBMPString(1, 128)
        let conferenceID = try reader.takeOctets(16, 16)
        let callReferenceValue = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let disengageReason = try H225.DisengageReason(from: &reader)
        self.init(
            requestSeqNum: requestSeqNum,
            endpointIdentifier: endpointIdentifier,
            conferenceID: conferenceID,
            callReferenceValue: callReferenceValue,
            disengageReason: disengageReason
        )
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
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.usageInformation = try H225.RasUsageInformation(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.terminationCause = try H225.CallTerminationCause(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 13)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 13, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.gatekeeperIdentifier != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.answeredCall != nil)
        bitmap.insert(6, if: self.callLinkage != nil)
        bitmap.insert(7, if: self.capacity != nil)
        bitmap.insert(8, if: self.circuitInfo != nil)
        bitmap.insert(9, if: self._usageInformation.isPresent)
        bitmap.insert(10, if: self.terminationCause != nil)
        bitmap.insert(11, if: self.serviceControl != nil)
        bitmap.insert(12, if: self.genericData != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putBMPString(self.endpointIdentifier, 1, 128)
        writer.putOctets(self.conferenceID, 16, 16)
        writer.putInteger(Int(self.callReferenceValue), 0, 65535)
        self.disengageReason.encode(into: &writer)
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
        if let value = self.terminationCause {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
