// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// The call is answered (clause 7.3.3).
    package struct ConnectUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var h245Address: H225.TransportAddress?

        /// `EndpointType`.
        @Boxed package var destinationInfo: H225.EndpointType

        /// `ConferenceIdentifier`.
        package var conferenceID: H225.ConferenceIdentifier

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `H245Security`, addition 2.
        package var h245SecurityMode: H225.H245Security?

        /// `SEQUENCE OF H235.ClearToken`, addition 3.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 4.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF OCTET STRING`, addition 5.
        package var fastStart: [[UInt8]]?

        /// `BOOLEAN`, addition 6.
        package var multipleCalls: Bool?

        /// `BOOLEAN`, addition 7.
        package var maintainConnection: Bool?

        /// `SEQUENCE OF IA5String (SIZE (1..32))`, addition 8.
        package var language: [ByteString]?

        /// `SEQUENCE OF AliasAddress`, addition 9.
        package var connectedAddress: [H225.AliasAddress]?

        /// `PresentationIndicator`, addition 10.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, addition 11.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// `NULL`, addition 12.
        package var fastConnectRefused = false

        /// `SEQUENCE OF ServiceControlSession`, addition 13.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `CallCapacity`, addition 14.
        package var capacity: H225.CallCapacity?

        /// `FeatureSet`, addition 15.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF DisplayName`, addition 16.
        package var displayName: [H225.DisplayName]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            protocolIdentifier: H225.ProtocolIdentifier,
            destinationInfo: H225.EndpointType,
            conferenceID: H225.ConferenceIdentifier
        ) {
            self.protocolIdentifier = protocolIdentifier
            self.destinationInfo = destinationInfo
            self.conferenceID = conferenceID
        }
    }
}

extension H225.ConnectUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        var h245Address: H225.TransportAddress?
        if present & 1 << 0 != 0 {
            h245Address = try H225.TransportAddress(from: &reader)
        }
        let destinationInfo = try H225.EndpointType(from: &reader)
        let conferenceID = try reader.takeOctets(16, 16)
        self.init(protocolIdentifier: protocolIdentifier, destinationInfo: destinationInfo, conferenceID: conferenceID)
        self.h245Address = h245Address
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.h245SecurityMode = try H225.H245Security(from: &reader)
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
                self.fastStart = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeOctets()
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.maintainConnection = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.language = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeString(.ia5, 1, 32)
                }
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.connectedAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.fastConnectRefused = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.displayName = try reader.takeList(0, nil, of: H225.DisplayName.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 16)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 16, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.h245SecurityMode != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.fastStart != nil)
        bitmap.insert(5, if: self.multipleCalls != nil)
        bitmap.insert(6, if: self.maintainConnection != nil)
        bitmap.insert(7, if: self.language != nil)
        bitmap.insert(8, if: self.connectedAddress != nil)
        bitmap.insert(9, if: self.presentationIndicator != nil)
        bitmap.insert(10, if: self.screeningIndicator != nil)
        bitmap.insert(11, if: self.fastConnectRefused)
        bitmap.insert(12, if: self.serviceControl != nil)
        bitmap.insert(13, if: self.capacity != nil)
        bitmap.insert(14, if: self._featureSet.isPresent)
        bitmap.insert(15, if: self.displayName != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._h245Address.isPresent)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.h245Address {
            value.encode(into: &writer)
        }
        self.destinationInfo.encode(into: &writer)
        writer.putOctets(self.conferenceID, 16, 16)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h245SecurityMode {
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
        if let value = self.language {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil) { element, writer in
                writer.putString(element, .ia5, 1, 32)
            }
            writer.endOpenType(start)
        }
        if let value = self.connectedAddress {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        if self.fastConnectRefused {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        if let value = self.displayName {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
