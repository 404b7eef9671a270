// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H261VideoCapability` (H.245).
    package struct H261VideoCapability: PERValue {
        /// `INTEGER (1..4)`, optional.
        package var qcifMPI: UInt8?

        /// `INTEGER (1..4)`, optional.
        package var cifMPI: UInt8?

        /// `BOOLEAN`.
        package var temporalSpatialTradeOffCapability: Bool

        /// `INTEGER (1..19200)`.
        package var maxBitRate: UInt16

        /// `BOOLEAN`.
        package var stillImageTransmission: Bool

        /// `BOOLEAN`, addition 1.
        package var videoBadMBsCap: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(temporalSpatialTradeOffCapability: Bool, maxBitRate: UInt16, stillImageTransmission: Bool) {
            self.temporalSpatialTradeOffCapability = temporalSpatialTradeOffCapability
            self.maxBitRate = maxBitRate
            self.stillImageTransmission = stillImageTransmission
        }
    }
}

extension H245.H261VideoCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var qcifMPI: UInt8?
        if present & 1 << 1 != 0 {
            qcifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 4))
        }
        var cifMPI: UInt8?
        if present & 1 << 0 != 0 {
            cifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 4))
        }
        let temporalSpatialTradeOffCapability = try reader.takeBit()
        let maxBitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 19200))
        let stillImageTransmission = try reader.takeBit()
        self.init(
            temporalSpatialTradeOffCapability: temporalSpatialTradeOffCapability,
            maxBitRate: maxBitRate,
            stillImageTransmission: stillImageTransmission
        )
        self.qcifMPI = qcifMPI
        self.cifMPI = cifMPI
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.videoBadMBsCap = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.videoBadMBsCap != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.qcifMPI != nil)
        writer.put(self.cifMPI != nil)
        if let value = self.qcifMPI {
            writer.putInteger(Int(value), 1, 4)
        }
        if let value = self.cifMPI {
            writer.putInteger(Int(value), 1, 4)
        }
        writer.put(self.temporalSpatialTradeOffCapability)
        writer.putInteger(Int(self.maxBitRate), 1, 19200)
        writer.put(self.stillImageTransmission)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.videoBadMBsCap {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
