// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Who made an endpoint, what it is called, and its version.
    package struct VendorIdentifier: PERValue {
        /// `H221NonStandard`.
        package var vendor: H225.H221NonStandard

        /// `OCTET STRING (SIZE (1..256))`, optional.
        package var productId: [UInt8]?

        /// `OCTET STRING (SIZE (1..256))`, optional.
        package var versionId: [UInt8]?

        /// `OBJECT IDENTIFIER`, addition 1.
        package var enterpriseNumber: OID?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(vendor: H225.H221NonStandard) {
            self.vendor = vendor
        }
    }
}

extension H225.VendorIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let vendor = try H225.H221NonStandard(from: &reader)
        self.init(vendor: vendor)
        if present & 1 << 1 != 0 {
            self.productId = try reader.takeOctets(1, 256)
        }
        if present & 1 << 0 != 0 {
            self.versionId = try reader.takeOctets(1, 256)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.enterpriseNumber = try reader.takeObjectIdentifier()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.enterpriseNumber != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.productId != nil)
        writer.put(self.versionId != nil)
        self.vendor.encode(into: &writer)
        if let value = self.productId {
            writer.putOctets(value, 1, 256)
        }
        if let value = self.versionId {
            writer.putOctets(value, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.enterpriseNumber {
            let start = writer.beginOpenType()
            writer.putObjectIdentifier(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
