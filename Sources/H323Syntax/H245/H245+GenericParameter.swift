// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `GenericParameter` (H.245).
    package struct GenericParameter: PERValue {
        /// `ParameterIdentifier`.
        @Boxed package var parameterIdentifier: H245.ParameterIdentifier

        /// `ParameterValue`.
        @Boxed package var parameterValue: H245.ParameterValue

        /// `SEQUENCE OF ParameterIdentifier`, optional.
        package var supersedes: [H245.ParameterIdentifier]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(parameterIdentifier: H245.ParameterIdentifier, parameterValue: H245.ParameterValue) {
            self.parameterIdentifier = parameterIdentifier
            self.parameterValue = parameterValue
        }
    }
}

extension H245.GenericParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let parameterIdentifier = try H245.ParameterIdentifier(from: &reader)
        let parameterValue = try H245.ParameterValue(from: &reader)
        self.init(parameterIdentifier: parameterIdentifier, parameterValue: parameterValue)
        if present & 1 << 0 != 0 {
            self.supersedes = try reader.takeList(0, nil, of: H245.ParameterIdentifier.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.supersedes != nil)
        self.parameterIdentifier.encode(into: &writer)
        self.parameterValue.encode(into: &writer)
        if let value = self.supersedes {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
