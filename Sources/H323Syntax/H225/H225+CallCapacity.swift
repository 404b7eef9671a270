// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallCapacity` (H.225.0).
    package struct CallCapacity: PERValue {
        /// `CallCapacityInfo`, optional.
        @BoxedIfPresent package var maximumCallCapacity: H225.CallCapacityInfo?

        /// `CallCapacityInfo`, optional.
        @BoxedIfPresent package var currentCallCapacity: H225.CallCapacityInfo?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CallCapacity {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.maximumCallCapacity = try H225.CallCapacityInfo(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.currentCallCapacity = try H225.CallCapacityInfo(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._maximumCallCapacity.isPresent)
        writer.put(self._currentCallCapacity.isPresent)
        if let value = self.maximumCallCapacity {
            value.encode(into: &writer)
        }
        if let value = self.currentCallCapacity {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
