// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `FECData` (H.245).
    package enum FECData: PERValue {
        indirect case rfc2733(H245.FECData.Rfc2733)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.FECData {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .rfc2733(try H245.FECData.Rfc2733(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .rfc2733(let value):
            writer.putExtensibleChoice(0, of: 1)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.FECData {
    /// What `rfc2733` of ``H245.FECData`` holds.
    package struct Rfc2733: PERValue {
        /// `INTEGER (0..127)`.
        package var protectedPayloadType: UInt8

        /// `OBJECT IDENTIFIER`, optional.
        package var fecScheme: OID?

        /// `CHOICE`.
        package var pktMode: H245.FECData.Rfc2733.PktMode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protectedPayloadType: UInt8, pktMode: H245.FECData.Rfc2733.PktMode) {
            self.protectedPayloadType = protectedPayloadType
            self.pktMode = pktMode
        }
    }
}

extension H245.FECData.Rfc2733 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protectedPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        var fecScheme: OID?
        if present & 1 << 0 != 0 {
            fecScheme = try reader.takeObjectIdentifier()
        }
        let pktMode = try H245.FECData.Rfc2733.PktMode(from: &reader)
        self.init(protectedPayloadType: protectedPayloadType, pktMode: pktMode)
        self.fecScheme = fecScheme
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.fecScheme != nil)
        writer.putInteger(Int(self.protectedPayloadType), 0, 127)
        if let value = self.fecScheme {
            writer.putObjectIdentifier(value)
        }
        self.pktMode.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.FECData.Rfc2733 {
    /// What `pktMode` of ``H245.FECData.Rfc2733`` holds.
    package enum PktMode: PERValue {
        case rfc2198coding
        case rfc2733sameport(H245.FECData.Rfc2733.PktMode.Rfc2733sameport)
        case rfc2733diffport(H245.FECData.Rfc2733.PktMode.Rfc2733diffport)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.FECData.Rfc2733.PktMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .rfc2198coding
        case 1:
            self = .rfc2733sameport(try H245.FECData.Rfc2733.PktMode.Rfc2733sameport(from: &reader))
        default:
            self = .rfc2733diffport(try H245.FECData.Rfc2733.PktMode.Rfc2733diffport(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .rfc2198coding:
            writer.putExtensibleChoice(0, of: 3)
        case .rfc2733sameport(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .rfc2733diffport(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.FECData.Rfc2733.PktMode {
    /// What `rfc2733sameport` of ``H245.FECData.Rfc2733.PktMode`` holds.
    package struct Rfc2733sameport: PERValue {
        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.FECData.Rfc2733.PktMode.Rfc2733sameport {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        self.init()
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.FECData.Rfc2733.PktMode {
    /// What `rfc2733diffport` of ``H245.FECData.Rfc2733.PktMode`` holds.
    package struct Rfc2733diffport: PERValue {
        /// `LogicalChannelNumber`.
        package var protectedChannel: H245.LogicalChannelNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protectedChannel: H245.LogicalChannelNumber) {
            self.protectedChannel = protectedChannel
        }
    }
}

extension H245.FECData.Rfc2733.PktMode.Rfc2733diffport {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let protectedChannel = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(protectedChannel: protectedChannel)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.protectedChannel), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
