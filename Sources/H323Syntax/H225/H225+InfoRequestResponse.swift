// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// IRR: these (clause 7.15.2).
    package struct InfoRequestResponse: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `EndpointType`.
        @Boxed package var endpointType: H225.EndpointType

        /// `EndpointIdentifier`.
        package var endpointIdentifier: H225.EndpointIdentifier

        /// `TransportAddress`.
        @Boxed package var rasAddress: H225.TransportAddress

        /// `SEQUENCE OF TransportAddress`.
        package var callSignalAddress: [H225.TransportAddress]

        /// `SEQUENCE OF AliasAddress`, optional.
        package var endpointAlias: [H225.AliasAddress]?

        /// `SEQUENCE OF SEQUENCE`, optional.
        package var perCallInfo: [H225.InfoRequestResponse.PerCallInfo]?

        /// `SEQUENCE OF H235.ClearToken`, addition 1.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 2.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 3.
        package var integrityCheckValue: H225.ICV?

        /// `BOOLEAN`, addition 4.
        package var needResponse: Bool?

        /// `CallCapacity`, addition 5.
        package var capacity: H225.CallCapacity?

        /// `InfoRequestResponseStatus`, addition 6.
        package var irrStatus: H225.InfoRequestResponseStatus?

        /// `BOOLEAN`, addition 7.
        package var unsolicited: Bool?

        /// `SEQUENCE OF GenericData`, addition 8.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            endpointType: H225.EndpointType,
            endpointIdentifier: H225.EndpointIdentifier,
            rasAddress: H225.TransportAddress,
            callSignalAddress: [H225.TransportAddress]
        ) {
            self.requestSeqNum = requestSeqNum
            self.endpointType = endpointType
            self.endpointIdentifier = endpointIdentifier
            self.rasAddress = rasAddress
            self.callSignalAddress = callSignalAddress
        }
    }
}

extension H225.InfoRequestResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 2 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let endpointType = try H225.EndpointType(from: &reader)
        let endpointIdentifier = try reader.takeBMPString(1, 128)
        let rasAddress = try H225.TransportAddress(from: &reader)
        let callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        self.init(
            requestSeqNum: requestSeqNum,
            endpointType: endpointType,
            endpointIdentifier: endpointIdentifier,
            rasAddress: rasAddress,
            callSignalAddress: callSignalAddress
        )
        self.nonStandardData = nonStandardData
        if present & 1 << 1 != 0 {
            self.endpointAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.perCallInfo = try reader.takeList(0, nil, of: H225.InfoRequestResponse.PerCallInfo.init(from:))
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
                self.needResponse = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.irrStatus = try H225.InfoRequestResponseStatus(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.unsolicited = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
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
        bitmap.insert(3, if: self.needResponse != nil)
        bitmap.insert(4, if: self.capacity != nil)
        bitmap.insert(5, if: self.irrStatus != nil)
        bitmap.insert(6, if: self.unsolicited != nil)
        bitmap.insert(7, if: self.genericData != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.endpointAlias != nil)
        writer.put(self.perCallInfo != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        self.endpointType.encode(into: &writer)
        writer.putBMPString(self.endpointIdentifier, 1, 128)
        self.rasAddress.encode(into: &writer)
        writer.putList(self.callSignalAddress, 0, nil)
        if let value = self.endpointAlias {
            writer.putList(value, 0, nil)
        }
        if let value = self.perCallInfo {
            writer.putList(value, 0, nil)
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
        if let value = self.needResponse {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.capacity {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.irrStatus {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.unsolicited {
            let start = writer.beginOpenType()
            writer.put(value)
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

extension H225.InfoRequestResponse {
    /// What `perCallInfo` of ``H225.InfoRequestResponse`` holds.
    package struct PerCallInfo: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `CallReferenceValue`.
        package var callReferenceValue: H225.CallReferenceValue

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `BOOLEAN`, optional.
        package var originator: Bool?

        /// `SEQUENCE OF RTPSession`, optional.
        package var audio: [H225.RTPSession]?

        /// `SEQUENCE OF RTPSession`, optional.
        package var video: [H225.RTPSession]?

        /// `SEQUENCE OF TransportChannelInfo`, optional.
        package var data: [H225.TransportChannelInfo]?

        /// `TransportChannelInfo`.
        package var h245: H225.TransportChannelInfo

        /// `TransportChannelInfo`.
        package var callSignalling: H225.TransportChannelInfo

        /// `CallType`.
        package var callType: H225.CallType

        /// `BandWidth`.
        package var bandWidth: H225.BandWidth

        /// `CallModel`.
        package var callModel: H225.CallModel

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF ConferenceIdentifier`, addition 4.
        package var substituteConfIDs: [H225.ConferenceIdentifier]?

        /// `SEQUENCE OF SEQUENCE`, addition 5.
        package var pdu: [H225.InfoRequestResponse.PerCallInfo.Pdu]?

        /// `CallLinkage`, addition 6.
        package var callLinkage: H225.CallLinkage?

        /// `RasUsageInformation`, addition 7.
        @BoxedIfPresent package var usageInformation: H225.RasUsageInformation?

        /// `CircuitInfo`, addition 8.
        package var circuitInfo: H225.CircuitInfo?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            callReferenceValue: H225.CallReferenceValue,
            conferenceID: H225.ConferenceIdentifier,
            h245: H225.TransportChannelInfo,
            callSignalling: H225.TransportChannelInfo,
            callType: H225.CallType,
            bandWidth: H225.BandWidth,
            callModel: H225.CallModel
        ) {
            self.callReferenceValue = callReferenceValue
            self.conferenceID = conferenceID
            self.h245 = h245
            self.callSignalling = callSignalling
            self.callType = callType
            self.bandWidth = bandWidth
            self.callModel = callModel
        }
    }
}

extension H225.InfoRequestResponse.PerCallInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 4 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let callReferenceValue = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let conferenceID = try reader.takeOctets(16, 16)
        var originator: Bool?
        if present & 1 << 3 != 0 {
            originator = try reader.takeBit()
        }
        var audio: [H225.RTPSession]?
        if present & 1 << 2 != 0 {
            audio = try reader.takeList(0, nil, of: H225.RTPSession.init(from:))
        }
        var video: [H225.RTPSession]?
        if present & 1 << 1 != 0 {
            video = try reader.takeList(0, nil, of: H225.RTPSession.init(from:))
        }
        var data: [H225.TransportChannelInfo]?
        if present & 1 << 0 != 0 {
            data = try reader.takeList(0, nil, of: H225.TransportChannelInfo.init(from:))
        }
        let h245 = try H225.TransportChannelInfo(from: &reader)
        let callSignalling = try H225.TransportChannelInfo(from: &reader)
        let callType = try H225.CallType(from: &reader)
        let bandWidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        let callModel = try H225.CallModel(from: &reader)
        self.init(
            callReferenceValue: callReferenceValue,
            conferenceID: conferenceID,
            h245: h245,
            callSignalling: callSignalling,
            callType: callType,
            bandWidth: bandWidth,
            callModel: callModel
        )
        self.nonStandardData = nonStandardData
        self.originator = originator
        self.audio = audio
        self.video = video
        self.data = data
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
                self.substituteConfIDs = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets(16, 16)
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.pdu = try reader.takeList(0, nil, of: H225.InfoRequestResponse.PerCallInfo.Pdu.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.callLinkage = try H225.CallLinkage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.usageInformation = try H225.RasUsageInformation(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 8)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 8, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.substituteConfIDs != nil)
        bitmap.insert(4, if: self.pdu != nil)
        bitmap.insert(5, if: self.callLinkage != nil)
        bitmap.insert(6, if: self._usageInformation.isPresent)
        bitmap.insert(7, if: self.circuitInfo != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.originator != nil)
        writer.put(self.audio != nil)
        writer.put(self.video != nil)
        writer.put(self.data != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.callReferenceValue), 0, 65535)
        writer.putOctets(self.conferenceID, 16, 16)
        if let value = self.originator {
            writer.put(value)
        }
        if let value = self.audio {
            writer.putList(value, 0, nil)
        }
        if let value = self.video {
            writer.putList(value, 0, nil)
        }
        if let value = self.data {
            writer.putList(value, 0, nil)
        }
        self.h245.encode(into: &writer)
        self.callSignalling.encode(into: &writer)
        self.callType.encode(into: &writer)
        writer.putInteger(Int(self.bandWidth), 0, 4_294_967_295)
        self.callModel.encode(into: &writer)
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
        if let value = self.substituteConfIDs {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element, 16, 16)
            }
            writer.endOpenType(start)
        }
        if let value = self.pdu {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.callLinkage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.usageInformation {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.InfoRequestResponse.PerCallInfo {
    /// What `pdu` of ``H225.InfoRequestResponse.PerCallInfo`` holds.
    package struct Pdu: PERValue {
        /// `H323-UU-PDU`.
        @Boxed package var h323pdu: H225.H323UUPDU

        /// `BOOLEAN`.
        package var sent: Bool

        package init(h323pdu: H225.H323UUPDU, sent: Bool) {
            self.h323pdu = h323pdu
            self.sent = sent
        }
    }
}

extension H225.InfoRequestResponse.PerCallInfo.Pdu {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let h323pdu = try H225.H323UUPDU(from: &reader)
        let sent = try reader.takeBit()
        self.init(h323pdu: h323pdu, sent: sent)
    }

    package func encode(into writer: inout PERWriter) {
        self.h323pdu.encode(into: &writer)
        writer.put(self.sent)
    }
}
