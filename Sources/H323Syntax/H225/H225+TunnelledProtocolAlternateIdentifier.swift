// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `TunnelledProtocolAlternateIdentifier` (H.225.0).
    package struct TunnelledProtocolAlternateIdentifier: PERValue {
        /// `IA5String (SIZE (1..64))`.
        package var protocolType: ByteString

        /// `IA5String (SIZE (1..64))`, optional.
        package var protocolVariant: ByteString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(protocolType: ByteString) {
            self.protocolType = protocolType
        }
    }
}

extension H225.TunnelledProtocolAlternateIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let protocolType = try reader.takeString(.ia5, 1, 64)
        self.init(protocolType: protocolType)
        if present & 1 << 0 != 0 {
            self.protocolVariant = try reader.takeString(.ia5, 1, 64)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.protocolVariant != nil)
        writer.putString(self.protocolType, .ia5, 1, 64)
        if let value = self.protocolVariant {
            writer.putString(value, .ia5, 1, 64)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
