// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223AL3MParameters` (H.245).
    package struct H223AL3MParameters: PERValue {
        /// `CHOICE`.
        package var headerFormat: H245.H223AL3MParameters.HeaderFormat

        /// `CHOICE`.
        package var crcLength: H245.H223AL3MParameters.CrcLength

        /// `INTEGER (8..32)`.
        package var rcpcCodeRate: UInt8

        /// `CHOICE`.
        @Boxed package var arqType: H245.H223AL3MParameters.ArqType

        /// `BOOLEAN`.
        package var alpduInterleaving: Bool

        /// `INTEGER (0..127)`, addition 1.
        package var rsCodeCorrection: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            headerFormat: H245.H223AL3MParameters.HeaderFormat,
            crcLength: H245.H223AL3MParameters.CrcLength,
            rcpcCodeRate: UInt8,
            arqType: H245.H223AL3MParameters.ArqType,
            alpduInterleaving: Bool
        ) {
            self.headerFormat = headerFormat
            self.crcLength = crcLength
            self.rcpcCodeRate = rcpcCodeRate
            self.arqType = arqType
            self.alpduInterleaving = alpduInterleaving
        }
    }
}

extension H245.H223AL3MParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let headerFormat = try H245.H223AL3MParameters.HeaderFormat(from: &reader)
        let crcLength = try H245.H223AL3MParameters.CrcLength(from: &reader)
        let rcpcCodeRate = UInt8(truncatingIfNeeded: try reader.takeInteger(8, 32))
        let arqType = try H245.H223AL3MParameters.ArqType(from: &reader)
        let alpduInterleaving = try reader.takeBit()
        self.init(
            headerFormat: headerFormat,
            crcLength: crcLength,
            rcpcCodeRate: rcpcCodeRate,
            arqType: arqType,
            alpduInterleaving: alpduInterleaving
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.rsCodeCorrection = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.rsCodeCorrection != nil)
        writer.put(!bitmap.isEmpty)
        self.headerFormat.encode(into: &writer)
        self.crcLength.encode(into: &writer)
        writer.putInteger(Int(self.rcpcCodeRate), 8, 32)
        self.arqType.encode(into: &writer)
        writer.put(self.alpduInterleaving)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.rsCodeCorrection {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 127)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223AL3MParameters {
    /// What `headerFormat` of ``H245.H223AL3MParameters`` holds.
    package enum HeaderFormat: PERValue {
        case sebch16By7
        case golay24By12
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223AL3MParameters.HeaderFormat {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .sebch16By7
        default:
            self = .golay24By12
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .sebch16By7:
            writer.putExtensibleChoice(0, of: 2)
        case .golay24By12:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.H223AL3MParameters {
    /// What `crcLength` of ``H245.H223AL3MParameters`` holds.
    package enum CrcLength: PERValue {
        case crc4bit
        case crc12bit
        case crc20bit
        case crc28bit
        case crc8bit
        case crc16bit
        case crc32bit
        case crcNotUsed
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223AL3MParameters.CrcLength {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .crc8bit
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .crc16bit
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .crc32bit
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .crcNotUsed
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .crc4bit
        case 1:
            self = .crc12bit
        case 2:
            self = .crc20bit
        default:
            self = .crc28bit
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .crc4bit:
            writer.putExtensibleChoice(0, of: 4)
        case .crc12bit:
            writer.putExtensibleChoice(1, of: 4)
        case .crc20bit:
            writer.putExtensibleChoice(2, of: 4)
        case .crc28bit:
            writer.putExtensibleChoice(3, of: 4)
        case .crc8bit:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .crc16bit:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .crc32bit:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .crcNotUsed:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.H223AL3MParameters {
    /// What `arqType` of ``H245.H223AL3MParameters`` holds.
    package enum ArqType: PERValue {
        case noArq
        case typeIArq(H245.H223AnnexCArqParameters)
        case typeIIArq(H245.H223AnnexCArqParameters)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223AL3MParameters.ArqType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .noArq
        case 1:
            self = .typeIArq(try H245.H223AnnexCArqParameters(from: &reader))
        default:
            self = .typeIIArq(try H245.H223AnnexCArqParameters(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noArq:
            writer.putExtensibleChoice(0, of: 3)
        case .typeIArq(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .typeIIArq(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
