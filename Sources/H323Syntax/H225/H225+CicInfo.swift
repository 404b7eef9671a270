// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CicInfo` (H.225.0).
    package struct CicInfo: PERValue {
        /// `SEQUENCE OF OCTET STRING (SIZE (2..4))`.
        package var cic: [[UInt8]]

        /// `OCTET STRING (SIZE (2..5))`.
        package var pointCode: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(cic: [[UInt8]], pointCode: [UInt8]) {
            self.cic = cic
            self.pointCode = pointCode
        }
    }
}

extension H225.CicInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let cic = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
            try reader.takeOctets(2, 4)
        }
        let pointCode = try reader.takeOctets(2, 5)
        self.init(cic: cic, pointCode: pointCode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.cic, 0, nil) { element, writer in
            writer.putOctets(element, 2, 4)
        }
        writer.putOctets(self.pointCode, 2, 5)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
