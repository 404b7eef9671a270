// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `Endpoint` (H.225.0).
    package struct Endpoint: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var aliasAddress: [H225.AliasAddress]?

        /// `SEQUENCE OF TransportAddress`, optional.
        package var callSignalAddress: [H225.TransportAddress]?

        /// `SEQUENCE OF TransportAddress`, optional.
        package var rasAddress: [H225.TransportAddress]?

        /// `EndpointType`, optional.
        @BoxedIfPresent package var endpointType: H225.EndpointType?

        /// `SEQUENCE OF H235.ClearToken`, optional.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, optional.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `INTEGER (0..127)`, optional.
        package var priority: UInt8?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var remoteExtensionAddress: [H225.AliasAddress]?

        /// `SEQUENCE OF AliasAddress`, optional.
        package var destExtraCallInfo: [H225.AliasAddress]?

        /// `AlternateTransportAddresses`, addition 1.
        package var alternateTransportAddresses: H225.AlternateTransportAddresses?

        /// `CircuitInfo`, addition 2.
        package var circuitInfo: H225.CircuitInfo?

        /// `FeatureSet`, addition 3.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.Endpoint {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(10)
        self.init()
        if present & 1 << 9 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if present & 1 << 8 != 0 {
            self.aliasAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if present & 1 << 7 != 0 {
            self.callSignalAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        }
        if present & 1 << 6 != 0 {
            self.rasAddress = try reader.takeList(0, nil, of: H225.TransportAddress.init(from:))
        }
        if present & 1 << 5 != 0 {
            self.endpointType = try H225.EndpointType(from: &reader)
        }
        if present & 1 << 4 != 0 {
            self.tokens = try reader.takeList(0, nil, of: H235.ClearToken.init(from:))
        }
        if present & 1 << 3 != 0 {
            self.cryptoTokens = try reader.takeList(0, nil, of: H225.CryptoH323Token.init(from:))
        }
        if present & 1 << 2 != 0 {
            self.priority = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        }
        if present & 1 << 1 != 0 {
            self.remoteExtensionAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.destExtraCallInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.alternateTransportAddresses = try H225.AlternateTransportAddresses(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self.alternateTransportAddresses != nil)
        bitmap.insert(1, if: self.circuitInfo != nil)
        bitmap.insert(2, if: self._featureSet.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.aliasAddress != nil)
        writer.put(self.callSignalAddress != nil)
        writer.put(self.rasAddress != nil)
        writer.put(self._endpointType.isPresent)
        writer.put(self.tokens != nil)
        writer.put(self.cryptoTokens != nil)
        writer.put(self.priority != nil)
        writer.put(self.remoteExtensionAddress != nil)
        writer.put(self.destExtraCallInfo != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.aliasAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.callSignalAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.rasAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.endpointType {
            value.encode(into: &writer)
        }
        if let value = self.tokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.cryptoTokens {
            writer.putList(value, 0, nil)
        }
        if let value = self.priority {
            writer.putInteger(Int(value), 0, 127)
        }
        if let value = self.remoteExtensionAddress {
            writer.putList(value, 0, nil)
        }
        if let value = self.destExtraCallInfo {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.alternateTransportAddresses {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
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
        writer.putUnrecognized(self.unrecognized)
    }
}
