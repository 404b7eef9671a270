// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `Params` (H.235.0).
    package struct Params: PERValue {
        /// `INTEGER`, optional.
        package var ranInt: Int?

        /// `IV8`, optional.
        package var iv8: H235.IV8?

        /// `IV16`, addition 1.
        package var iv16: H235.IV16?

        /// `OCTET STRING`, addition 2.
        package var iv: [UInt8]?

        /// `OCTET STRING`, addition 3.
        package var clearSalt: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H235.Params {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.ranInt = try reader.takeUnconstrainedInteger()
        }
        if present & 1 << 0 != 0 {
            self.iv8 = try reader.takeOctets(8, 8)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.iv16 = try reader.takeOctets(16, 16)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.iv = try reader.takeOctets()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.clearSalt = try reader.takeOctets()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self.iv16 != nil)
        bitmap.insert(1, if: self.iv != nil)
        bitmap.insert(2, if: self.clearSalt != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.ranInt != nil)
        writer.put(self.iv8 != nil)
        if let value = self.ranInt {
            writer.putUnconstrainedInteger(value)
        }
        if let value = self.iv8 {
            writer.putOctets(value, 8, 8)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.iv16 {
            let start = writer.beginOpenType()
            writer.putOctets(value, 16, 16)
            writer.endOpenType(start)
        }
        if let value = self.iv {
            let start = writer.beginOpenType()
            writer.putOctets(value)
            writer.endOpenType(start)
        }
        if let value = self.clearSalt {
            let start = writer.beginOpenType()
            writer.putOctets(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
