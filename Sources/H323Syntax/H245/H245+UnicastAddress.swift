// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `UnicastAddress` (H.245).
    package enum UnicastAddress: PERValue {
        case iPAddress(H245.UnicastAddress.IPAddress)
        indirect case iPXAddress(H245.UnicastAddress.IPXAddress)
        case iP6Address(H245.UnicastAddress.IP6Address)
        case netBios([UInt8])
        indirect case iPSourceRouteAddress(H245.UnicastAddress.IPSourceRouteAddress)
        case nsap([UInt8])
        case nonStandardAddress(H245.NonStandardParameter)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.UnicastAddress {
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
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .iPAddress(try H245.UnicastAddress.IPAddress(from: &reader))
        case 1:
            self = .iPXAddress(try H245.UnicastAddress.IPXAddress(from: &reader))
        case 2:
            self = .iP6Address(try H245.UnicastAddress.IP6Address(from: &reader))
        case 3:
            self = .netBios(try reader.takeOctets(16, 16))
        default:
            self = .iPSourceRouteAddress(try H245.UnicastAddress.IPSourceRouteAddress(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .iPAddress(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .iPXAddress(let value):
            writer.putExtensibleChoice(1, of: 5)
            value.encode(into: &writer)
        case .iP6Address(let value):
            writer.putExtensibleChoice(2, of: 5)
            value.encode(into: &writer)
        case .netBios(let value):
            writer.putExtensibleChoice(3, of: 5)
            writer.putOctets(value, 16, 16)
        case .iPSourceRouteAddress(let value):
            writer.putExtensibleChoice(4, of: 5)
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

extension H245.UnicastAddress {
    /// What `iPAddress` of ``H245.UnicastAddress`` holds.
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

extension H245.UnicastAddress.IPAddress {
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

extension H245.UnicastAddress {
    /// What `iPXAddress` of ``H245.UnicastAddress`` holds.
    package struct IPXAddress: PERValue {
        /// `OCTET STRING (SIZE (6))`.
        package var node: [UInt8]

        /// `OCTET STRING (SIZE (4))`.
        package var netnum: [UInt8]

        /// `OCTET STRING (SIZE (2))`.
        package var tsapIdentifier: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(node: [UInt8], netnum: [UInt8], tsapIdentifier: [UInt8]) {
            self.node = node
            self.netnum = netnum
            self.tsapIdentifier = tsapIdentifier
        }
    }
}

extension H245.UnicastAddress.IPXAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let node = try reader.takeOctets(6, 6)
        let netnum = try reader.takeOctets(4, 4)
        let tsapIdentifier = try reader.takeOctets(2, 2)
        self.init(node: node, netnum: netnum, tsapIdentifier: tsapIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.node, 6, 6)
        writer.putOctets(self.netnum, 4, 4)
        writer.putOctets(self.tsapIdentifier, 2, 2)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UnicastAddress {
    /// What `iP6Address` of ``H245.UnicastAddress`` holds.
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

extension H245.UnicastAddress.IP6Address {
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

extension H245.UnicastAddress {
    /// What `iPSourceRouteAddress` of ``H245.UnicastAddress`` holds.
    package struct IPSourceRouteAddress: PERValue {
        /// `CHOICE`.
        package var routing: H245.UnicastAddress.IPSourceRouteAddress.Routing

        /// `OCTET STRING (SIZE (4))`.
        package var network: [UInt8]

        /// `INTEGER (0..65535)`.
        package var tsapIdentifier: UInt16

        /// `SEQUENCE OF OCTET STRING (SIZE (4))`.
        package var route: [[UInt8]]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            routing: H245.UnicastAddress.IPSourceRouteAddress.Routing,
            network: [UInt8],
            tsapIdentifier: UInt16,
            route: [[UInt8]]
        ) {
            self.routing = routing
            self.network = network
            self.tsapIdentifier = tsapIdentifier
            self.route = route
        }
    }
}

extension H245.UnicastAddress.IPSourceRouteAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let routing = try H245.UnicastAddress.IPSourceRouteAddress.Routing(from: &reader)
        let network = try reader.takeOctets(4, 4)
        let tsapIdentifier = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let route = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
            try reader.takeOctets(4, 4)
        }
        self.init(routing: routing, network: network, tsapIdentifier: tsapIdentifier, route: route)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.routing.encode(into: &writer)
        writer.putOctets(self.network, 4, 4)
        writer.putInteger(Int(self.tsapIdentifier), 0, 65535)
        writer.putList(self.route, 0, nil) { element, writer in
            writer.putOctets(element, 4, 4)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UnicastAddress.IPSourceRouteAddress {
    /// What `routing` of ``H245.UnicastAddress.IPSourceRouteAddress`` holds.
    package enum Routing: PERValue {
        case strict
        case loose
    }
}

extension H245.UnicastAddress.IPSourceRouteAddress.Routing {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .strict
        default:
            self = .loose
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .strict:
            writer.putChoice(0, of: 2)
        case .loose:
            writer.putChoice(1, of: 2)
        }
    }
}
