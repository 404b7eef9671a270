// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `TransparencyParameters` (H.245).
    package struct TransparencyParameters: PERValue {
        /// `INTEGER (1..256)`.
        package var presentationOrder: UInt16

        /// `INTEGER (-262144..262143)`.
        package var offsetX: Int32

        /// `INTEGER (-262144..262143)`.
        package var offsetY: Int32

        /// `INTEGER (1..255)`.
        package var scaleX: UInt8

        /// `INTEGER (1..255)`.
        package var scaleY: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(presentationOrder: UInt16, offsetX: Int32, offsetY: Int32, scaleX: UInt8, scaleY: UInt8) {
            self.presentationOrder = presentationOrder
            self.offsetX = offsetX
            self.offsetY = offsetY
            self.scaleX = scaleX
            self.scaleY = scaleY
        }
    }
}

extension H245.TransparencyParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let presentationOrder = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let offsetX = Int32(truncatingIfNeeded: try reader.takeInteger(-262144, 262143))
        let offsetY = Int32(truncatingIfNeeded: try reader.takeInteger(-262144, 262143))
        let scaleX = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let scaleY = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        self.init(
            presentationOrder: presentationOrder,
            offsetX: offsetX,
            offsetY: offsetY,
            scaleX: scaleX,
            scaleY: scaleY
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.presentationOrder), 1, 256)
        writer.putInteger(Int(self.offsetX), -262144, 262143)
        writer.putInteger(Int(self.offsetY), -262144, 262143)
        writer.putInteger(Int(self.scaleX), 1, 255)
        writer.putInteger(Int(self.scaleY), 1, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
