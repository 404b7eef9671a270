// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `H221NonStandard` (H.225.0).
    package struct H221NonStandard: PERValue {
        /// `INTEGER (0..255)`.
        package var t35CountryCode: UInt8

        /// `INTEGER (0..255)`.
        package var t35Extension: UInt8

        /// `INTEGER (0..65535)`.
        package var manufacturerCode: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(t35CountryCode: UInt8, t35Extension: UInt8, manufacturerCode: UInt16) {
            self.t35CountryCode = t35CountryCode
            self.t35Extension = t35Extension
            self.manufacturerCode = manufacturerCode
        }
    }
}

extension H225.H221NonStandard {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let t35CountryCode = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let t35Extension = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let manufacturerCode = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(t35CountryCode: t35CountryCode, t35Extension: t35Extension, manufacturerCode: manufacturerCode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.t35CountryCode), 0, 255)
        writer.putInteger(Int(self.t35Extension), 0, 255)
        writer.putInteger(Int(self.manufacturerCode), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
