// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// RRQ: these are my addresses and names (clause 7.9.1).
    package struct RegistrationRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `BOOLEAN`.
        package var discoveryComplete: Bool

        /// `SEQUENCE OF TransportAddress`.
        package var callSignalAddress: [H225.TransportAddress]

        /// `SEQUENCE OF TransportAddress`.
        package var rasAddress: [H225.TransportAddress]

        /// `EndpointType`.
        @Boxed package var terminalType: H225.EndpointType

        /// `SEQUENCE OF AliasAddress`, optional.
        package var terminalAlias: [H225.AliasAddress]?

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `VendorIdentifier`.
        @Boxed package var endpointVendor: H225.VendorIdentifier

        /// `SEQUENCE OF Endpoint`, addition 1.
        package var alternateEndpoints: [H225.Endpoint]?

        /// `TimeToLive`, addition 2.
        package var timeToLive: H225.TimeToLive?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 5.
        package var integrityCheckValue: H225.ICV?

        /// `BOOLEAN`, addition 6.
        package var keepAlive: Bool?

        /// `EndpointIdentifier`, addition 7.
        package var endpointIdentifier: H225.EndpointIdentifier?

        /// `BOOLEAN`, addition 8.
        package var willSupplyUUIEs: Bool?

        /// `BOOLEAN`, addition 9.
        package var maintainConnection: Bool?

        /// `AlternateTransportAddresses`, addition 10.
        package var alternateTransportAddresses: H225.AlternateTransportAddresses?

        /// `NULL`, addition 11.
        package var additiveRegistration = false

        /// `SEQUENCE OF AddressPattern`, addition 12.
        package var terminalAliasPattern: [H225.AddressPattern]?

        /// `NULL`, addition 13.
        package var supportsAltGK = false

        /// `RasUsageInfoTypes`, addition 14.
        @BoxedIfPresent package var usageReportingCapability: H225.RasUsageInfoTypes?

        /// `BOOLEAN`, addition 15.
        package var multipleCalls: Bool?

        /// `SEQUENCE OF H248PackagesDescriptor`, addition 16.
        package var supportedH248Packages: [H225.H248PackagesDescriptor]?

        /// `CallCreditCapability`, addition 17.
        package var callCreditCapability: H225.CallCreditCapability?

        /// `CapacityReportingCapability`, addition 18.
        package var capacityReportingCapability: H225.CapacityReportingCapability?

        /// `CallCapacity`, addition 19.
        package var capacity: H225.CallCapacity?

        /// `FeatureSet`, addition 20.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 21.
        package var genericData: [H225.GenericData]?

        /// `NULL`, addition 22.
        package var restart = false

        /// `NULL`, addition 23.
        package var supportsACFSequences = false

        /// `BOOLEAN`, addition 24.
        package var supportsAssignedGK: Bool?

        /// `AlternateGK`, addition 25.
        @BoxedIfPresent package var assignedGatekeeper: H225.AlternateGK?

        /// `TransportQOS`, addition 26.
        package var transportQOS: H225.TransportQOS?

        /// `SEQUENCE OF IA5String (SIZE (1..32))`, addition 27.
        package var language: [ByteString]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            protocolIdentifier: H225.ProtocolIdentifier,
            discoveryComplete: Bool,
            callSignalAddress: [H225.TransportAddress],
            rasAddress: [H225.TransportAddress],
            terminalType: H225.EndpointType,
            endpointVendor: H225.VendorIdentifier
        ) {
            self.requestSeqNum = requestSeqNum
            self.protocolIdentifier = protocolIdentifier
            self.discoveryComplete = discoveryComplete
            self.callSignalAddress = callSignalAddress
            self.rasAddress = rasAddress
            self.terminalType = terminalType
            self.endpointVendor = endpointVendor
        }
    }
}

extension H225.RegistrationRequest {
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
        let discoveryComplete = try reader.takeBit()
        let callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        let rasAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        let terminalType = try H225.EndpointType(from: &reader)
        var terminalAlias: [H225.AliasAddress]?
        if present & 1 << 1 != 0 {
            terminalAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var gatekeeperIdentifier: H225.GatekeeperIdentifier?
        if present & 1 << 0 != 0 {
            gatekeeperIdentifier = try reader.takeBMPString(1, 128)
        }
        let endpointVendor = try H225.VendorIdentifier(from: &reader)
        self.init(
            requestSeqNum: requestSeqNum,
            protocolIdentifier: protocolIdentifier,
            discoveryComplete: discoveryComplete,
            callSignalAddress: callSignalAddress,
            rasAddress: rasAddress,
            terminalType: terminalType,
            endpointVendor: endpointVendor
        )
        self.nonStandardData = nonStandardData
        self.terminalAlias = terminalAlias
        self.gatekeeperIdentifier = gatekeeperIdentifier
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateEndpoints = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
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
                self.keepAlive = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.endpointIdentifier = try reader.takeBMPString(1, 128)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.willSupplyUUIEs = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.alternateTransportAddresses = try H225.AlternateTransportAddresses(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.additiveRegistration = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.terminalAliasPattern = try reader.takeList(0, nil, of: H225.AddressPattern.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.supportsAltGK = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.usageReportingCapability = try H225.RasUsageInfoTypes(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.supportedH248Packages = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.callCreditCapability = try H225.CallCreditCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(17, of: bitmap) {
                self.capacityReportingCapability = try H225.CapacityReportingCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(18, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(19, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(20, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(21, of: bitmap) {
                self.restart = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(22, of: bitmap) {
                self.supportsACFSequences = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(23, of: bitmap) {
                self.supportsAssignedGK = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(24, of: bitmap) {
                self.assignedGatekeeper = try H225.AlternateGK(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(25, of: bitmap) {
                self.transportQOS = try H225.TransportQOS(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(26, of: bitmap) {
                self.language = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeString(.ia5, 1, 32)
                }
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 27)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 27, self.unrecognized)
        bitmap.insert(0, if: self.alternateEndpoints != nil)
        bitmap.insert(1, if: self.timeToLive != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.integrityCheckValue != nil)
        bitmap.insert(5, if: self.keepAlive != nil)
        bitmap.insert(6, if: self.endpointIdentifier != nil)
        bitmap.insert(7, if: self.willSupplyUUIEs != nil)
        bitmap.insert(8, if: self.maintainConnection != nil)
        bitmap.insert(9, if: self.alternateTransportAddresses != nil)
        bitmap.insert(10, if: self.additiveRegistration)
        bitmap.insert(11, if: self.terminalAliasPattern != nil)
        bitmap.insert(12, if: self.supportsAltGK)
        bitmap.insert(13, if: self._usageReportingCapability.isPresent)
        bitmap.insert(14, if: self.multipleCalls != nil)
        bitmap.insert(15, if: self.supportedH248Packages != nil)
        bitmap.insert(16, if: self.callCreditCapability != nil)
        bitmap.insert(17, if: self.capacityReportingCapability != nil)
        bitmap.insert(18, if: self.capacity != nil)
        bitmap.insert(19, if: self._featureSet.isPresent)
        bitmap.insert(20, if: self.genericData != nil)
        bitmap.insert(21, if: self.restart)
        bitmap.insert(22, if: self.supportsACFSequences)
        bitmap.insert(23, if: self.supportsAssignedGK != nil)
        bitmap.insert(24, if: self._assignedGatekeeper.isPresent)
        bitmap.insert(25, if: self.transportQOS != nil)
        bitmap.insert(26, if: self.language != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.terminalAlias != nil)
        writer.put(self.gatekeeperIdentifier != nil)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.put(self.discoveryComplete)
        writer.putList(self.callSignalAddress, 0, nil)
        writer.putList(self.rasAddress, 0, nil)
        self.terminalType.encode(into: &writer)
        if let value = self.terminalAlias {
            writer.putList(value, 0, nil)
        }
        if let value = self.gatekeeperIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        self.endpointVendor.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.alternateEndpoints {
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
        if let value = self.keepAlive {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.endpointIdentifier {
            let start = writer.beginOpenType()
            writer.putBMPString(value, 1, 128)
            writer.endOpenType(start)
        }
        if let value = self.willSupplyUUIEs {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.maintainConnection {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.alternateTransportAddresses {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if self.additiveRegistration {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.terminalAliasPattern {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if self.supportsAltGK {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.usageReportingCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.multipleCalls {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.supportedH248Packages {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.callCreditCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.capacityReportingCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.capacity {
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
        if self.restart {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if self.supportsACFSequences {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.supportsAssignedGK {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.assignedGatekeeper {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.transportQOS {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.language {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putString(element, .ia5, 1, 32)
            }
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
