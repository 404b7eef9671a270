// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CustomPictureClockFrequency` (H.245).
    package struct CustomPictureClockFrequency: PERValue {
        /// `INTEGER (1000..1001)`.
        package var clockConversionCode: UInt16

        /// `INTEGER (1..127)`.
        package var clockDivisor: UInt8

        /// `INTEGER (1..2048)`, optional.
        package var sqcifMPI: UInt16?

        /// `INTEGER (1..2048)`, optional.
        package var qcifMPI: UInt16?

        /// `INTEGER (1..2048)`, optional.
        package var cifMPI: UInt16?

        /// `INTEGER (1..2048)`, optional.
        package var cif4MPI: UInt16?

        /// `INTEGER (1..2048)`, optional.
        package var cif16MPI: UInt16?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(clockConversionCode: UInt16, clockDivisor: UInt8) {
            self.clockConversionCode = clockConversionCode
            self.clockDivisor = clockDivisor
        }
    }
}

extension H245.CustomPictureClockFrequency {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        let clockConversionCode = UInt16(truncatingIfNeeded: try reader.takeInteger(1000, 1001))
        let clockDivisor = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 127))
        self.init(clockConversionCode: clockConversionCode, clockDivisor: clockDivisor)
        if present & 1 << 4 != 0 {
            self.sqcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        }
        if present & 1 << 3 != 0 {
            self.qcifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        }
        if present & 1 << 2 != 0 {
            self.cifMPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        }
        if present & 1 << 1 != 0 {
            self.cif4MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
        }
        if present & 1 << 0 != 0 {
            self.cif16MPI = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 2048))
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
        writer.putInteger(Int(self.clockConversionCode), 1000, 1001)
        writer.putInteger(Int(self.clockDivisor), 1, 127)
        if let value = self.sqcifMPI {
            writer.putInteger(Int(value), 1, 2048)
        }
        if let value = self.qcifMPI {
            writer.putInteger(Int(value), 1, 2048)
        }
        if let value = self.cifMPI {
            writer.putInteger(Int(value), 1, 2048)
        }
        if let value = self.cif4MPI {
            writer.putInteger(Int(value), 1, 2048)
        }
        if let value = self.cif16MPI {
            writer.putInteger(Int(value), 1, 2048)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
