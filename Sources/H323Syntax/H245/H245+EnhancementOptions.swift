// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EnhancementOptions` (H.245).
    package struct EnhancementOptions: PERValue {
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
        package var temporalSpatialTradeOffCapability: Bool

        /// `INTEGER (1..3600)`, optional.
        package var slowSqcifMPI: UInt16?

        /// `INTEGER (1..3600)`, optional.
        package var slowQcifMPI: UInt16?

        /// `INTEGER (1..3600)`, optional.
        package var slowCifMPI: UInt16?

        /// `INTEGER (1..3600)`, optional.
        package var slowCif4MPI: UInt16?

        /// `INTEGER (1..3600)`, optional.
        package var slowCif16MPI: UInt16?

        /// `BOOLEAN`.
        package var errorCompensation: Bool

        /// `H263Options`, optional.
        @BoxedIfPresent package var h263Options: H245.H263Options?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            maxBitRate: UInt32,
            unrestrictedVector: Bool,
            arithmeticCoding: Bool,
            temporalSpatialTradeOffCapability: Bool,
            errorCompensation: Bool
        ) {
            self.maxBitRate = maxBitRate
            self.unrestrictedVector = unrestrictedVector
            self.arithmeticCoding = arithmeticCoding
            self.temporalSpatialTradeOffCapability = temporalSpatialTradeOffCapability
            self.errorCompensation = errorCompensation
        }
    }
}

extension H245.EnhancementOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(11)
        var sqcifMPI: UInt8?
        if present & 1 << 10 != 0 {
            sqcifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var qcifMPI: UInt8?
        if present & 1 << 9 != 0 {
            qcifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cifMPI: UInt8?
        if present & 1 << 8 != 0 {
            cifMPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cif4MPI: UInt8?
        if present & 1 << 7 != 0 {
            cif4MPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        var cif16MPI: UInt8?
        if present & 1 << 6 != 0 {
            cif16MPI = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 32))
        }
        let maxBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 192400))
        let unrestrictedVector = try reader.takeBit()
        let arithmeticCoding = try reader.takeBit()
        let temporalSpatialTradeOffCapability = try reader.takeBit()
        var slowSqcifMPI: UInt16?
        if present & 1 << 5 != 0 {
            slowSqcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
        }
        var slowQcifMPI: UInt16?
        if present & 1 << 4 != 0 {
            slowQcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
        }
        var slowCifMPI: UInt16?
        if present & 1 << 3 != 0 {
            slowCifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
        }
        var slowCif4MPI: UInt16?
        if present & 1 << 2 != 0 {
            slowCif4MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
        }
        var slowCif16MPI: UInt16?
        if present & 1 << 1 != 0 {
            slowCif16MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 3600))
        }
        let errorCompensation = try reader.takeBit()
        self.init(
            maxBitRate: maxBitRate,
            unrestrictedVector: unrestrictedVector,
            arithmeticCoding: arithmeticCoding,
            temporalSpatialTradeOffCapability: temporalSpatialTradeOffCapability,
            errorCompensation: errorCompensation
        )
        self.sqcifMPI = sqcifMPI
        self.qcifMPI = qcifMPI
        self.cifMPI = cifMPI
        self.cif4MPI = cif4MPI
        self.cif16MPI = cif16MPI
        self.slowSqcifMPI = slowSqcifMPI
        self.slowQcifMPI = slowQcifMPI
        self.slowCifMPI = slowCifMPI
        self.slowCif4MPI = slowCif4MPI
        self.slowCif16MPI = slowCif16MPI
        if present & 1 << 0 != 0 {
            self.h263Options = try H245.H263Options(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.sqcifMPI != nil)
        writer.put(self.qcifMPI != nil)
        writer.put(self.cifMPI != nil)
        writer.put(self.cif4MPI != nil)
        writer.put(self.cif16MPI != nil)
        writer.put(self.slowSqcifMPI != nil)
        writer.put(self.slowQcifMPI != nil)
        writer.put(self.slowCifMPI != nil)
        writer.put(self.slowCif4MPI != nil)
        writer.put(self.slowCif16MPI != nil)
        writer.put(self._h263Options.isPresent)
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
        writer.put(self.temporalSpatialTradeOffCapability)
        if let value = self.slowSqcifMPI {
            writer.putInteger(Int(value), 1, 3600)
        }
        if let value = self.slowQcifMPI {
            writer.putInteger(Int(value), 1, 3600)
        }
        if let value = self.slowCifMPI {
            writer.putInteger(Int(value), 1, 3600)
        }
        if let value = self.slowCif4MPI {
            writer.putInteger(Int(value), 1, 3600)
        }
        if let value = self.slowCif16MPI {
            writer.putInteger(Int(value), 1, 3600)
        }
        writer.put(self.errorCompensation)
        if let value = self.h263Options {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
