// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `ProfileElement` (H.235.0).
    package struct ProfileElement: PERValue {
        /// `INTEGER (0..255)`.
        package var elementID: UInt8

        /// `Params`, optional.
        @BoxedIfPresent package var paramS: H235.Params?

        /// `Element`, optional.
        package var element: H235.Element?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(elementID: UInt8) {
            self.elementID = elementID
        }
    }
}

extension H235.ProfileElement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let elementID = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(elementID: elementID)
        if present & 1 << 1 != 0 {
            self.paramS = try H235.Params(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.element = try H235.Element(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._paramS.isPresent)
        writer.put(self.element != nil)
        writer.putInteger(Int(self.elementID), 0, 255)
        if let value = self.paramS {
            value.encode(into: &writer)
        }
        if let value = self.element {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
