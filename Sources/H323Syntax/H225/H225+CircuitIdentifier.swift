// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CircuitIdentifier` (H.225.0).
    package struct CircuitIdentifier: PERValue {
        /// `CicInfo`, optional.
        package var cic: H225.CicInfo?

        /// `GroupID`, optional.
        package var group: H225.GroupID?

        /// `CarrierInfo`, addition 1.
        package var carrier: H225.CarrierInfo?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CircuitIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.cic = try H225.CicInfo(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.group = try H225.GroupID(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.carrier = try H225.CarrierInfo(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.carrier != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.cic != nil)
        writer.put(self.group != nil)
        if let value = self.cic {
            value.encode(into: &writer)
        }
        if let value = self.group {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.carrier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
