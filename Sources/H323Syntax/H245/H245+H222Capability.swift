// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H222Capability` (H.245).
    package struct H222Capability: PERValue {
        /// `INTEGER (1..256)`.
        package var numberOfVCs: UInt16

        /// `SEQUENCE OF VCCapability`.
        package var vcCapability: [H245.VCCapability]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(numberOfVCs: UInt16, vcCapability: [H245.VCCapability]) {
            self.numberOfVCs = numberOfVCs
            self.vcCapability = vcCapability
        }
    }
}

extension H245.H222Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let numberOfVCs = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let vcCapability = try reader.takeList(0, nil, of: H245.VCCapability.init(from:))
        self.init(numberOfVCs: numberOfVCs, vcCapability: vcCapability)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.numberOfVCs), 1, 256)
        writer.putList(self.vcCapability, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
