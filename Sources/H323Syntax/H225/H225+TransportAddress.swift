// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Where a channel ends, in the terms of its network.
    package enum TransportAddress: PERValue {
        case ipAddress(H225.TransportAddress.IpAddress)
        indirect case ipSourceRoute(H225.TransportAddress.IpSourceRoute)
        case ipxAddress(H225.TransportAddress.IpxAddress)
        case ip6Address(H225.TransportAddress.Ip6Address)
        case netBios([UInt8])
        case nsap([UInt8])
        indirect case nonStandardAddress(H225.NonStandardParameter)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.TransportAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .ipAddress(try H225.TransportAddress.IpAddress(from: &reader))
        case 1:
            self = .ipSourceRoute(try H225.TransportAddress.IpSourceRoute(from: &reader))
        case 2:
            self = .ipxAddress(try H225.TransportAddress.IpxAddress(from: &reader))
        case 3:
            self = .ip6Address(try H225.TransportAddress.Ip6Address(from: &reader))
        case 4:
            self = .netBios(try reader.takeOctets(16, 16))
        case 5:
            self = .nsap(try reader.takeOctets(1, 20))
        default:
            self = .nonStandardAddress(try H225.NonStandardParameter(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .ipAddress(let value):
            writer.putExtensibleChoice(0, of: 7)
            value.encode(into: &writer)
        case .ipSourceRoute(let value):
            writer.putExtensibleChoice(1, of: 7)
            value.encode(into: &writer)
        case .ipxAddress(let value):
            writer.putExtensibleChoice(2, of: 7)
            value.encode(into: &writer)
        case .ip6Address(let value):
            writer.putExtensibleChoice(3, of: 7)
            value.encode(into: &writer)
        case .netBios(let value):
            writer.putExtensibleChoice(4, of: 7)
            writer.putOctets(value, 16, 16)
        case .nsap(let value):
            writer.putExtensibleChoice(5, of: 7)
            writer.putOctets(value, 1, 20)
        case .nonStandardAddress(let value):
            writer.putExtensibleChoice(6, of: 7)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.TransportAddress {
    /// What `ipAddress` of ``H225.TransportAddress`` holds.
    package struct IpAddress: PERValue {
        /// `OCTET STRING (SIZE (4))`.
        package var ip: [UInt8]

        /// `INTEGER (0..65535)`.
        package var port: UInt16

        package init(ip: [UInt8], port: UInt16) {
            self.ip = ip
            self.port = port
        }
    }
}

extension H225.TransportAddress.IpAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let ip = try reader.takeOctets(4, 4)
        let port = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(ip: ip, port: port)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putOctets(self.ip, 4, 4)
        writer.putInteger(Int(self.port), 0, 65535)
    }
}

extension H225.TransportAddress {
    /// What `ipSourceRoute` of ``H225.TransportAddress`` holds.
    package struct IpSourceRoute: PERValue {
        /// `OCTET STRING (SIZE (4))`.
        package var ip: [UInt8]

        /// `INTEGER (0..65535)`.
        package var port: UInt16

        /// `SEQUENCE OF OCTET STRING (SIZE (4))`.
        package var route: [[UInt8]]

        /// `CHOICE`.
        package var routing: H225.TransportAddress.IpSourceRoute.Routing

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            ip: [UInt8],
            port: UInt16,
            route: [[UInt8]],
            routing: H225.TransportAddress.IpSourceRoute.Routing
        ) {
            self.ip = ip
            self.port = port
            self.route = route
            self.routing = routing
        }
    }
}

extension H225.TransportAddress.IpSourceRoute {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let ip = try reader.takeOctets(4, 4)
        let port = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let route = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
            try reader.takeOctets(4, 4)
        }
        let routing = try H225.TransportAddress.IpSourceRoute.Routing(from: &reader)
        self.init(ip: ip, port: port, route: route, routing: routing)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.ip, 4, 4)
        writer.putInteger(Int(self.port), 0, 65535)
        writer.putList(self.route, 0, nil) { element, writer in
            writer.putOctets(element, 4, 4)
        }
        self.routing.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.TransportAddress.IpSourceRoute {
    /// What `routing` of ``H225.TransportAddress.IpSourceRoute`` holds.
    package enum Routing: PERValue {
        case strict
        case loose
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.TransportAddress.IpSourceRoute.Routing {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
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
            writer.putExtensibleChoice(0, of: 2)
        case .loose:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.TransportAddress {
    /// What `ipxAddress` of ``H225.TransportAddress`` holds.
    package struct IpxAddress: PERValue {
        /// `OCTET STRING (SIZE (6))`.
        package var node: [UInt8]

        /// `OCTET STRING (SIZE (4))`.
        package var netnum: [UInt8]

        /// `OCTET STRING (SIZE (2))`.
        package var port: [UInt8]

        package init(node: [UInt8], netnum: [UInt8], port: [UInt8]) {
            self.node = node
            self.netnum = netnum
            self.port = port
        }
    }
}

extension H225.TransportAddress.IpxAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let node = try reader.takeOctets(6, 6)
        let netnum = try reader.takeOctets(4, 4)
        let port = try reader.takeOctets(2, 2)
        self.init(node: node, netnum: netnum, port: port)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putOctets(self.node, 6, 6)
        writer.putOctets(self.netnum, 4, 4)
        writer.putOctets(self.port, 2, 2)
    }
}

extension H225.TransportAddress {
    /// What `ip6Address` of ``H225.TransportAddress`` holds.
    package struct Ip6Address: PERValue {
        /// `OCTET STRING (SIZE (16))`.
        package var ip: [UInt8]

        /// `INTEGER (0..65535)`.
        package var port: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(ip: [UInt8], port: UInt16) {
            self.ip = ip
            self.port = port
        }
    }
}

extension H225.TransportAddress.Ip6Address {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let ip = try reader.takeOctets(16, 16)
        let port = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(ip: ip, port: port)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.ip, 16, 16)
        writer.putInteger(Int(self.port), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
