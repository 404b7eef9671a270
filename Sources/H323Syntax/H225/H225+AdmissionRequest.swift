// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// ARQ: may I place or answer this call (clause 7.11.1).
    package struct AdmissionRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `CallType`.
        package var callType: H225.CallType

        /// `CallModel`, optional.
        package var callModel: H225.CallModel?

        /// `EndpointIdentifier`.
        package var endpointIdentifier: H225.EndpointIdentifier

        /// `SEQUENCE OF AliasAddress`, optional.
        package var destinationInfo: [H225.AliasAddress]?

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var destCallSignalAddress: H225.TransportAddress?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var destExtraCallInfo: [H225.AliasAddress]?

        /// `SEQUENCE OF AliasAddress`.
        package var srcInfo: [H225.AliasAddress]

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var srcCallSignalAddress: H225.TransportAddress?

        /// `BandWidth`.
        package var bandWidth: H225.BandWidth

        /// `CallReferenceValue`.
        package var callReferenceValue: H225.CallReferenceValue

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `QseriesOptions`, optional.
        @BoxedIfPresent package var callServices: H225.QseriesOptions?

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `BOOLEAN`.
        package var activeMC: Bool

        /// `BOOLEAN`.
        package var answerCall: Bool

        /// `BOOLEAN`, addition 1.
        package var canMapAlias: Bool?

        /// `CallIdentifier`, addition 2.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF Endpoint`, addition 3.
        package var srcAlternatives: [H225.Endpoint]?

        /// `SEQUENCE OF Endpoint`, addition 4.
        package var destAlternatives: [H225.Endpoint]?

        /// `GatekeeperIdentifier`, addition 5.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 6.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 7.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 8.
        package var integrityCheckValue: H225.ICV?

        /// `TransportQOS`, addition 9.
        package var transportQOS: H225.TransportQOS?

        /// `BOOLEAN`, addition 10.
        package var willSupplyUUIEs: Bool?

        /// `CallLinkage`, addition 11.
        package var callLinkage: H225.CallLinkage?

        /// `DataRate`, addition 12.
        package var gatewayDataRate: H225.DataRate?

        /// `CallCapacity`, addition 13.
        package var capacity: H225.CallCapacity?

        /// `CircuitInfo`, addition 14.
        package var circuitInfo: H225.CircuitInfo?

        /// `SEQUENCE OF SupportedProtocols`, addition 15.
        package var desiredProtocols: [H225.SupportedProtocols]?

        /// `TunnelledProtocol`, addition 16.
        package var desiredTunnelledProtocol: H225.TunnelledProtocol?

        /// `FeatureSet`, addition 17.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 18.
        package var genericData: [H225.GenericData]?

        /// `BOOLEAN`, addition 19.
        package var canMapSrcAlias: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            callType: H225.CallType,
            endpointIdentifier: H225.EndpointIdentifier,
            srcInfo: [H225.AliasAddress],
            bandWidth: H225.BandWidth,
            callReferenceValue: H225.CallReferenceValue,
            conferenceID: H225.ConferenceIdentifier,
            activeMC: Bool,
            answerCall: Bool
        ) {
            self.requestSeqNum = requestSeqNum
            self.callType = callType
            self.endpointIdentifier = endpointIdentifier
            self.srcInfo = srcInfo
            self.bandWidth = bandWidth
            self.callReferenceValue = callReferenceValue
            self.conferenceID = conferenceID
            self.activeMC = activeMC
            self.answerCall = answerCall
        }
    }
}

extension H225.AdmissionRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let callType = try H225.CallType(from: &reader)
        var callModel: H225.CallModel?
        if present & 1 << 6 != 0 {
            callModel = try H225.CallModel(from: &reader)
        }
        let endpointIdentifier = try reader.takeBMPString(1, 128)
        var destinationInfo: [H225.AliasAddress]?
        if present & 1 << 5 != 0 {
            destinationInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var destCallSignalAddress: H225.TransportAddress?
        if present & 1 << 4 != 0 {
            destCallSignalAddress = try H225.TransportAddress(from: &reader)
        }
        var destExtraCallInfo: [H225.AliasAddress]?
        if present & 1 << 3 != 0 {
            destExtraCallInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        let srcInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        var srcCallSignalAddress: H225.TransportAddress?
        if present & 1 << 2 != 0 {
            srcCallSignalAddress = try H225.TransportAddress(from: &reader)
        }
        let bandWidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        let callReferenceValue = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        var callServices: H225.QseriesOptions?
        if present & 1 << 0 != 0 {
            callServices = try H225.QseriesOptions(from: &reader)
        }
        let conferenceID = try reader.takeOctets(16, 16)
        let activeMC = try reader.takeBit()
        let answerCall = try reader.takeBit()
        self.init(
            requestSeqNum: requestSeqNum,
            callType: callType,
            endpointIdentifier: endpointIdentifier,
            srcInfo: srcInfo,
            bandWidth: bandWidth,
            callReferenceValue: callReferenceValue,
            conferenceID: conferenceID,
            activeMC: activeMC,
            answerCall: answerCall
        )
        self.callModel = callModel
        self.destinationInfo = destinationInfo
        self.destCallSignalAddress = destCallSignalAddress
        self.destExtraCallInfo = destExtraCallInfo
        self.srcCallSignalAddress = srcCallSignalAddress
        self.nonStandardData = nonStandardData
        self.callServices = callServices
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.canMapAlias = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.srcAlternatives = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.destAlternatives = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.gatekeeperIdentifier = try reader.takeBMPString(1, 128)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.transportQOS = try H225.TransportQOS(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.willSupplyUUIEs = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.callLinkage = try H225.CallLinkage(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.gatewayDataRate = try H225.DataRate(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.desiredProtocols = try reader.takeList(0, nil, of: H225.SupportedProtocols.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.desiredTunnelledProtocol = try H225.TunnelledProtocol(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(17, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(18, of: bitmap) {
                self.canMapSrcAlias = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 19)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 19, self.unrecognized)
        bitmap.insert(0, if: self.canMapAlias != nil)
        bitmap.insert(1, if: self.callIdentifier != nil)
        bitmap.insert(2, if: self.srcAlternatives != nil)
        bitmap.insert(3, if: self.destAlternatives != nil)
        bitmap.insert(4, if: self.gatekeeperIdentifier != nil)
        bitmap.insert(5, if: self.tokens != nil)
        bitmap.insert(6, if: self.cryptoTokens != nil)
        bitmap.insert(7, if: self.integrityCheckValue != nil)
        bitmap.insert(8, if: self.transportQOS != nil)
        bitmap.insert(9, if: self.willSupplyUUIEs != nil)
        bitmap.insert(10, if: self.callLinkage != nil)
        bitmap.insert(11, if: self.gatewayDataRate != nil)
        bitmap.insert(12, if: self.capacity != nil)
        bitmap.insert(13, if: self.circuitInfo != nil)
        bitmap.insert(14, if: self.desiredProtocols != nil)
        bitmap.insert(15, if: self.desiredTunnelledProtocol != nil)
        bitmap.insert(16, if: self._featureSet.isPresent)
        bitmap.insert(17, if: self.genericData != nil)
        bitmap.insert(18, if: self.canMapSrcAlias != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.callModel != nil)
        writer.put(self.destinationInfo != nil)
        writer.put(self._destCallSignalAddress.isPresent)
        writer.put(self.destExtraCallInfo != nil)
        writer.put(self._srcCallSignalAddress.isPresent)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self._callServices.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        self.callType.encode(into: &writer)
        if let value = self.callModel {
            value.encode(into: &writer)
        }
        writer.putBMPString(self.endpointIdentifier, 1, 128)
        if let value = self.destinationInfo {
            writer.putList(value, 0, nil)
        }
        if let value = self.destCallSignalAddress {
            value.encode(into: &writer)
        }
        if let value = self.destExtraCallInfo {
            writer.putList(value, 0, nil)
        }
        writer.putList(self.srcInfo, 0, nil)
        if let value = self.srcCallSignalAddress {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.bandWidth), 0, 4_294_967_295)
        writer.putInteger(Int(self.callReferenceValue), 0, 65535)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.callServices {
            value.encode(into: &writer)
        }
        writer.putOctets(self.conferenceID, 16, 16)
        writer.put(self.activeMC)
        writer.put(self.answerCall)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.canMapAlias {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.srcAlternatives {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.destAlternatives {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        if let value = self.transportQOS {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.willSupplyUUIEs {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.callLinkage {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.gatewayDataRate {
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
        if let value = self.desiredProtocols {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.desiredTunnelledProtocol {
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
        if let value = self.canMapSrcAlias {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
