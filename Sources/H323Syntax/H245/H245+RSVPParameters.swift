// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RSVPParameters` (H.245).
    package struct RSVPParameters: PERValue {
        /// `QOSMode`, optional.
        package var qosMode: H245.QOSMode?

        /// `INTEGER (1..4294967295)`, optional.
        package var tokenRate: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var bucketSize: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var peakRate: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var minPoliced: UInt32?

        /// `INTEGER (1..4294967295)`, optional.
        package var maxPktSize: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.RSVPParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        self.init()
        if present & 1 << 5 != 0 {
            self.qosMode = try H245.QOSMode(from: &reader)
        }
        if present & 1 << 4 != 0 {
            self.tokenRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 3 != 0 {
            self.bucketSize = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 2 != 0 {
            self.peakRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 1 != 0 {
            self.minPoliced = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
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
        writer.put(self.qosMode != nil)
        writer.put(self.tokenRate != nil)
        writer.put(self.bucketSize != nil)
        writer.put(self.peakRate != nil)
        writer.put(self.minPoliced != nil)
        writer.put(self.maxPktSize != nil)
        if let value = self.qosMode {
            value.encode(into: &writer)
        }
        if let value = self.tokenRate {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.bucketSize {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.peakRate {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.minPoliced {
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
