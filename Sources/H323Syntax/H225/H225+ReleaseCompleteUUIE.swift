// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// The call is over (clause 7.3.9).
    package struct ReleaseCompleteUUIE: PERValue {
        /// `ProtocolIdentifier`.
        package var protocolIdentifier: H225.ProtocolIdentifier

        /// `ReleaseCompleteReason`, optional.
        package var reason: H225.ReleaseCompleteReason?

        /// `CallIdentifier`, addition 1.
        package var callIdentifier: H225.CallIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 2.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 3.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `SEQUENCE OF AliasAddress`, addition 4.
        package var busyAddress: [H225.AliasAddress]?

        /// `PresentationIndicator`, addition 5.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, addition 6.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// `CallCapacity`, addition 7.
        package var capacity: H225.CallCapacity?

        /// `SEQUENCE OF ServiceControlSession`, addition 8.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `FeatureSet`, addition 9.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `EndpointType`, addition 10.
        @BoxedIfPresent package var destinationInfo: H225.EndpointType?

        /// `SEQUENCE OF DisplayName`, addition 11.
        package var displayName: [H225.DisplayName]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolIdentifier: H225.ProtocolIdentifier) {
            self.protocolIdentifier = protocolIdentifier
        }
    }
}

extension H225.ReleaseCompleteUUIE {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protocolIdentifier = try reader.takeObjectIdentifier()
        self.init(protocolIdentifier: protocolIdentifier)
        if present & 1 << 0 != 0 {
            self.reason = try H225.ReleaseCompleteReason(from: &reader)
        }
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
                self.busyAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.capacity = try H225.CallCapacity(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.destinationInfo = try H225.EndpointType(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.displayName = try reader.takeList(0, nil, of: H225.DisplayName.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 11)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 11, self.unrecognized)
        bitmap.insert(0, if: self.callIdentifier != nil)
        bitmap.insert(1, if: self.tokens != nil)
        bitmap.insert(2, if: self.cryptoTokens != nil)
        bitmap.insert(3, if: self.busyAddress != nil)
        bitmap.insert(4, if: self.presentationIndicator != nil)
        bitmap.insert(5, if: self.screeningIndicator != nil)
        bitmap.insert(6, if: self.capacity != nil)
        bitmap.insert(7, if: self.serviceControl != nil)
        bitmap.insert(8, if: self._featureSet.isPresent)
        bitmap.insert(9, if: self._destinationInfo.isPresent)
        bitmap.insert(10, if: self.displayName != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.reason != nil)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.reason {
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
        if let value = self.busyAddress {
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
        if let value = self.capacity {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
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
        if let value = self.displayName {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
