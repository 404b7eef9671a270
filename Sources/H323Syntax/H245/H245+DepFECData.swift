// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DepFECData` (H.245).
    package indirect enum DepFECData: PERValue {
        case rfc2733(H245.DepFECData.Rfc2733)
    }
}

extension H245.DepFECData {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 0) {
        default:
            self = .rfc2733(try H245.DepFECData.Rfc2733(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .rfc2733(let value):
            writer.putChoice(0, of: 1)
            value.encode(into: &writer)
        }
    }
}

extension H245.DepFECData {
    /// What `rfc2733` of ``H245.DepFECData`` holds.
    package struct Rfc2733: PERValue {
        /// `CHOICE`.
        package var mode: H245.DepFECData.Rfc2733.Mode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(mode: H245.DepFECData.Rfc2733.Mode) {
            self.mode = mode
        }
    }
}

extension H245.DepFECData.Rfc2733 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let mode = try H245.DepFECData.Rfc2733.Mode(from: &reader)
        self.init(mode: mode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.mode.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.DepFECData.Rfc2733 {
    /// What `mode` of ``H245.DepFECData.Rfc2733`` holds.
    package enum Mode: PERValue {
        case redundancyEncoding
        case separateStream(H245.DepFECData.Rfc2733.Mode.SeparateStream)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DepFECData.Rfc2733.Mode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .redundancyEncoding
        default:
            self = .separateStream(try H245.DepFECData.Rfc2733.Mode.SeparateStream(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .redundancyEncoding:
            writer.putExtensibleChoice(0, of: 2)
        case .separateStream(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.DepFECData.Rfc2733.Mode {
    /// What `separateStream` of ``H245.DepFECData.Rfc2733.Mode`` holds.
    package enum SeparateStream: PERValue {
        case differentPort(H245.DepFECData.Rfc2733.Mode.SeparateStream.DifferentPort)
        case samePort(H245.DepFECData.Rfc2733.Mode.SeparateStream.SamePort)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DepFECData.Rfc2733.Mode.SeparateStream {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .differentPort(try H245.DepFECData.Rfc2733.Mode.SeparateStream.DifferentPort(from: &reader))
        default:
            self = .samePort(try H245.DepFECData.Rfc2733.Mode.SeparateStream.SamePort(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .differentPort(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .samePort(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.DepFECData.Rfc2733.Mode.SeparateStream {
    /// What `differentPort` of ``H245.DepFECData.Rfc2733.Mode.SeparateStream`` holds.
    package struct DifferentPort: PERValue {
        /// `INTEGER (1..255)`.
        package var protectedSessionID: UInt8

        /// `INTEGER (0..127)`, optional.
        package var protectedPayloadType: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protectedSessionID: UInt8) {
            self.protectedSessionID = protectedSessionID
        }
    }
}

extension H245.DepFECData.Rfc2733.Mode.SeparateStream.DifferentPort {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protectedSessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        self.init(protectedSessionID: protectedSessionID)
        if present & 1 << 0 != 0 {
            self.protectedPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.protectedPayloadType != nil)
        writer.putInteger(Int(self.protectedSessionID), 1, 255)
        if let value = self.protectedPayloadType {
            writer.putInteger(Int(value), 0, 127)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.DepFECData.Rfc2733.Mode.SeparateStream {
    /// What `samePort` of ``H245.DepFECData.Rfc2733.Mode.SeparateStream`` holds.
    package struct SamePort: PERValue {
        /// `INTEGER (0..127)`.
        package var protectedPayloadType: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protectedPayloadType: UInt8) {
            self.protectedPayloadType = protectedPayloadType
        }
    }
}

extension H245.DepFECData.Rfc2733.Mode.SeparateStream.SamePort {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let protectedPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        self.init(protectedPayloadType: protectedPayloadType)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.protectedPayloadType), 0, 127)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
