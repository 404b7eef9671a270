// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `T38FaxUdpOptions` (H.245).
    package struct T38FaxUdpOptions: PERValue {
        /// `INTEGER`, optional.
        package var t38FaxMaxBuffer: Int?

        /// `INTEGER`, optional.
        package var t38FaxMaxDatagram: Int?

        /// `CHOICE`.
        package var t38FaxUdpEC: H245.T38FaxUdpOptions.T38FaxUdpEC

        package init(t38FaxUdpEC: H245.T38FaxUdpOptions.T38FaxUdpEC) {
            self.t38FaxUdpEC = t38FaxUdpEC
        }
    }
}

extension H245.T38FaxUdpOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let present = try reader.takeBits(2)
        var t38FaxMaxBuffer: Int?
        if present & 1 << 1 != 0 {
            t38FaxMaxBuffer = try reader.takeUnconstrainedInteger()
        }
        var t38FaxMaxDatagram: Int?
        if present & 1 << 0 != 0 {
            t38FaxMaxDatagram = try reader.takeUnconstrainedInteger()
        }
        let t38FaxUdpEC = try H245.T38FaxUdpOptions.T38FaxUdpEC(from: &reader)
        self.init(t38FaxUdpEC: t38FaxUdpEC)
        self.t38FaxMaxBuffer = t38FaxMaxBuffer
        self.t38FaxMaxDatagram = t38FaxMaxDatagram
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.t38FaxMaxBuffer != nil)
        writer.put(self.t38FaxMaxDatagram != nil)
        if let value = self.t38FaxMaxBuffer {
            writer.putUnconstrainedInteger(value)
        }
        if let value = self.t38FaxMaxDatagram {
            writer.putUnconstrainedInteger(value)
        }
        self.t38FaxUdpEC.encode(into: &writer)
    }
}

extension H245.T38FaxUdpOptions {
    /// What `t38FaxUdpEC` of ``H245.T38FaxUdpOptions`` holds.
    package enum T38FaxUdpEC: PERValue {
        case t38UDPFEC
        case t38UDPRedundancy
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.T38FaxUdpOptions.T38FaxUdpEC {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .t38UDPFEC
        default:
            self = .t38UDPRedundancy
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .t38UDPFEC:
            writer.putExtensibleChoice(0, of: 2)
        case .t38UDPRedundancy:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
