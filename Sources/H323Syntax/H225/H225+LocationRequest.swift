// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// LRQ: where is this endpoint (clause 7.13.1).
    package struct LocationRequest: PERValue {
        /// `RequestSeqNum`.
        package var requestSeqNum: H225.RequestSeqNum

        /// `EndpointIdentifier`, optional.
        package var endpointIdentifier: H225.EndpointIdentifier?

        /// `SEQUENCE OF AliasAddress`.
        package var destinationInfo: [H225.AliasAddress]

        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `TransportAddress`.
        @Boxed package var replyAddress: H225.TransportAddress

        /// `SEQUENCE OF AliasAddress`, addition 1.
        package var sourceInfo: [H225.AliasAddress]?

        /// `BOOLEAN`, addition 2.
        package var canMapAlias: Bool?

        /// `GatekeeperIdentifier`, addition 3.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `SEQUENCE OF H235.ClearToken`, addition 4.
        package var tokens: [H235.ClearToken]?

        /// `SEQUENCE OF CryptoH323Token`, addition 5.
        package var cryptoTokens: [H225.CryptoH323Token]?

        /// `ICV`, addition 6.
        package var integrityCheckValue: H225.ICV?

        /// `SEQUENCE OF SupportedProtocols`, addition 7.
        package var desiredProtocols: [H225.SupportedProtocols]?

        /// `TunnelledProtocol`, addition 8.
        package var desiredTunnelledProtocol: H225.TunnelledProtocol?

        /// `FeatureSet`, addition 9.
        @BoxedIfPresent package var featureSet: H225.FeatureSet?

        /// `SEQUENCE OF GenericData`, addition 10.
        package var genericData: [H225.GenericData]?

        /// `INTEGER (1..255)`, addition 11.
        package var hopCount: UInt8?

        /// `CircuitInfo`, addition 12.
        package var circuitInfo: H225.CircuitInfo?

        /// `CallIdentifier`, addition 13.
        package var callIdentifier: H225.CallIdentifier?

        /// `BandWidth`, addition 14.
        package var bandWidth: H225.BandWidth?

        /// `SEQUENCE OF AliasAddress`, addition 15.
        package var sourceEndpointInfo: [H225.AliasAddress]?

        /// `BOOLEAN`, addition 16.
        package var canMapSrcAlias: Bool?

        /// `SEQUENCE OF IA5String (SIZE (1..32))`, addition 17.
        package var language: [ByteString]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            requestSeqNum: H225.RequestSeqNum,
            destinationInfo: [H225.AliasAddress],
            replyAddress: H225.TransportAddress
        ) {
            self.requestSeqNum = requestSeqNum
            self.destinationInfo = destinationInfo
            self.replyAddress = replyAddress
        }
    }
}

extension H225.LocationRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let requestSeqNum = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        var endpointIdentifier: H225.EndpointIdentifier?
        if present & 1 << 1 != 0 {
            endpointIdentifier = try reader.takeBMPString(1, 128)
        }
        let destinationInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 0 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let replyAddress = try H225.TransportAddress(from: &reader)
        self.init(requestSeqNum: requestSeqNum, destinationInfo: destinationInfo, replyAddress: replyAddress)
        self.endpointIdentifier = endpointIdentifier
        self.nonStandardData = nonStandardData
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.sourceInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.canMapAlias = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.gatekeeperIdentifier = try reader.takeBMPString(1, 128)
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
                self.integrityCheckValue = try H225.ICV(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.desiredProtocols = try reader.takeList(0, nil, of: H225.SupportedProtocols.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.desiredTunnelledProtocol = try H225.TunnelledProtocol(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(8, of: bitmap) {
                self.featureSet = try H225.FeatureSet(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(9, of: bitmap) {
                self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(10, of: bitmap) {
                self.hopCount = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(11, of: bitmap) {
                self.circuitInfo = try H225.CircuitInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(12, of: bitmap) {
                self.callIdentifier = try H225.CallIdentifier(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(13, of: bitmap) {
                self.bandWidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(14, of: bitmap) {
                self.sourceEndpointInfo = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(15, of: bitmap) {
                self.canMapSrcAlias = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(16, of: bitmap) {
                self.language = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                    try reader.takeString(.ia5, 1, 32)
                }
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 17)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 17, self.unrecognized)
        bitmap.insert(0, if: self.sourceInfo != nil)
        bitmap.insert(1, if: self.canMapAlias != nil)
        bitmap.insert(2, if: self.gatekeeperIdentifier != nil)
        bitmap.insert(3, if: self.tokens != nil)
        bitmap.insert(4, if: self.cryptoTokens != nil)
        bitmap.insert(5, if: self.integrityCheckValue != nil)
        bitmap.insert(6, if: self.desiredProtocols != nil)
        bitmap.insert(7, if: self.desiredTunnelledProtocol != nil)
        bitmap.insert(8, if: self._featureSet.isPresent)
        bitmap.insert(9, if: self.genericData != nil)
        bitmap.insert(10, if: self.hopCount != nil)
        bitmap.insert(11, if: self.circuitInfo != nil)
        bitmap.insert(12, if: self.callIdentifier != nil)
        bitmap.insert(13, if: self.bandWidth != nil)
        bitmap.insert(14, if: self.sourceEndpointInfo != nil)
        bitmap.insert(15, if: self.canMapSrcAlias != nil)
        bitmap.insert(16, if: self.language != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.endpointIdentifier != nil)
        writer.put(self._nonStandardData.isPresent)
        writer.putInteger(Int(self.requestSeqNum), 1, 65535)
        if let value = self.endpointIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        writer.putList(self.destinationInfo, 0, nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        self.replyAddress.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.sourceInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.canMapAlias {
            let start = writer.beginOpenType()
            writer.put(value)
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
        if let value = self.hopCount {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 255)
            writer.endOpenType(start)
        }
        if let value = self.circuitInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.callIdentifier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.bandWidth {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 4_294_967_295)
            writer.endOpenType(start)
        }
        if let value = self.sourceEndpointInfo {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        if let value = self.canMapSrcAlias {
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
        writer.putUnrecognized(self.unrecognized)
    }
}
