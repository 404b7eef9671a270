// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `CallsAvailable` (H.225.0).
    package struct CallsAvailable: PERValue {
        /// `INTEGER (0..4294967295)`.
        package var calls: UInt32

        /// `IA5String (SIZE (1..128))`, optional.
        package var group: ByteString?

        /// `CarrierInfo`, addition 1.
        package var carrier: H225.CarrierInfo?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(calls: UInt32) {
            self.calls = calls
        }
    }
}

extension H225.CallsAvailable {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let calls = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(calls: calls)
        if present & 1 << 0 != 0 {
            self.group = try reader.takeString(.ia5, 1, 128)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.carrier = try H225.CarrierInfo(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.carrier != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.group != nil)
        writer.putInteger(Int(self.calls), 0, 4_294_967_295)
        if let value = self.group {
            writer.putString(value, .ia5, 1, 128)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.carrier {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
