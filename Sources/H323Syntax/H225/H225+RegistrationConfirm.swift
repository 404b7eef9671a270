// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// RCF: you are registered (clause 7.9.2).
    package struct RegistrationConfirm: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF TransportAddress`.
        package var callSignalAddress: [H225.TransportAddress]

        /// `SEQUENCE OF AliasAddress`, optional.
        package var terminalAlias: [H225.AliasAddress]?

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `EndpointIdentifier`.
        package var endpointIdentifier: H225.EndpointIdentifier

        /// `SEQUENCE OF AlternateGK`, addition 1.
        package var alternateGatekeeper: [H225.AlternateGK]?

        /// `TimeToLive`, addition 2.
        package var timeToLive: H225.TimeToLive?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 5.
        package var integrityCheckValue: H225.ICV?

        /// `BOOLEAN`, addition 6.
        package var willRespondToIRR: Bool?

        /// `SEQUENCE`, addition 7.
        @BoxedIfPresent package var preGrantedARQ: H225.RegistrationConfirm.PreGrantedARQ?

        /// `BOOLEAN`, addition 8.
        package var maintainConnection: Bool?

        /// `SEQUENCE OF ServiceControlSession`, addition 9.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `NULL`, addition 10.
        package var supportsAdditiveRegistration = false

        /// `SEQUENCE OF AddressPattern`, addition 11.
        package var terminalAliasPattern: [H225.AddressPattern]?

        /// `SEQUENCE OF SupportedPrefix`, addition 12.
        package var supportedPrefixes: [H225.SupportedPrefix]?

        /// `SEQUENCE OF RasUsageSpecification`, addition 13.
        package var usageSpec: [H225.RasUsageSpecification]?

        /// `AliasAddress`, addition 14.
        package var featureServerAlias: H225.AliasAddress?

        /// `CapacityReportingSpecification`, addition 15.
        @BoxedIfPresent package var capacityReportingSpec: H225.CapacityReportingSpecification?

        /// `FeatureSet`, addition 16.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 17.
        package var genericData: [H225.GenericData]?

        /// `AlternateGK`, addition 18.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// `RehomingModel`, addition 19.
        package var rehomingModel: H225.RehomingModel?

        /// `TransportQOS`, addition 20.
        package var transportQOS: H225.TransportQOS?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            protocolIdentifier: H225.ProtocolIdentifier,
            callSignalAddress: [H225.TransportAddress],
            endpointIdentifier: H225.EndpointIdentifier
        ) {
            self.requestSeqNum = requestSeqNum
            self.protocolIdentifier = protocolIdentifier
            self.callSignalAddress = callSignalAddress
            self.endpointIdentifier = endpointIdentifier
        }
    }
}

extension H225.RegistrationConfirm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 2 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        var terminalAlias: [H225.AliasAddress]?
        if present & 1 << 1 != 0 {
            terminalAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var gatekeeperIdentifier: H225.GatekeeperIdentifier?
        if present & 1 << 0 != 0 {
            gatekeeperIdentifier = try reader.takeBMPString(1, 128)
        }
        let endpointIdentifier = try reader.takeBMPString(1, 128)
        self.init(
            requestSeqNum: requestSeqNum,
            protocolIdentifier: protocolIdentifier,
            callSignalAddress: callSignalAddress,
            endpointIdentifier: endpointIdentifier
        )
        self.nonStandardData = nonStandardData
        self.terminalAlias = terminalAlias
        self.gatekeeperIdentifier = gatekeeperIdentifier
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateGatekeeper = try reader.takeList(0, nil, of: H225.AlternateGK.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.timeToLive = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
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
                self.willRespondToIRR = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.preGrantedARQ = try H225.RegistrationConfirm.PreGrantedARQ(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.supportsAdditiveRegistration = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.terminalAliasPattern = try reader.takeList(0, nil, of: H225.AddressPattern.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.supportedPrefixes = try reader.takeList(0, nil, of: H225.SupportedPrefix.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.usageSpec = try reader.takeList(0, nil, of: H225.RasUsageSpecification.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.featureServerAlias = try H225.AliasAddress(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.capacityReportingSpec = try H225.CapacityReportingSpecification(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(17, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(18, of: bitmap) {
                self.rehomingModel = try H225.RehomingModel(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(19, of: bitmap) {
                self.transportQOS = try H225.TransportQOS(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 20)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 20, self.unrecognized)
        bitmap.insert(0, if: self.alternateGatekeeper != nil)
        bitmap.insert(1, if: self.timeToLive != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.willRespondToIRR != nil)
        bitmap.insert(6, if: self._preGrantedARQ.isPresent)
        bitmap.insert(7, if: self.maintainConnection != nil)
        bitmap.insert(8, if: self.serviceControl != nil)
        bitmap.insert(9, if: self.supportsAdditiveRegistration)
        bitmap.insert(10, if: self.terminalAliasPattern != nil)
        bitmap.insert(11, if: self.supportedPrefixes != nil)
        bitmap.insert(12, if: self.usageSpec != nil)
        bitmap.insert(13, if: self.featureServerAlias != nil)
        bitmap.insert(14, if: self._capacityReportingSpec.isPresent)
        bitmap.insert(15, if: self._featureSet.isPresent)
        bitmap.insert(16, if: self.genericData != nil)
        bitmap.insert(17, if: self._assignedGatekeeper.isPresent)
        bitmap.insert(18, if: self.rehomingModel != nil)
        bitmap.insert(19, if: self.transportQOS != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.terminalAlias != nil)
        writer.put(self.gatekeeperIdentifier != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.putList(self.callSignalAddress, 0, nil)
        if let value = self.terminalAlias {
            writer.putList(value, 0, nil)
        }
        if let value = self.gatekeeperIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        writer.putBMPString(self.endpointIdentifier, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.alternateGatekeeper {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.timeToLive {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 4_294_967_295)
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
        if let value = self.willRespondToIRR {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.preGrantedARQ {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.maintainConnection {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if self.supportsAdditiveRegistration {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.terminalAliasPattern {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.supportedPrefixes {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.usageSpec {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.featureServerAlias {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.capacityReportingSpec {
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
        if let value = self.assignedGatekeeper {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.rehomingModel {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
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

extension H225.RegistrationConfirm {
    /// What `preGrantedARQ` of ``H225.RegistrationConfirm`` holds.
    package struct PreGrantedARQ: PERValue {
        /// `BOOLEAN`.
        package var makeCall: Bool

        /// `BOOLEAN`.
        package var useGKCallSignalAddressToMakeCall: Bool

        /// `BOOLEAN`.
        package var answerCall: Bool

        /// `BOOLEAN`.
        package var useGKCallSignalAddressToAnswer: Bool

        /// `INTEGER (1..65535)`, addition 1.
        package var irrFrequencyInCall: UInt16?

        /// `BandWidth`, addition 2.
        package var totalBandwidthRestriction: H225.BandWidth?

        /// `AlternateTransportAddresses`, addition 3.
        package var alternateTransportAddresses: H225.AlternateTransportAddresses?

        /// `UseSpecifiedTransport`, addition 4.
        package var useSpecifiedTransport: H225.UseSpecifiedTransport?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            makeCall: Bool,
            useGKCallSignalAddressToMakeCall: Bool,
            answerCall: Bool,
            useGKCallSignalAddressToAnswer: Bool
        ) {
            self.makeCall = makeCall
            self.useGKCallSignalAddressToMakeCall = useGKCallSignalAddressToMakeCall
            self.answerCall = answerCall
            self.useGKCallSignalAddressToAnswer = useGKCallSignalAddressToAnswer
        }
    }
}

extension H225.RegistrationConfirm.PreGrantedARQ {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let makeCall = try reader.takeBit()
        let useGKCallSignalAddressToMakeCall = try reader.takeBit()
        let answerCall = try reader.takeBit()
        let useGKCallSignalAddressToAnswer = try reader.takeBit()
        self.init(
            makeCall: makeCall,
            useGKCallSignalAddressToMakeCall: useGKCallSignalAddressToMakeCall,
            answerCall: answerCall,
            useGKCallSignalAddressToAnswer: useGKCallSignalAddressToAnswer
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.irrFrequencyInCall = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.totalBandwidthRestriction = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.alternateTransportAddresses = try H225.AlternateTransportAddresses(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.useSpecifiedTransport = try H225.UseSpecifiedTransport(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self.irrFrequencyInCall != nil)
        bitmap.insert(1, if: self.totalBandwidthRestriction != nil)
        bitmap.insert(2, if: self.alternateTransportAddresses != nil)
        bitmap.insert(3, if: self.useSpecifiedTransport != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.makeCall)
        writer.put(self.useGKCallSignalAddressToMakeCall)
        writer.put(self.answerCall)
        writer.put(self.useGKCallSignalAddressToAnswer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.irrFrequencyInCall {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        if let value = self.totalBandwidthRestriction {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 4_294_967_295)
            writer.endOpenType(start)
        }
        if let value = self.alternateTransportAddresses {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.useSpecifiedTransport {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
