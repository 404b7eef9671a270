// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ServicePriorityValue` (H.245).
    package struct ServicePriorityValue: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandardParameter: H245.NonStandardParameter?

        /// `INTEGER (0..255)`, addition 1.
        package var value: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.ServicePriorityValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            self.nonStandardParameter = try H245.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.value = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.value != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardParameter != nil)
        if let value = self.nonStandardParameter {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.value {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
