// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// `NetworkAccessParameters` (H.245).
    package struct NetworkAccessParameters: PERValue {
        /// `CHOICE`, optional.
        package var distribution: H245.NetworkAccessParameters.Distribution?

        /// `CHOICE`.
        package var networkAddress: H245.NetworkAccessParameters.NetworkAddress

        /// `BOOLEAN`.
        package var associateConference: Bool

        /// `OCTET STRING (SIZE (1..255))`, optional.
        package var externalReference: [UInt8]?

        /// `CHOICE`, addition 1.
        package var t120SetupProcedure: H245.NetworkAccessParameters.T120SetupProcedure?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(networkAddress: H245.NetworkAccessParameters.NetworkAddress, associateConference: Bool) {
            self.networkAddress = networkAddress
            self.associateConference = associateConference
        }
    }
}

extension H245.NetworkAccessParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var distribution: H245.NetworkAccessParameters.Distribution?
        if present & 1 << 1 != 0 {
            distribution = try H245.NetworkAccessParameters.Distribution(from: &reader)
        }
        let networkAddress = try H245.NetworkAccessParameters.NetworkAddress(from: &reader)
        let associateConference = try reader.takeBit()
        self.init(networkAddress: networkAddress, associateConference: associateConference)
        self.distribution = distribution
        if present & 1 << 0 != 0 {
            self.externalReference = try reader.takeOctets(1, 255)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.t120SetupProcedure = try H245.NetworkAccessParameters.T120SetupProcedure(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.t120SetupProcedure != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.distribution != nil)
        writer.put(self.externalReference != nil)
        if let value = self.distribution {
            value.encode(into: &writer)
        }
        self.networkAddress.encode(into: &writer)
        writer.put(self.associateConference)
        if let value = self.externalReference {
            writer.putOctets(value, 1, 255)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.t120SetupProcedure {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.NetworkAccessParameters {
    /// What `distribution` of ``H245.NetworkAccessParameters`` holds.
    package enum Distribution: PERValue {
        case unicast
        case multicast
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NetworkAccessParameters.Distribution {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .unicast
        default:
            self = .multicast
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unicast:
            writer.putExtensibleChoice(0, of: 2)
        case .multicast:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NetworkAccessParameters {
    /// What `networkAddress` of ``H245.NetworkAccessParameters`` holds.
    package enum NetworkAddress: PERValue {
        indirect case q2931Address(H245.Q2931Address)
        case e164Address(ByteString)
        case localAreaAddress(H245.TransportAddress)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NetworkAccessParameters.NetworkAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .q2931Address(try H245.Q2931Address(from: &reader))
        case 1:
            self = .e164Address(try reader.takeString(H245.numberDigits, 1, 128))
        default:
            self = .localAreaAddress(try H245.TransportAddress(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .q2931Address(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .e164Address(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putString(value, H245.numberDigits, 1, 128)
        case .localAreaAddress(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NetworkAccessParameters {
    /// What `t120SetupProcedure` of ``H245.NetworkAccessParameters`` holds.
    package enum T120SetupProcedure: PERValue {
        case originateCall
        case waitForCall
        case issueQuery
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NetworkAccessParameters.T120SetupProcedure {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .originateCall
        case 1:
            self = .waitForCall
        default:
            self = .issueQuery
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .originateCall:
            writer.putExtensibleChoice(0, of: 3)
        case .waitForCall:
            writer.putExtensibleChoice(1, of: 3)
        case .issueQuery:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
