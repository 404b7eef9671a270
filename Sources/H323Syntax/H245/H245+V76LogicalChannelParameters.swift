// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V76LogicalChannelParameters` (H.245).
    package struct V76LogicalChannelParameters: PERValue {
        /// `V76HDLCParameters`.
        @Boxed package var hdlcParameters: H245.V76HDLCParameters

        /// `CHOICE`.
        package var suspendResume: H245.V76LogicalChannelParameters.SuspendResume

        /// `BOOLEAN`.
        package var uIH: Bool

        /// `CHOICE`.
        @Boxed package var mode: H245.V76LogicalChannelParameters.Mode

        /// `V75Parameters`.
        package var v75Parameters: H245.V75Parameters

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            hdlcParameters: H245.V76HDLCParameters,
            suspendResume: H245.V76LogicalChannelParameters.SuspendResume,
            uIH: Bool,
            mode: H245.V76LogicalChannelParameters.Mode,
            v75Parameters: H245.V75Parameters
        ) {
            self.hdlcParameters = hdlcParameters
            self.suspendResume = suspendResume
            self.uIH = uIH
            self.mode = mode
            self.v75Parameters = v75Parameters
        }
    }
}

extension H245.V76LogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let hdlcParameters = try H245.V76HDLCParameters(from: &reader)
        let suspendResume = try H245.V76LogicalChannelParameters.SuspendResume(from: &reader)
        let uIH = try reader.takeBit()
        let mode = try H245.V76LogicalChannelParameters.Mode(from: &reader)
        let v75Parameters = try H245.V75Parameters(from: &reader)
        self.init(
            hdlcParameters: hdlcParameters,
            suspendResume: suspendResume,
            uIH: uIH,
            mode: mode,
            v75Parameters: v75Parameters
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.hdlcParameters.encode(into: &writer)
        self.suspendResume.encode(into: &writer)
        writer.put(self.uIH)
        self.mode.encode(into: &writer)
        self.v75Parameters.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.V76LogicalChannelParameters {
    /// What `suspendResume` of ``H245.V76LogicalChannelParameters`` holds.
    package enum SuspendResume: PERValue {
        case noSuspendResume
        case suspendResumewAddress
        case suspendResumewoAddress
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.V76LogicalChannelParameters.SuspendResume {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .noSuspendResume
        case 1:
            self = .suspendResumewAddress
        default:
            self = .suspendResumewoAddress
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noSuspendResume:
            writer.putExtensibleChoice(0, of: 3)
        case .suspendResumewAddress:
            writer.putExtensibleChoice(1, of: 3)
        case .suspendResumewoAddress:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.V76LogicalChannelParameters {
    /// What `mode` of ``H245.V76LogicalChannelParameters`` holds.
    package enum Mode: PERValue {
        case eRM(H245.V76LogicalChannelParameters.Mode.ERM)
        case uNERM
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.V76LogicalChannelParameters.Mode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .eRM(try H245.V76LogicalChannelParameters.Mode.ERM(from: &reader))
        default:
            self = .uNERM
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .eRM(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .uNERM:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.V76LogicalChannelParameters.Mode {
    /// What `eRM` of ``H245.V76LogicalChannelParameters.Mode`` holds.
    package struct ERM: PERValue {
        /// `INTEGER (1..127)`.
        package var windowSize: UInt8

        /// `CHOICE`.
        package var recovery: H245.V76LogicalChannelParameters.Mode.ERM.Recovery

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(windowSize: UInt8, recovery: H245.V76LogicalChannelParameters.Mode.ERM.Recovery) {
            self.windowSize = windowSize
            self.recovery = recovery
        }
    }
}

extension H245.V76LogicalChannelParameters.Mode.ERM {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let windowSize = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 127))
        let recovery = try H245.V76LogicalChannelParameters.Mode.ERM.Recovery(from: &reader)
        self.init(windowSize: windowSize, recovery: recovery)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.windowSize), 1, 127)
        self.recovery.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.V76LogicalChannelParameters.Mode.ERM {
    /// What `recovery` of ``H245.V76LogicalChannelParameters.Mode.ERM`` holds.
    package enum Recovery: PERValue {
        case rej
        case sREJ
        case mSREJ
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.V76LogicalChannelParameters.Mode.ERM.Recovery {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .rej
        case 1:
            self = .sREJ
        default:
            self = .mSREJ
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .rej:
            writer.putExtensibleChoice(0, of: 3)
        case .sREJ:
            writer.putExtensibleChoice(1, of: 3)
        case .mSREJ:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
