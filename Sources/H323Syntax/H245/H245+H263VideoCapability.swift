// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263VideoCapability` (H.245).
    package struct H263VideoCapability: PERValue {
        /// `INTEGER (1..32)`, optional.
        package var sqcifMPI: UInt8?

        /// `INTEGER (1..32)`, optional.
        package var qcifMPI: UInt8?

        /// `INTEGER (1..32)`, optional.
        package var cifMPI: UInt8?

        /// `INTEGER (1..32)`, optional.
        package var cif4MPI: UInt8?

        /// `INTEGER (1..32)`, optional.
        package var cif16MPI: UInt8?

        /// `INTEGER (1..192400)`.
        package var maxBitRate: UInt32

        /// `BOOLEAN`.
        package var unrestrictedVector: Bool

        /// `BOOLEAN`.
        package var arithmeticCoding: Bool

        /// `BOOLEAN`.
        package var advancedPrediction: Bool

        /// `BOOLEAN`.
        package var pbFrames: Bool

        /// `BOOLEAN`.
        package var temporalSpatialTradeOffCapability: Bool

        /// `INTEGER (0..524287)`, optional.
        package var hrdB: UInt32?

        /// `INTEGER (0..65535)`, optional.
        package var bppMaxKb: UInt16?

        /// `INTEGER (1..3600)`, addition 1.
        package var slowSqcifMPI: UInt16?

        /// `INTEGER (1..3600)`, addition 2.
        package var slowQcifMPI: UInt16?

        /// `INTEGER (1..3600)`, addition 3.
        package var slowCifMPI: UInt16?

        /// `INTEGER (1..3600)`, addition 4.
        package var slowCif4MPI: UInt16?

        /// `INTEGER (1..3600)`, addition 5.
        package var slowCif16MPI: UInt16?

        /// `BOOLEAN`, addition 6.
        package var errorCompensation: Bool?

        /// `EnhancementLayerInfo`, addition 7.
        @BoxedIfPresent package var enhancementLayerInfo: H245.EnhancementLayerInfo?

        /// `H263Options`, addition 8.
        @BoxedIfPresent package var h263Options: H245.H263Options?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            maxBitRate: UInt32,
            unrestrictedVector: Bool,
            arithmeticCoding: Bool,
            advancedPrediction: Bool,
            pbFrames: Bool,
            temporalSpatialTradeOffCapability: Bool
        ) {
            self.maxBitRate = maxBitRate
            self.unrestrictedVector = unrestrictedVector
            self.arithmeticCoding = arithmeticCoding
            self.advancedPrediction = advancedPrediction
            self.pbFrames = pbFrames
            self.temporalSpatialTradeOffCapability = temporalSpatialTradeOffCapability
        }
    }
}

extension H245.H263VideoCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        var sqcifMPI: UInt8?
        if present & 1 << 6 != 0 {
            sqcifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var qcifMPI: UInt8?
        if present & 1 << 5 != 0 {
            qcifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cifMPI: UInt8?
        if present & 1 << 4 != 0 {
            cifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cif4MPI: UInt8?
        if present & 1 << 3 != 0 {
            cif4MPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cif16MPI: UInt8?
        if present & 1 << 2 != 0 {
            cif16MPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        let maxBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 192400))
        let unrestrictedVector = try reader.takeBit()
        let arithmeticCoding = try reader.takeBit()
        let advancedPrediction = try reader.takeBit()
        let pbFrames = try reader.takeBit()
        let temporalSpatialTradeOffCapability = try reader.takeBit()
        self.init(
            maxBitRate: maxBitRate,
            unrestrictedVector: unrestrictedVector,
            arithmeticCoding: arithmeticCoding,
            advancedPrediction: advancedPrediction,
            pbFrames: pbFrames,
            temporalSpatialTradeOffCapability: temporalSpatialTradeOffCapability
        )
        self.sqcifMPI = sqcifMPI
        self.qcifMPI = qcifMPI
        self.cifMPI = cifMPI
        self.cif4MPI = cif4MPI
        self.cif16MPI = cif16MPI
        if present & 1 << 1 != 0 {
            self.hrdB = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 524287))
        }
        if present & 1 << 0 != 0 {
            self.bppMaxKb = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.slowSqcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.slowQcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.slowCifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.slowCif4MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.slowCif16MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                self.errorCompensation = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(6, of: bitmap) {
                self.enhancementLayerInfo = try H245.EnhancementLayerInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(7, of: bitmap) {
                self.h263Options = try H245.H263Options(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 8)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 8, self.unrecognized)
        bitmap.insert(0, if: self.slowSqcifMPI != nil)
        bitmap.insert(1, if: self.slowQcifMPI != nil)
        bitmap.insert(2, if: self.slowCifMPI != nil)
        bitmap.insert(3, if: self.slowCif4MPI != nil)
        bitmap.insert(4, if: self.slowCif16MPI != nil)
        bitmap.insert(5, if: self.errorCompensation != nil)
        bitmap.insert(6, if: self._enhancementLayerInfo.isPresent)
        bitmap.insert(7, if: self._h263Options.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.sqcifMPI != nil)
        writer.put(self.qcifMPI != nil)
        writer.put(self.cifMPI != nil)
        writer.put(self.cif4MPI != nil)
        writer.put(self.cif16MPI != nil)
        writer.put(self.hrdB != nil)
        writer.put(self.bppMaxKb != nil)
        if let value = self.sqcifMPI {
            writer.putInteger(Int(value), 1, 32)
        }
        if let value = self.qcifMPI {
            writer.putInteger(Int(value), 1, 32)
        }
        if let value = self.cifMPI {
            writer.putInteger(Int(value), 1, 32)
        }
        if let value = self.cif4MPI {
            writer.putInteger(Int(value), 1, 32)
        }
        if let value = self.cif16MPI {
            writer.putInteger(Int(value), 1, 32)
        }
        writer.putInteger(Int(self.maxBitRate), 1, 192400)
        writer.put(self.unrestrictedVector)
        writer.put(self.arithmeticCoding)
        writer.put(self.advancedPrediction)
        writer.put(self.pbFrames)
        writer.put(self.temporalSpatialTradeOffCapability)
        if let value = self.hrdB {
            writer.putInteger(Int(value), 0, 524287)
        }
        if let value = self.bppMaxKb {
            writer.putInteger(Int(value), 0, 65535)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.slowSqcifMPI {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 3600)
            writer.endOpenType(start)
        }
        if let value = self.slowQcifMPI {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 3600)
            writer.endOpenType(start)
        }
        if let value = self.slowCifMPI {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 3600)
            writer.endOpenType(start)
        }
        if let value = self.slowCif4MPI {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 3600)
            writer.endOpenType(start)
        }
        if let value = self.slowCif16MPI {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 3600)
            writer.endOpenType(start)
        }
        if let value = self.errorCompensation {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.enhancementLayerInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h263Options {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
