// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `FECMode` (H.245).
    package struct FECMode: PERValue {
        /// `ModeElementType`.
        @Boxed package var protectedElement: H245.ModeElementType

        /// `OBJECT IDENTIFIER`, optional.
        package var fecScheme: OID?

        /// `CHOICE`, optional.
        package var rfc2733Format: H245.FECMode.Rfc2733Format?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protectedElement: H245.ModeElementType) {
            self.protectedElement = protectedElement
        }
    }
}

extension H245.FECMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let protectedElement = try H245.ModeElementType(from: &reader)
        self.init(protectedElement: protectedElement)
        if present & 1 << 1 != 0 {
            self.fecScheme = try reader.takeObjectIdentifier()
        }
        if present & 1 << 0 != 0 {
            self.rfc2733Format = try H245.FECMode.Rfc2733Format(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.fecScheme != nil)
        writer.put(self.rfc2733Format != nil)
        self.protectedElement.encode(into: &writer)
        if let value = self.fecScheme {
            writer.putObjectIdentifier(value)
        }
        if let value = self.rfc2733Format {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.FECMode {
    /// What `rfc2733Format` of ``H245.FECMode`` holds.
    package enum Rfc2733Format: PERValue {
        case rfc2733rfc2198(H245.MaxRedundancy)
        case rfc2733sameport(H245.MaxRedundancy)
        case rfc2733diffport(H245.MaxRedundancy)
    }
}

extension H245.FECMode.Rfc2733Format {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .rfc2733rfc2198(try reader.takeInteger(from: 1))
        case 1:
            self = .rfc2733sameport(try reader.takeInteger(from: 1))
        default:
            self = .rfc2733diffport(try reader.takeInteger(from: 1))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .rfc2733rfc2198(let value):
            writer.putChoice(0, of: 3)
            writer.putInteger(value, from: 1)
        case .rfc2733sameport(let value):
            writer.putChoice(1, of: 3)
            writer.putInteger(value, from: 1)
        case .rfc2733diffport(let value):
            writer.putChoice(2, of: 3)
            writer.putInteger(value, from: 1)
        }
    }
}
