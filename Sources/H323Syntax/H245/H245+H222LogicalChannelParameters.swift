// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H222LogicalChannelParameters` (H.245).
    package struct H222LogicalChannelParameters: PERValue {
        /// `INTEGER (0..65535)`.
        package var resourceID: UInt16

        /// `INTEGER (0..8191)`.
        package var subChannelID: UInt16

        /// `INTEGER (0..8191)`, optional.
        package var pcrPid: UInt16?

        /// `OCTET STRING`, optional.
        package var programDescriptors: [UInt8]?

        /// `OCTET STRING`, optional.
        package var streamDescriptors: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(resourceID: UInt16, subChannelID: UInt16) {
            self.resourceID = resourceID
            self.subChannelID = subChannelID
        }
    }
}

extension H245.H222LogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let resourceID = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let subChannelID = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 8191))
        self.init(resourceID: resourceID, subChannelID: subChannelID)
        if present & 1 << 2 != 0 {
            self.pcrPid = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 8191))
        }
        if present & 1 << 1 != 0 {
            self.programDescriptors = try reader.takeOctets()
        }
        if present & 1 << 0 != 0 {
            self.streamDescriptors = try reader.takeOctets()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.pcrPid != nil)
        writer.put(self.programDescriptors != nil)
        writer.put(self.streamDescriptors != nil)
        writer.putInteger(Int(self.resourceID), 0, 65535)
        writer.putInteger(Int(self.subChannelID), 0, 8191)
        if let value = self.pcrPid {
            writer.putInteger(Int(value), 0, 8191)
        }
        if let value = self.programDescriptors {
            writer.putOctets(value)
        }
        if let value = self.streamDescriptors {
            writer.putOctets(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
