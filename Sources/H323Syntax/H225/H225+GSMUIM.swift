// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `GSM-UIM` (H.225.0).
    package struct GSMUIM: PERValue {
        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var imsi: ByteString?

        /// `OCTET STRING (SIZE (1..4))`, optional.
        package var tmsi: [UInt8]?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (3..16))`, optional.
        package var msisdn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (15..16))`, optional.
        package var imei: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (1..4))`, optional.
        package var hplmn: ByteString?

        /// `IA5String (FROM (tbcdDigits)) (SIZE (1..4))`, optional.
        package var vplmn: ByteString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.GSMUIM {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        self.init()
        if present & 1 << 5 != 0 {
            self.imsi = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        if present & 1 << 4 != 0 {
            self.tmsi = try reader.takeOctets(1, 4)
        }
        if present & 1 << 3 != 0 {
            self.msisdn = try reader.takeString(H225.tbcdDigits, 3, 16)
        }
        if present & 1 << 2 != 0 {
            self.imei = try reader.takeString(H225.tbcdDigits, 15, 16)
        }
        if present & 1 << 1 != 0 {
            self.hplmn = try reader.takeString(H225.tbcdDigits, 1, 4)
        }
        if present & 1 << 0 != 0 {
            self.vplmn = try reader.takeString(H225.tbcdDigits, 1, 4)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.imsi != nil)
        writer.put(self.tmsi != nil)
        writer.put(self.msisdn != nil)
        writer.put(self.imei != nil)
        writer.put(self.hplmn != nil)
        writer.put(self.vplmn != nil)
        if let value = self.imsi {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.tmsi {
            writer.putOctets(value, 1, 4)
        }
        if let value = self.msisdn {
            writer.putString(value, H225.tbcdDigits, 3, 16)
        }
        if let value = self.imei {
            writer.putString(value, H225.tbcdDigits, 15, 16)
        }
        if let value = self.hplmn {
            writer.putString(value, H225.tbcdDigits, 1, 4)
        }
        if let value = self.vplmn {
            writer.putString(value, H225.tbcdDigits, 1, 4)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
