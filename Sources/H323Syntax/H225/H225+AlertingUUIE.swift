// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// The called party is alerted (clause 7.3.1).
    package struct AlertingUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `EndpointType`.
        @Boxed package var destinationInfo: H225.EndpointType

        /// `TransportAddress`, optional.
        @BoxedIfPresent package var h245Address: H225.TransportAddress?

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

        /// `SEQUENCE OF AliasAddress`, addition 8.
        package var alertingAddress: [H225.AliasAddress]?

        /// `PresentationIndicator`, addition 9.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, addition 10.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// `NULL`, addition 11.
        package var fastConnectRefused = false

        /// `SEQUENCE OF ServiceControlSession`, addition 12.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `CallCapacity`, addition 13.
        package var capacity: H225.CallCapacity?

        /// `FeatureSet`, addition 14.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF DisplayName`, addition 15.
        package var displayName: [H225.DisplayName]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier, destinationInfo: H225.EndpointType) {
            self.protocolIdentifier = protocolIdentifier
            self.destinationInfo = destinationInfo
        }
    }
}

extension H225.AlertingUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        let destinationInfo = try H225.EndpointType(from: &reader)
        self.init(protocolIdentifier: protocolIdentifier, destinationInfo: destinationInfo)
        if present & 1 << 0 != 0 {
            self.h245Address = try H225.TransportAddress(from: &reader)
        }
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
                self.alertingAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
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
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.displayName = try reader.takeList(0, nil, of: H225.DisplayName.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 15)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 15, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.h245SecurityMode != nil)
        bitmap.insert(2, if: self.tokens != nil)
        bitmap.insert(3, if: self.cryptoTokens != nil)
        bitmap.insert(4, if: self.fastStart != nil)
        bitmap.insert(5, if: self.multipleCalls != nil)
        bitmap.insert(6, if: self.maintainConnection != nil)
        bitmap.insert(7, if: self.alertingAddress != nil)
        bitmap.insert(8, if: self.presentationIndicator != nil)
        bitmap.insert(9, if: self.screeningIndicator != nil)
        bitmap.insert(10, if: self.fastConnectRefused)
        bitmap.insert(11, if: self.serviceControl != nil)
        bitmap.insert(12, if: self.capacity != nil)
        bitmap.insert(13, if: self._featureSet.isPresent)
        bitmap.insert(14, if: self.displayName != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._h245Address.isPresent)
        writer.putObjectIdentifier(self.protocolIdentifier)
        self.destinationInfo.encode(into: &writer)
        if let value = self.h245Address {
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
        if let value = self.alertingAddress {
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
