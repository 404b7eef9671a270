// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `VendorIdentification` (H.245).
    package struct VendorIdentification: PERValue {
        /// `NonStandardIdentifier`.
        package var vendor: H245.NonStandardIdentifier

        /// `OCTET STRING (SIZE (1..256))`, optional.
        package var productNumber: [UInt8]?

        /// `OCTET STRING (SIZE (1..256))`, optional.
        package var versionNumber: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(vendor: H245.NonStandardIdentifier) {
            self.vendor = vendor
        }
    }
}

extension H245.VendorIdentification {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let vendor = try H245.NonStandardIdentifier(from: &reader)
        self.init(vendor: vendor)
        if present & 1 << 1 != 0 {
            self.productNumber = try reader.takeOctets(1, 256)
        }
        if present & 1 << 0 != 0 {
            self.versionNumber = try reader.takeOctets(1, 256)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.productNumber != nil)
        writer.put(self.versionNumber != nil)
        self.vendor.encode(into: &writer)
        if let value = self.productNumber {
            writer.putOctets(value, 1, 256)
        }
        if let value = self.versionNumber {
            writer.putOctets(value, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
