// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EncryptionSync` (H.245).
    package struct EncryptionSync: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandard: H245.NonStandardParameter?

        /// `INTEGER (0..255)`.
        package var synchFlag: UInt8

        /// `OCTET STRING (SIZE (1..65535))`.
        package var h235Key: [UInt8]

        /// `SEQUENCE (SIZE (1..256)) OF EscrowData`, optional.
        package var escrowentry: [H245.EscrowData]?

        /// `GenericParameter`, addition 1.
        @BoxedIfPresent package var genericParameter: H245.GenericParameter?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(synchFlag: UInt8, h235Key: [UInt8]) {
            self.synchFlag = synchFlag
            self.h235Key = h235Key
        }
    }
}

extension H245.EncryptionSync {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var nonStandard: H245.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandard = try H245.NonStandardParameter(from: &reader)
        }
        let synchFlag = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let h235Key = try reader.takeOctets(1, 65535)
        self.init(synchFlag: synchFlag, h235Key: h235Key)
        self.nonStandard = nonStandard
        if present & 1 << 0 != 0 {
            self.escrowentry = try reader.takeList(1, 256, of: H245.EscrowData.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericParameter = try H245.GenericParameter(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._genericParameter.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        writer.put(self.escrowentry != nil)
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.synchFlag), 0, 255)
        writer.putOctets(self.h235Key, 1, 65535)
        if let value = self.escrowentry {
            writer.putList(value, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericParameter {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
