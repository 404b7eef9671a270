// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H261VideoMode` (H.245).
    package struct H261VideoMode: PERValue {
        /// `CHOICE`.
        package var resolution: H245.H261VideoMode.Resolution

        /// `INTEGER (1..19200)`.
        package var bitRate: UInt16

        /// `BOOLEAN`.
        package var stillImageTransmission: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(resolution: H245.H261VideoMode.Resolution, bitRate: UInt16, stillImageTransmission: Bool) {
            self.resolution = resolution
            self.bitRate = bitRate
            self.stillImageTransmission = stillImageTransmission
        }
    }
}

extension H245.H261VideoMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let resolution = try H245.H261VideoMode.Resolution(from: &reader)
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 19200))
        let stillImageTransmission = try reader.takeBit()
        self.init(resolution: resolution, bitRate: bitRate, stillImageTransmission: stillImageTransmission)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.resolution.encode(into: &writer)
        writer.putInteger(Int(self.bitRate), 1, 19200)
        writer.put(self.stillImageTransmission)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H261VideoMode {
    /// What `resolution` of ``H245.H261VideoMode`` holds.
    package enum Resolution: PERValue {
        case qcif
        case cif
    }
}

extension H245.H261VideoMode.Resolution {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .qcif
        default:
            self = .cif
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .qcif:
            writer.putChoice(0, of: 2)
        case .cif:
            writer.putChoice(1, of: 2)
        }
    }
}
