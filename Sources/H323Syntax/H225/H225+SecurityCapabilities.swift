// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SecurityCapabilities` (H.225.0).
    package struct SecurityCapabilities: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandard: H225.NonStandardParameter?

        /// `SecurityServiceMode`.
        package var encryption: H225.SecurityServiceMode

        /// `SecurityServiceMode`.
        package var authenticaton: H225.SecurityServiceMode

        /// `SecurityServiceMode`.
        package var integrity: H225.SecurityServiceMode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            encryption: H225.SecurityServiceMode,
            authenticaton: H225.SecurityServiceMode,
            integrity: H225.SecurityServiceMode
        ) {
            self.encryption = encryption
            self.authenticaton = authenticaton
            self.integrity = integrity
        }
    }
}

extension H225.SecurityCapabilities {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var nonStandard: H225.NonStandardParameter?
        if present & 1 << 0 != 0 {
            nonStandard = try H225.NonStandardParameter(from: &reader)
        }
        let encryption = try H225.SecurityServiceMode(from: &reader)
        let authenticaton = try H225.SecurityServiceMode(from: &reader)
        let integrity = try H225.SecurityServiceMode(from: &reader)
        self.init(encryption: encryption, authenticaton: authenticaton, integrity: integrity)
        self.nonStandard = nonStandard
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandard.isPresent)
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        self.encryption.encode(into: &writer)
        self.authenticaton.encode(into: &writer)
        self.integrity.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
