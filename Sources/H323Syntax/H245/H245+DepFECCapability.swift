// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DepFECCapability` (H.245).
    package enum DepFECCapability: PERValue {
        indirect case rfc2733(H245.DepFECCapability.Rfc2733)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DepFECCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .rfc2733(try H245.DepFECCapability.Rfc2733(from: &reader))
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

extension H245.DepFECCapability {
    /// What `rfc2733` of ``H245.DepFECCapability`` holds.
    package struct Rfc2733: PERValue {
        /// `BOOLEAN`.
        package var redundancyEncoding: Bool

        /// `SEQUENCE`.
        package var separateStream: H245.DepFECCapability.Rfc2733.SeparateStream

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(redundancyEncoding: Bool, separateStream: H245.DepFECCapability.Rfc2733.SeparateStream) {
            self.redundancyEncoding = redundancyEncoding
            self.separateStream = separateStream
        }
    }
}

extension H245.DepFECCapability.Rfc2733 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let redundancyEncoding = try reader.takeBit()
        let separateStream = try H245.DepFECCapability.Rfc2733.SeparateStream(from: &reader)
        self.init(redundancyEncoding: redundancyEncoding, separateStream: separateStream)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.redundancyEncoding)
        self.separateStream.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.DepFECCapability.Rfc2733 {
    /// What `separateStream` of ``H245.DepFECCapability.Rfc2733`` holds.
    package struct SeparateStream: PERValue {
        /// `BOOLEAN`.
        package var separatePort: Bool

        /// `BOOLEAN`.
        package var samePort: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(separatePort: Bool, samePort: Bool) {
            self.separatePort = separatePort
            self.samePort = samePort
        }
    }
}

extension H245.DepFECCapability.Rfc2733.SeparateStream {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let separatePort = try reader.takeBit()
        let samePort = try reader.takeBit()
        self.init(separatePort: separatePort, samePort: samePort)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.separatePort)
        writer.put(self.samePort)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
