// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H262VideoMode` (H.245).
    package struct H262VideoMode: PERValue {
        /// `CHOICE`.
        package var profileAndLevel: H245.H262VideoMode.ProfileAndLevel

        /// `INTEGER (0..1073741823)`, optional.
        package var videoBitRate: UInt32?

        /// `INTEGER (0..262143)`, optional.
        package var vbvBufferSize: UInt32?

        /// `INTEGER (0..16383)`, optional.
        package var samplesPerLine: UInt16?

        /// `INTEGER (0..16383)`, optional.
        package var linesPerFrame: UInt16?

        /// `INTEGER (0..15)`, optional.
        package var framesPerSecond: UInt8?

        /// `INTEGER (0..4294967295)`, optional.
        package var luminanceSampleRate: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(profileAndLevel: H245.H262VideoMode.ProfileAndLevel) {
            self.profileAndLevel = profileAndLevel
        }
    }
}

extension H245.H262VideoMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        let profileAndLevel = try H245.H262VideoMode.ProfileAndLevel(from: &reader)
        self.init(profileAndLevel: profileAndLevel)
        if present & 1 << 5 != 0 {
            self.videoBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 1_073_741_823))
        }
        if present & 1 << 4 != 0 {
            self.vbvBufferSize = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 262143))
        }
        if present & 1 << 3 != 0 {
            self.samplesPerLine = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        if present & 1 << 2 != 0 {
            self.linesPerFrame = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        if present & 1 << 1 != 0 {
            self.framesPerSecond = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
        }
        if present & 1 << 0 != 0 {
            self.luminanceSampleRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.videoBitRate != nil)
        writer.put(self.vbvBufferSize != nil)
        writer.put(self.samplesPerLine != nil)
        writer.put(self.linesPerFrame != nil)
        writer.put(self.framesPerSecond != nil)
        writer.put(self.luminanceSampleRate != nil)
        self.profileAndLevel.encode(into: &writer)
        if let value = self.videoBitRate {
            writer.putInteger(Int(value), 0, 1_073_741_823)
        }
        if let value = self.vbvBufferSize {
            writer.putInteger(Int(value), 0, 262143)
        }
        if let value = self.samplesPerLine {
            writer.putInteger(Int(value), 0, 16383)
        }
        if let value = self.linesPerFrame {
            writer.putInteger(Int(value), 0, 16383)
        }
        if let value = self.framesPerSecond {
            writer.putInteger(Int(value), 0, 15)
        }
        if let value = self.luminanceSampleRate {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H262VideoMode {
    /// What `profileAndLevel` of ``H245.H262VideoMode`` holds.
    package enum ProfileAndLevel: PERValue {
        case profileAndLevelSPatML
        case profileAndLevelMPatLL
        case profileAndLevelMPatML
        case profileAndLevelMPatH14
        case profileAndLevelMPatHL
        case profileAndLevelSNRatLL
        case profileAndLevelSNRatML
        case profileAndLevelSpatialatH14
        case profileAndLevelHPatML
        case profileAndLevelHPatH14
        case profileAndLevelHPatHL
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H262VideoMode.ProfileAndLevel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 10) {
        case 0:
            self = .profileAndLevelSPatML
        case 1:
            self = .profileAndLevelMPatLL
        case 2:
            self = .profileAndLevelMPatML
        case 3:
            self = .profileAndLevelMPatH14
        case 4:
            self = .profileAndLevelMPatHL
        case 5:
            self = .profileAndLevelSNRatLL
        case 6:
            self = .profileAndLevelSNRatML
        case 7:
            self = .profileAndLevelSpatialatH14
        case 8:
            self = .profileAndLevelHPatML
        case 9:
            self = .profileAndLevelHPatH14
        default:
            self = .profileAndLevelHPatHL
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .profileAndLevelSPatML:
            writer.putExtensibleChoice(0, of: 11)
        case .profileAndLevelMPatLL:
            writer.putExtensibleChoice(1, of: 11)
        case .profileAndLevelMPatML:
            writer.putExtensibleChoice(2, of: 11)
        case .profileAndLevelMPatH14:
            writer.putExtensibleChoice(3, of: 11)
        case .profileAndLevelMPatHL:
            writer.putExtensibleChoice(4, of: 11)
        case .profileAndLevelSNRatLL:
            writer.putExtensibleChoice(5, of: 11)
        case .profileAndLevelSNRatML:
            writer.putExtensibleChoice(6, of: 11)
        case .profileAndLevelSpatialatH14:
            writer.putExtensibleChoice(7, of: 11)
        case .profileAndLevelHPatML:
            writer.putExtensibleChoice(8, of: 11)
        case .profileAndLevelHPatH14:
            writer.putExtensibleChoice(9, of: 11)
        case .profileAndLevelHPatHL:
            writer.putExtensibleChoice(10, of: 11)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
