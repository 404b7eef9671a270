// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// LCF: here (clause 7.13.2).
    package struct LocationConfirm: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `TransportAddress`.
        @Boxed package var callSignalAddress: H225.TransportAddress

        /// `TransportAddress`.
        @Boxed package var rasAddress: H225.TransportAddress

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF AliasAddress`, addition 1.
        package var destinationInfo: [H225.AliasAddress]?

        /// `SEQUENCE OF AliasAddress`, addition 2.
        package var destExtraCallInfo: [H225.AliasAddress]?

        /// `EndpointType`, addition 3.
        @BoxedIfPresent package var destinationType: H225.EndpointType?

        /// `SEQUENCE OF AliasAddress`, addition 4.
        package var remoteExtensionAddress: [H225.AliasAddress]?

        /// `SEQUENCE OF Endpoint`, addition 5.
        package var alternateEndpoints: [H225.Endpoint]?

        /// `SEQUENCE OF H235.ClearToken`, addition 6.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 7.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 8.
        package var integrityCheckValue: H225.ICV?

        /// `AlternateTransportAddresses`, addition 9.
        package var alternateTransportAddresses: H225.AlternateTransportAddresses?

        /// `SEQUENCE OF SupportedProtocols`, addition 10.
        package var supportedProtocols: [H225.SupportedProtocols]?

        /// `BOOLEAN`, addition 11.
        package var multipleCalls: Bool?

        /// `FeatureSet`, addition 12.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 13.
        package var genericData: [H225.GenericData]?

        /// `CircuitInfo`, addition 14.
        package var circuitInfo: H225.CircuitInfo?

        /// `SEQUENCE OF ServiceControlSession`, addition 15.
        package var serviceControl: [H225.ServiceControlSession]?

        /// `SEQUENCE OF AliasAddress`, addition 16.
        package var modifiedSrcInfo: [H225.AliasAddress]?

        /// `BandWidth`, addition 17.
        package var bandWidth: H225.BandWidth?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            callSignalAddress: H225.TransportAddress,
            rasAddress: H225.TransportAddress
        ) {
            self.requestSeqNum = requestSeqNum
            self.callSignalAddress = callSignalAddress
            self.rasAddress = rasAddress
        }
    }
}

extension H225.LocationConfirm {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let callSignalAddress = try H225.TransportAddress(from: &reader)
        let rasAddress = try H225.TransportAddress(from: &reader)
        self.init(requestSeqNum: requestSeqNum, callSignalAddress: callSignalAddress, rasAddress: rasAddress)
        if present & 1 << 0 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.destinationInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.destExtraCallInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.destinationType = try H225.EndpointType(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.remoteExtensionAddress = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.alternateEndpoints = try reader.takeList(0, nil, of: H225.Endpoint.init(from:))
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
                self.alternateTransportAddresses = try H225.AlternateTransportAddresses(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.supportedProtocols = try reader.takeList(0, nil, of: H225.SupportedProtocols.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.multipleCalls = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.serviceControl = try reader.takeList(0, nil, of: H225.ServiceControlSession.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.modifiedSrcInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.bandWidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 17)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 17, self.unrecognized)
        bitmap.insert(0, if: self.destinationInfo != nil)
        bitmap.insert(1, if: self.destExtraCallInfo != nil)
        bitmap.insert(2, if: self._destinationType.isPresent)
        bitmap.insert(3, if: self.remoteExtensionAddress != nil)
        bitmap.insert(4, if: self.alternateEndpoints != nil)
        bitmap.insert(5, if: self.tokens != nil)
        bitmap.insert(6, if: self.cryptoTokens != nil)
        bitmap.insert(7, if: self.integrityCheckValue != nil)
        bitmap.insert(8, if: self.alternateTransportAddresses != nil)
        bitmap.insert(9, if: self.supportedProtocols != nil)
        bitmap.insert(10, if: self.multipleCalls != nil)
        bitmap.insert(11, if: self._featureSet.isPresent)
        bitmap.insert(12, if: self.genericData != nil)
        bitmap.insert(13, if: self.circuitInfo != nil)
        bitmap.insert(14, if: self.serviceControl != nil)
        bitmap.insert(15, if: self.modifiedSrcInfo != nil)
        bitmap.insert(16, if: self.bandWidth != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        self.callSignalAddress.encode(into: &writer)
        self.rasAddress.encode(into: &writer)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.destinationInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.destExtraCallInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.destinationType {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.remoteExtensionAddress {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.alternateEndpoints {
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
        if let value = self.integrityCheckValue {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.alternateTransportAddresses {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.supportedProtocols {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.multipleCalls {
            let start = writer.beginOpenType()
            writer.put(value)
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
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.serviceControl {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.modifiedSrcInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.bandWidth {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 4_294_967_295)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
