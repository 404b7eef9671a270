// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EncryptionUpdateRequest` (H.245).
    package struct EncryptionUpdateRequest: PERValue {
        /// `KeyProtectionMethod`, optional.
        package var keyProtectionMethod: H245.KeyProtectionMethod?

        /// `INTEGER (0..255)`, addition 1.
        package var synchFlag: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.EncryptionUpdateRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            self.keyProtectionMethod = try H245.KeyProtectionMethod(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.synchFlag = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.synchFlag != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.keyProtectionMethod != nil)
        if let value = self.keyProtectionMethod {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.synchFlag {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
