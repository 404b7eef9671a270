// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// `DialingInformationNumber` (H.245).
    package struct DialingInformationNumber: PERValue {
        /// `NumericString (SIZE (0..40))`.
        package var networkAddress: ByteString

        /// `IA5String (SIZE (1..40))`, optional.
        package var subAddress: ByteString?

        /// `SEQUENCE (SIZE (1..255)) OF DialingInformationNetworkType`.
        package var networkType: [H245.DialingInformationNetworkType]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(networkAddress: ByteString, networkType: [H245.DialingInformationNetworkType]) {
            self.networkAddress = networkAddress
            self.networkType = networkType
        }
    }
}

extension H245.DialingInformationNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let networkAddress = try reader.takeString(.numeric, 0, 40)
        var subAddress: ByteString?
        if present & 1 << 0 != 0 {
            subAddress = try reader.takeString(.ia5, 1, 40)
        }
        let networkType = try reader.takeList(1, 255, of: H245.DialingInformationNetworkType.init(from:))
        self.init(networkAddress: networkAddress, networkType: networkType)
        self.subAddress = subAddress
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.subAddress != nil)
        writer.putString(self.networkAddress, .numeric, 0, 40)
        if let value = self.subAddress {
            writer.putString(value, .ia5, 1, 40)
        }
        writer.putList(self.networkType, 1, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
