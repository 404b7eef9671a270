// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// A call is to go elsewhere, H.245 is to start, or something is carried (clause 7.4.1).
    package struct FacilityUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var alternativeAddress: H225.TransportAddress?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var alternativeAliasAddress: [H225.AliasAddress]?

        /// `ConferenceIdentifier`, optional.
        package var conferenceID: H225.ConferenceIdentifier?

        /// `FacilityReason`.
        package var reason: H225.FacilityReason

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF AliasAddress`, addition 2.
        package var destExtraCallInfo: [H225.AliasAddress]?

        /// `AliasAddress`, addition 3.
        package var remoteExtensionAddress: H225.AliasAddress?

        /// `SEQUENCE OF H235.ClearToken`, addition 4.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 5.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF ConferenceList`, addition 6.
        package var conferences: [H225.ConferenceList]?

        /// `TransportAddress`, addition 7.
        @BoxedIfPresent package var h245Address: H225.TransportAddress?

        /// `SEQUENCE OF OCTET STRING`, addition 8.
        package var fastStart: [[UInt8]]?

        /// `BOOLEAN`, addition 9.
        package var multipleCalls: Bool?

        /// `BOOLEAN`, addition 10.
        package var maintainConnection: Bool?

        /// `NULL`, addition 11.
        package var fastConnectRefused = false

        /// `SEQUENCE OF ServiceControlSession`, addition 12.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `CircuitInfo`, addition 13.
        package var circuitInfo: H225.CircuitInfo?

        /// `FeatureSet`, addition 14.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `EndpointType`, addition 15.
        @BoxedIfPresent package var destinationInfo: H225.EndpointType?

        /// `H245Security`, addition 16.
        package var h245SecurityMode: H225.H245Security?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier, reason: H225.FacilityReason) {
            self.protocolIdentifier = protocolIdentifier
            self.reason = reason
        }
    }
}

extension H225.FacilityUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var alternativeAddress: H225.TransportAddress?
        if present & 1 << 2 != 0 {
            alternativeAddress = try H225.TransportAddress(from: &reader)
        }
        var alternativeAliasAddress: [H225.AliasAddress]?
        if present & 1 << 1 != 0 {
            alternativeAliasAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        var conferenceID: H225.ConferenceIdentifier?
        if present & 1 << 0 != 0 {
            conferenceID = try reader.takeOctets(16, 16)
        }
        let reason = try H225.FacilityReason(from: &reader)
        self.init(protocolIdentifier: protocolIdentifier, reason: reason)
        self.alternativeAddress = alternativeAddress
        self.alternativeAliasAddress = alternativeAliasAddress
        self.conferenceID = conferenceID
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.destExtraCallInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.remoteExtensionAddress = try H225.AliasAddress(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.conferences = try reader.takeList(0, nil, of: H225.ConferenceList.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.h245Address = try H225.TransportAddress(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.fastStart = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.fastConnectRefused = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.destinationInfo = try H225.EndpointType(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.h245SecurityMode = try H225.H245Security(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 16)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 16, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.destExtraCallInfo != nil)
        bitmap.insert(2, if: self.remoteExtensionAddress != nil)
        bitmap.insert(3, if: self.tokens != nil)
        bitmap.insert(4, if: self.cryptoTokens != nil)
        bitmap.insert(5, if: self.conferences != nil)
        bitmap.insert(6, if: self._h245Address.isPresent)
        bitmap.insert(7, if: self.fastStart != nil)
        bitmap.insert(8, if: self.multipleCalls != nil)
        bitmap.insert(9, if: self.maintainConnection != nil)
        bitmap.insert(10, if: self.fastConnectRefused)
        bitmap.insert(11, if: self.serviceControl != nil)
        bitmap.insert(12, if: self.circuitInfo != nil)
        bitmap.insert(13, if: self._featureSet.isPresent)
        bitmap.insert(14, if: self._destinationInfo.isPresent)
        bitmap.insert(15, if: self.h245SecurityMode != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._alternativeAddress.isPresent)
        writer.put(self.alternativeAliasAddress != nil)
        writer.put(self.conferenceID != nil)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.alternativeAddress {
            value.encode(into: &writer)
        }
        if let value = self.alternativeAliasAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.conferenceID {
            writer.putOctets(value, 16, 16)
        }
        self.reason.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.destExtraCallInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.remoteExtensionAddress {
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
        if let value = self.conferences {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.h245Address {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.fastStart {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putOctets(element)
            }
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
        if self.fastConnectRefused {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.featureSet {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.destinationInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h245SecurityMode {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
