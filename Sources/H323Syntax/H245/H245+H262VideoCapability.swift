// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H262VideoCapability` (H.245).
    package struct H262VideoCapability: PERValue {
        /// `BOOLEAN`.
        package var profileAndLevelSPatML: Bool

        /// `BOOLEAN`.
        package var profileAndLevelMPatLL: Bool

        /// `BOOLEAN`.
        package var profileAndLevelMPatML: Bool

        /// `BOOLEAN`.
        package var profileAndLevelMPatH14: Bool

        /// `BOOLEAN`.
        package var profileAndLevelMPatHL: Bool

        /// `BOOLEAN`.
        package var profileAndLevelSNRatLL: Bool

        /// `BOOLEAN`.
        package var profileAndLevelSNRatML: Bool

        /// `BOOLEAN`.
        package var profileAndLevelSpatialatH14: Bool

        /// `BOOLEAN`.
        package var profileAndLevelHPatML: Bool

        /// `BOOLEAN`.
        package var profileAndLevelHPatH14: Bool

        /// `BOOLEAN`.
        package var profileAndLevelHPatHL: Bool

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

        /// `BOOLEAN`.
        package var videoBadMBsCap: Bool

        package init(
            profileAndLevelSPatML: Bool,
            profileAndLevelMPatLL: Bool,
            profileAndLevelMPatML: Bool,
            profileAndLevelMPatH14: Bool,
            profileAndLevelMPatHL: Bool,
            profileAndLevelSNRatLL: Bool,
            profileAndLevelSNRatML: Bool,
            profileAndLevelSpatialatH14: Bool,
            profileAndLevelHPatML: Bool,
            profileAndLevelHPatH14: Bool,
            profileAndLevelHPatHL: Bool,
            videoBadMBsCap: Bool
        ) {
            self.profileAndLevelSPatML = profileAndLevelSPatML
            self.profileAndLevelMPatLL = profileAndLevelMPatLL
            self.profileAndLevelMPatML = profileAndLevelMPatML
            self.profileAndLevelMPatH14 = profileAndLevelMPatH14
            self.profileAndLevelMPatHL = profileAndLevelMPatHL
            self.profileAndLevelSNRatLL = profileAndLevelSNRatLL
            self.profileAndLevelSNRatML = profileAndLevelSNRatML
            self.profileAndLevelSpatialatH14 = profileAndLevelSpatialatH14
            self.profileAndLevelHPatML = profileAndLevelHPatML
            self.profileAndLevelHPatH14 = profileAndLevelHPatH14
            self.profileAndLevelHPatHL = profileAndLevelHPatHL
            self.videoBadMBsCap = videoBadMBsCap
        }
    }
}

extension H245.H262VideoCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let present = try reader.takeBits(6)
        let profileAndLevelSPatML = try reader.takeBit()
        let profileAndLevelMPatLL = try reader.takeBit()
        let profileAndLevelMPatML = try reader.takeBit()
        let profileAndLevelMPatH14 = try reader.takeBit()
        let profileAndLevelMPatHL = try reader.takeBit()
        let profileAndLevelSNRatLL = try reader.takeBit()
        let profileAndLevelSNRatML = try reader.takeBit()
        let profileAndLevelSpatialatH14 = try reader.takeBit()
        let profileAndLevelHPatML = try reader.takeBit()
        let profileAndLevelHPatH14 = try reader.takeBit()
        let profileAndLevelHPatHL = try reader.takeBit()
        var videoBitRate: UInt32?
        if present & 1 << 5 != 0 {
            videoBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 1_073_741_823))
        }
        var vbvBufferSize: UInt32?
        if present & 1 << 4 != 0 {
            vbvBufferSize = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 262143))
        }
        var samplesPerLine: UInt16?
        if present & 1 << 3 != 0 {
            samplesPerLine = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        var linesPerFrame: UInt16?
        if present & 1 << 2 != 0 {
            linesPerFrame = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 16383))
        }
        var framesPerSecond: UInt8?
        if present & 1 << 1 != 0 {
            framesPerSecond = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
        }
        var luminanceSampleRate: UInt32?
        if present & 1 << 0 != 0 {
            luminanceSampleRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        let videoBadMBsCap = try reader.takeBit()
        self.init(
            profileAndLevelSPatML: profileAndLevelSPatML,
            profileAndLevelMPatLL: profileAndLevelMPatLL,
            profileAndLevelMPatML: profileAndLevelMPatML,
            profileAndLevelMPatH14: profileAndLevelMPatH14,
            profileAndLevelMPatHL: profileAndLevelMPatHL,
            profileAndLevelSNRatLL: profileAndLevelSNRatLL,
            profileAndLevelSNRatML: profileAndLevelSNRatML,
            profileAndLevelSpatialatH14: profileAndLevelSpatialatH14,
            profileAndLevelHPatML: profileAndLevelHPatML,
            profileAndLevelHPatH14: profileAndLevelHPatH14,
            profileAndLevelHPatHL: profileAndLevelHPatHL,
            videoBadMBsCap: videoBadMBsCap
        )
        self.videoBitRate = videoBitRate
        self.vbvBufferSize = vbvBufferSize
        self.samplesPerLine = samplesPerLine
        self.linesPerFrame = linesPerFrame
        self.framesPerSecond = framesPerSecond
        self.luminanceSampleRate = luminanceSampleRate
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.videoBitRate != nil)
        writer.put(self.vbvBufferSize != nil)
        writer.put(self.samplesPerLine != nil)
        writer.put(self.linesPerFrame != nil)
        writer.put(self.framesPerSecond != nil)
        writer.put(self.luminanceSampleRate != nil)
        writer.put(self.profileAndLevelSPatML)
        writer.put(self.profileAndLevelMPatLL)
        writer.put(self.profileAndLevelMPatML)
        writer.put(self.profileAndLevelMPatH14)
        writer.put(self.profileAndLevelMPatHL)
        writer.put(self.profileAndLevelSNRatLL)
        writer.put(self.profileAndLevelSNRatML)
        writer.put(self.profileAndLevelSpatialatH14)
        writer.put(self.profileAndLevelHPatML)
        writer.put(self.profileAndLevelHPatH14)
        writer.put(self.profileAndLevelHPatHL)
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
        writer.put(self.videoBadMBsCap)
    }
}
