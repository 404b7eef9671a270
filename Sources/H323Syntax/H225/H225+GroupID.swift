// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `GroupID` (H.225.0).
    package struct GroupID: PERValue {
        /// `SEQUENCE OF INTEGER (0..65535)`, optional.
        package var member: [UInt16]?

        /// `IA5String (SIZE (1..128))`.
        package var group: ByteString

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(group: ByteString) {
            self.group = group
        }
    }
}

extension H225.GroupID {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var member: [UInt16]?
        if present & 1 << 0 != 0 {
            member = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
                UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
            }
        }
        let group = try reader.takeString(.ia5, 1, 128)
        self.init(group: group)
        self.member = member
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.member != nil)
        if let value = self.member {
            writer.putList(value, 0, nil) { element, writer in
                writer.putInteger(Int(element), 0, 65535)
            }
        }
        writer.putString(self.group, .ia5, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
