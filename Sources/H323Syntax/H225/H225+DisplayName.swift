// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `DisplayName` (H.225.0).
    package struct DisplayName: PERValue {
        /// `IA5String`, optional.
        package var language: ByteString?

        /// `BMPString (SIZE (1..80))`.
        package var name: BMPString

        package init(name: BMPString) {
            self.name = name
        }
    }
}

extension H225.DisplayName {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let present = try reader.takeBits(1)
        var language: ByteString?
        if present & 1 << 0 != 0 {
            language = try reader.takeString(.ia5)
        }
        let name = try reader.takeBMPString(1, 80)
        self.init(name: name)
        self.language = language
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.language != nil)
        if let value = self.language {
            writer.putString(value, .ia5)
        }
        writer.putBMPString(self.name, 1, 80)
    }
}
