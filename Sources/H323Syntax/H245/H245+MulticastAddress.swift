// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MulticastAddress` (H.245).
    package enum MulticastAddress: PERValue {
        case iPAddress(H245.MulticastAddress.IPAddress)
        case iP6Address(H245.MulticastAddress.IP6Address)
        case nsap([UInt8])
        case nonStandardAddress(H245.NonStandardParameter)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MulticastAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .nsap(try reader.takeOctets(1, 20))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .nonStandardAddress(try H245.NonStandardParameter(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .iPAddress(try H245.MulticastAddress.IPAddress(from: &reader))
        default:
            self = .iP6Address(try H245.MulticastAddress.IP6Address(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .iPAddress(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .iP6Address(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .nsap(let value):
            let start = writer.beginAddition(0)
            writer.putOctets(value, 1, 20)
            writer.endOpenType(start)
        case .nonStandardAddress(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MulticastAddress {
    /// What `iPAddress` of ``H245.MulticastAddress`` holds.
    package struct IPAddress: PERValue {
        /// `OCTET STRING (SIZE (4))`.
        package var network: [UInt8]

        /// `INTEGER (0..65535)`.
        package var tsapIdentifier: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(network: [UInt8], tsapIdentifier: UInt16) {
            self.network = network
            self.tsapIdentifier = tsapIdentifier
        }
    }
}

extension H245.MulticastAddress.IPAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let network = try reader.takeOctets(4, 4)
        let tsapIdentifier = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(network: network, tsapIdentifier: tsapIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.network, 4, 4)
        writer.putInteger(Int(self.tsapIdentifier), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MulticastAddress {
    /// What `iP6Address` of ``H245.MulticastAddress`` holds.
    package struct IP6Address: PERValue {
        /// `OCTET STRING (SIZE (16))`.
        package var network: [UInt8]

        /// `INTEGER (0..65535)`.
        package var tsapIdentifier: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(network: [UInt8], tsapIdentifier: UInt16) {
            self.network = network
            self.tsapIdentifier = tsapIdentifier
        }
    }
}

extension H245.MulticastAddress.IP6Address {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let network = try reader.takeOctets(16, 16)
        let tsapIdentifier = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(network: network, tsapIdentifier: tsapIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.network, 16, 16)
        writer.putInteger(Int(self.tsapIdentifier), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
