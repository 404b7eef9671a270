// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// A call (clause 7.3.10).
    package struct SetupUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var h245Address: H225.TransportAddress?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var sourceAddress: [H225.AliasAddress]?

        /// `EndpointType`.
        @Boxed package var sourceInfo: H225.EndpointType

        /// `SEQUENCE OF AliasAddress`, optional.
        package var destinationAddress: [H225.AliasAddress]?

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var destCallSignalAddress: H225.TransportAddress?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var destExtraCallInfo: [H225.AliasAddress]?

        /// `SEQUENCE OF CallReferenceValue`, optional.
        package var destExtraCRV: [H225.CallReferenceValue]?

        /// `BOOLEAN`.
        package var activeMC: Bool

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `CHOICE`.
        package var conferenceGoal: H225.SetupUUIE.ConferenceGoal

        /// `QseriesOptions`, optional.
        @BoxedIfPresent package var callServices: H225.QseriesOptions?

        /// `CallType`.
        package var callType: H225.CallType

        /// `TransportAddress`, addition 1.
        @BoxedIfPresent package var sourceCallSignalAddress: H225.TransportAddress?

        /// `AliasAddress`, addition 2.
        package var remoteExtensionAddress: H225.AliasAddress?

        /// `CallIdentifier`, addition 3.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF H245Security`, addition 4.
        package var h245SecurityCapability: [H225.H245Security]?

        /// `SEQUENCE OF H235.ClearToken`, addition 5.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 6.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF OCTET STRING`, addition 7.
        package var fastStart: [[UInt8]]?

        /// `BOOLEAN`, addition 8.
        package var mediaWaitForConnect: Bool?

        /// `BOOLEAN`, addition 9.
        package var canOverlapSend: Bool?

        /// `EndpointIdentifier`, addition 10.
        package var endpointIdentifier: H225.EndpointIdentifier?

        /// `BOOLEAN`, addition 11.
        package var multipleCalls: Bool?

        /// `BOOLEAN`, addition 12.
        package var maintainConnection: Bool?

        /// `SEQUENCE`, addition 13.
        @BoxedIfPresent package var connectionParameters: H225.SetupUUIE.ConnectionParameters?

        /// `SEQUENCE OF IA5String (SIZE (1..32))`, addition 14.
        package var language: [ByteString]?

        /// `PresentationIndicator`, addition 15.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, addition 16.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// `SEQUENCE OF ServiceControlSession`, addition 17.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `NULL`, addition 18.
        package var symmetricOperationRequired = false

        /// `CallCapacity`, addition 19.
        package var capacity: H225.CallCapacity?

        /// `CircuitInfo`, addition 20.
        package var circuitInfo: H225.CircuitInfo?

        /// `SEQUENCE OF SupportedProtocols`, addition 21.
        package var desiredProtocols: [H225.SupportedProtocols]?

        /// `SEQUENCE OF FeatureDescriptor`, addition 22.
        package var neededFeatures: [H225.FeatureDescriptor]?

        /// `SEQUENCE OF FeatureDescriptor`, addition 23.
        package var desiredFeatures: [H225.FeatureDescriptor]?

        /// `SEQUENCE OF FeatureDescriptor`, addition 24.
        package var supportedFeatures: [H225.FeatureDescriptor]?

        /// `SEQUENCE OF OCTET STRING`, addition 25.
        package var parallelH245Control: [[UInt8]]?

        /// `SEQUENCE OF ExtendedAliasAddress`, addition 26.
        package var additionalSourceAddresses: [H225.ExtendedAliasAddress]?

        /// `INTEGER (1..31)`, addition 27.
        package var hopCount: UInt8?

        /// `SEQUENCE OF DisplayName`, addition 28.
        package var displayName: [H225.DisplayName]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            protocolIdentifier: H225.ProtocolIdentifier,
            sourceInfo: H225.EndpointType,
            activeMC: Bool,
            conferenceID: H225.ConferenceIdentifier,
            conferenceGoal: H225.SetupUUIE.ConferenceGoal,
            callType: H225.CallType
        ) {
            self.protocolIdentifier = protocolIdentifier
            self.sourceInfo = sourceInfo
            self.activeMC = activeMC
            self.conferenceID = conferenceID
            self.conferenceGoal = conferenceGoal
            self.callType = callType
        }
    }
}

extension H225.SetupUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var h245Address: H225.TransportAddress?
        if present & 1 << 6 != 0 {
            h245Address = try H225.TransportAddress(from: &reader)
        }
        var sourceAddress: [H225.AliasAddress]?
        if present & 1 << 5 != 0 {
            sourceAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        let sourceInfo = try H225.EndpointType(from: &reader)
        var destinationAddress: [H225.AliasAddress]?
        if present & 1 << 4 != 0 {
            destinationAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var destCallSignalAddress: H225.TransportAddress?
        if present & 1 << 3 != 0 {
            destCallSignalAddress = try H225.TransportAddress(from: &reader)
        }
        var destExtraCallInfo: [H225.AliasAddress]?
        if present & 1 << 2 != 0 {
            destExtraCallInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var destExtraCRV: [H225.CallReferenceValue]?
        if present & 1 << 1 != 0 {
            destExtraCRV = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
            }
        }
        let activeMC = try reader.takeBit()
        let conferenceID = try reader.takeOctets(16, 16)
        let conferenceGoal = try H225.SetupUUIE.ConferenceGoal(from: &reader)
        var callServices: H225.QseriesOptions?
        if present & 1 << 0 != 0 {
            callServices = try H225.QseriesOptions(from: &reader)
        }
        let callType = try H225.CallType(from: &reader)
        self.init(
            protocolIdentifier: protocolIdentifier,
            sourceInfo: sourceInfo,
            activeMC: activeMC,
            conferenceID: conferenceID,
            conferenceGoal: conferenceGoal,
            callType: callType
        )
        self.h245Address = h245Address
        self.sourceAddress = sourceAddress
        self.destinationAddress = destinationAddress
        self.destCallSignalAddress = destCallSignalAddress
        self.destExtraCallInfo = destExtraCallInfo
        self.destExtraCRV = destExtraCRV
        self.callServices = callServices
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.sourceCallSignalAddress = try H225.TransportAddress(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.remoteExtensionAddress = try H225.AliasAddress(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.h245SecurityCapability = try reader.takeList(0, nil, of: H225.H245Security.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.fastStart = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.mediaWaitForConnect = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.canOverlapSend = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.endpointIdentifier = try reader.takeBMPString(1, 128)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.connectionParameters = try H225.SetupUUIE.ConnectionParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.language = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeString(.ia5, 1, 32)
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(17, of: bitmap) {
                self.symmetricOperationRequired = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(18, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(19, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(20, of: bitmap) {
                self.desiredProtocols = try reader.takeList(0, nil, of: H225.SupportedProtocols.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(21, of: bitmap) {
                self.neededFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(22, of: bitmap) {
                self.desiredFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(23, of: bitmap) {
                self.supportedFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(24, of: bitmap) {
                self.parallelH245Control = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(25, of: bitmap) {
                self.additionalSourceAddresses = try reader.takeList(0, nil, of: H225.ExtendedAliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(26, of: bitmap) {
                self.hopCount = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 31))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(27, of: bitmap) {
                self.displayName = try reader.takeList(0, nil, of: H225.DisplayName.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 28)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 28, self.unrecognized)
        bitmap.insert(0, if: self._sourceCallSignalAddress.isPresent)
        bitmap.insert(1, if: self.remoteExtensionAddress != nil)
        bitmap.insert(2, if: self.callIdentifier != nil)
        bitmap.insert(3, if: self.h245SecurityCapability != nil)
        bitmap.insert(4, if: self.tokens != nil)
        bitmap.insert(5, if: self.cryptoTokens != nil)
        bitmap.insert(6, if: self.fastStart != nil)
        bitmap.insert(7, if: self.mediaWaitForConnect != nil)
        bitmap.insert(8, if: self.canOverlapSend != nil)
        bitmap.insert(9, if: self.endpointIdentifier != nil)
        bitmap.insert(10, if: self.multipleCalls != nil)
        bitmap.insert(11, if: self.maintainConnection != nil)
        bitmap.insert(12, if: self._connectionParameters.isPresent)
        bitmap.insert(13, if: self.language != nil)
        bitmap.insert(14, if: self.presentationIndicator != nil)
        bitmap.insert(15, if: self.screeningIndicator != nil)
        bitmap.insert(16, if: self.serviceControl != nil)
        bitmap.insert(17, if: self.symmetricOperationRequired)
        bitmap.insert(18, if: self.capacity != nil)
        bitmap.insert(19, if: self.circuitInfo != nil)
        bitmap.insert(20, if: self.desiredProtocols != nil)
        bitmap.insert(21, if: self.neededFeatures != nil)
        bitmap.insert(22, if: self.desiredFeatures != nil)
        bitmap.insert(23, if: self.supportedFeatures != nil)
        bitmap.insert(24, if: self.parallelH245Control != nil)
        bitmap.insert(25, if: self.additionalSourceAddresses != nil)
        bitmap.insert(26, if: self.hopCount != nil)
        bitmap.insert(27, if: self.displayName != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._h245Address.isPresent)
        writer.put(self.sourceAddress != nil)
        writer.put(self.destinationAddress != nil)
        writer.put(self._destCallSignalAddress.isPresent)
        writer.put(self.destExtraCallInfo != nil)
        writer.put(self.destExtraCRV != nil)
        writer.put(self._callServices.isPresent)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.h245Address {
            value.encode(into: &writer)
        }
        if let value = self.sourceAddress {
            writer.putList(value, 0, nil)
        }
        self.sourceInfo.encode(into: &writer)
        if let value = self.destinationAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.destCallSignalAddress {
            value.encode(into: &writer)
        }
        if let value = self.destExtraCallInfo {
            writer.putList(value, 0, nil)
        }
        if let value = self.destExtraCRV {
            writer.putList(value, 0, nil) { element, writer in
                writer.putInteger(Int(element), 0, 65535)
            }
        }
        writer.put(self.activeMC)
        writer.putOctets(self.conferenceID, 16, 16)
        self.conferenceGoal.encode(into: &writer)
        if let value = self.callServices {
            value.encode(into: &writer)
        }
        self.callType.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.sourceCallSignalAddress {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.remoteExtensionAddress {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h245SecurityCapability {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        if let value = self.fastStart {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.mediaWaitForConnect {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.canOverlapSend {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.endpointIdentifier {
            let start = writer.beginOpenType()
            writer.putBMPString(value, 1, 128)
            writer.endOpenType(start)
        }
        if let value = self.multipleCalls {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.maintainConnection {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.connectionParameters {
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
        if let value = self.presentationIndicator {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.screeningIndicator {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if self.symmetricOperationRequired {
            let start = writer.beginOpenType()
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
        if let value = self.neededFeatures {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.desiredFeatures {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.supportedFeatures {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.parallelH245Control {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
            writer.endOpenType(start)
        }
        if let value = self.additionalSourceAddresses {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.hopCount {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 31)
            writer.endOpenType(start)
        }
        if let value = self.displayName {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.SetupUUIE {
    /// What `conferenceGoal` of ``H225.SetupUUIE`` holds.
    package enum ConferenceGoal: PERValue {
        case create
        case join
        case invite
        case capabilityNegotiation
        case callIndependentSupplementaryService
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.SetupUUIE.ConferenceGoal {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .capabilityNegotiation
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .callIndependentSupplementaryService
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .create
        case 1:
            self = .join
        default:
            self = .invite
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .create:
            writer.putExtensibleChoice(0, of: 3)
        case .join:
            writer.putExtensibleChoice(1, of: 3)
        case .invite:
            writer.putExtensibleChoice(2, of: 3)
        case .capabilityNegotiation:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .callIndependentSupplementaryService:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.SetupUUIE {
    /// What `connectionParameters` of ``H225.SetupUUIE`` holds.
    package struct ConnectionParameters: PERValue {
        /// `ScnConnectionType`.
        package var connectionType: H225.ScnConnectionType

        /// `INTEGER (0..65535)`.
        package var numberOfScnConnections: UInt16

        /// `ScnConnectionAggregation`.
        package var connectionAggregation: H225.ScnConnectionAggregation

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            connectionType: H225.ScnConnectionType,
            numberOfScnConnections: UInt16,
            connectionAggregation: H225.ScnConnectionAggregation
        ) {
            self.connectionType = connectionType
            self.numberOfScnConnections = numberOfScnConnections
            self.connectionAggregation = connectionAggregation
        }
    }
}

extension H225.SetupUUIE.ConnectionParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let connectionType = try H225.ScnConnectionType(from: &reader)
        let numberOfScnConnections = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let connectionAggregation = try H225.ScnConnectionAggregation(from: &reader)
        self.init(
            connectionType: connectionType,
            numberOfScnConnections: numberOfScnConnections,
            connectionAggregation: connectionAggregation
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.connectionType.encode(into: &writer)
        writer.putInteger(Int(self.numberOfScnConnections), 0, 65535)
        self.connectionAggregation.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
