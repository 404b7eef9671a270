// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `CarrierInfo` (H.225.0).
    package struct CarrierInfo: PERValue {
        /// `OCTET STRING (SIZE (3..4))`, optional.
        package var carrierIdentificationCode: [UInt8]?

        /// `IA5String (SIZE (1..128))`, optional.
        package var carrierName: ByteString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CarrierInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.carrierIdentificationCode = try reader.takeOctets(3, 4)
        }
        if present & 1 << 0 != 0 {
            self.carrierName = try reader.takeString(.ia5, 1, 128)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.carrierIdentificationCode != nil)
        writer.put(self.carrierName != nil)
        if let value = self.carrierIdentificationCode {
            writer.putOctets(value, 3, 4)
        }
        if let value = self.carrierName {
            writer.putString(value, .ia5, 1, 128)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
