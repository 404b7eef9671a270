// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `GenericTransportParameters` (H.245).
    package struct GenericTransportParameters: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandardData: H245.NonStandardParameter?

        /// `INTEGER (1..4294967295)`, optional.
        package var averageRate: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var burst: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var peakRate: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var maxPktSize: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.GenericTransportParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        self.init()
        if present & 1 << 4 != 0 {
            self.nonStandardData = try H245.NonStandardParameter(from: &reader)
        }
        if present & 1 << 3 != 0 {
            self.averageRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 2 != 0 {
            self.burst = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 1 != 0 {
            self.peakRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 0 != 0 {
            self.maxPktSize = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardData != nil)
        writer.put(self.averageRate != nil)
        writer.put(self.burst != nil)
        writer.put(self.peakRate != nil)
        writer.put(self.maxPktSize != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.averageRate {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.burst {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.peakRate {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.maxPktSize {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
