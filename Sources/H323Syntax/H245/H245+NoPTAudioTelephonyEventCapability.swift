// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// `NoPTAudioTelephonyEventCapability` (H.245).
    package struct NoPTAudioTelephonyEventCapability: PERValue {
        /// `GeneralString`.
        package var audioTelephoneEvent: ByteString

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(audioTelephoneEvent: ByteString) {
            self.audioTelephoneEvent = audioTelephoneEvent
        }
    }
}

extension H245.NoPTAudioTelephonyEventCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let audioTelephoneEvent = ByteString(try reader.takeUnboundedOctets())
        self.init(audioTelephoneEvent: audioTelephoneEvent)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putUnboundedOctets(self.audioTelephoneEvent.bytes)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
