// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `QOSDescriptor` (H.245).
    package struct QOSDescriptor: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandardData: H245.NonStandardParameter?

        /// `QOSType`.
        package var qosType: H245.QOSType

        /// `QOSClass`.
        package var qosClass: H245.QOSClass

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(qosType: H245.QOSType, qosClass: H245.QOSClass) {
            self.qosType = qosType
            self.qosClass = qosClass
        }
    }
}

extension H245.QOSDescriptor {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var nonStandardData: H245.NonStandardParameter?
        if present & 1 << 0 != 0 {
            nonStandardData = try H245.NonStandardParameter(from: &reader)
        }
        let qosType = try H245.QOSType(from: &reader)
        let qosClass = try H245.QOSClass(from: &reader)
        self.init(qosType: qosType, qosClass: qosClass)
        self.nonStandardData = nonStandardData
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardData != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        self.qosType.encode(into: &writer)
        self.qosClass.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
