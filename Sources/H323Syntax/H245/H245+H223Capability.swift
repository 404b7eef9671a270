// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223Capability` (H.245).
    package struct H223Capability: PERValue {
        /// `BOOLEAN`.
        package var transportWithIFrames: Bool

        /// `BOOLEAN`.
        package var videoWithAL1: Bool

        /// `BOOLEAN`.
        package var videoWithAL2: Bool

        /// `BOOLEAN`.
        package var videoWithAL3: Bool

        /// `BOOLEAN`.
        package var audioWithAL1: Bool

        /// `BOOLEAN`.
        package var audioWithAL2: Bool

        /// `BOOLEAN`.
        package var audioWithAL3: Bool

        /// `BOOLEAN`.
        package var dataWithAL1: Bool

        /// `BOOLEAN`.
        package var dataWithAL2: Bool

        /// `BOOLEAN`.
        package var dataWithAL3: Bool

        /// `INTEGER (0..65535)`.
        package var maximumAl2SDUSize: UInt16

        /// `INTEGER (0..65535)`.
        package var maximumAl3SDUSize: UInt16

        /// `INTEGER (0..1023)`.
        package var maximumDelayJitter: UInt16

        /// `CHOICE`.
        package var h223MultiplexTableCapability: H245.H223Capability.H223MultiplexTableCapability

        /// `BOOLEAN`, addition 1.
        package var maxMUXPDUSizeCapability: Bool?

        /// `BOOLEAN`, addition 2.
        package var nsrpSupport: Bool?

        /// `SEQUENCE`, addition 3.
        @BoxedIfPresent
        package var mobileOperationTransmitCapability: H245.H223Capability.MobileOperationTransmitCapability?

        /// `H223AnnexCCapability`, addition 4.
        @BoxedIfPresent package var h223AnnexCCapability: H245.H223AnnexCCapability?

        /// `INTEGER (1..19200)`, addition 5.
        package var bitRate: UInt16?

        /// `SEQUENCE`, addition 6.
        package var mobileMultilinkFrameCapability: H245.H223Capability.MobileMultilinkFrameCapability?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            transportWithIFrames: Bool,
            videoWithAL1: Bool,
            videoWithAL2: Bool,
            videoWithAL3: Bool,
            audioWithAL1: Bool,
            audioWithAL2: Bool,
            audioWithAL3: Bool,
            dataWithAL1: Bool,
            dataWithAL2: Bool,
            dataWithAL3: Bool,
            maximumAl2SDUSize: UInt16,
            maximumAl3SDUSize: UInt16,
            maximumDelayJitter: UInt16,
            h223MultiplexTableCapability: H245.H223Capability.H223MultiplexTableCapability
        ) {
            self.transportWithIFrames = transportWithIFrames
            self.videoWithAL1 = videoWithAL1
            self.videoWithAL2 = videoWithAL2
            self.videoWithAL3 = videoWithAL3
            self.audioWithAL1 = audioWithAL1
            self.audioWithAL2 = audioWithAL2
            self.audioWithAL3 = audioWithAL3
            self.dataWithAL1 = dataWithAL1
            self.dataWithAL2 = dataWithAL2
            self.dataWithAL3 = dataWithAL3
            self.maximumAl2SDUSize = maximumAl2SDUSize
            self.maximumAl3SDUSize = maximumAl3SDUSize
            self.maximumDelayJitter = maximumDelayJitter
            self.h223MultiplexTableCapability = h223MultiplexTableCapability
        }
    }
}

extension H245.H223Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let transportWithIFrames = try reader.takeBit()
        let videoWithAL1 = try reader.takeBit()
        let videoWithAL2 = try reader.takeBit()
        let videoWithAL3 = try reader.takeBit()
        let audioWithAL1 = try reader.takeBit()
        let audioWithAL2 = try reader.takeBit()
        let audioWithAL3 = try reader.takeBit()
        let dataWithAL1 = try reader.takeBit()
        let dataWithAL2 = try reader.takeBit()
        let dataWithAL3 = try reader.takeBit()
        let maximumAl2SDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let maximumAl3SDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let maximumDelayJitter = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 1023))
        let h223MultiplexTableCapability = try H245.H223Capability.H223MultiplexTableCapability(from: &reader)
        self.init(
            transportWithIFrames: transportWithIFrames,
            videoWithAL1: videoWithAL1,
            videoWithAL2: videoWithAL2,
            videoWithAL3: videoWithAL3,
            audioWithAL1: audioWithAL1,
            audioWithAL2: audioWithAL2,
            audioWithAL3: audioWithAL3,
            dataWithAL1: dataWithAL1,
            dataWithAL2: dataWithAL2,
            dataWithAL3: dataWithAL3,
            maximumAl2SDUSize: maximumAl2SDUSize,
            maximumAl3SDUSize: maximumAl3SDUSize,
            maximumDelayJitter: maximumDelayJitter,
            h223MultiplexTableCapability: h223MultiplexTableCapability
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.maxMUXPDUSizeCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.nsrpSupport = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                typealias MobileOperationTransmitCapability = H245.H223Capability
                    .MobileOperationTransmitCapability
                self.mobileOperationTransmitCapability = try MobileOperationTransmitCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.h223AnnexCCapability = try H245.H223AnnexCCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 19200))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(5, of: bitmap) {
                typealias MobileMultilinkFrameCapability = H245.H223Capability
                    .MobileMultilinkFrameCapability
                self.mobileMultilinkFrameCapability = try MobileMultilinkFrameCapability(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 6)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 6, self.unrecognized)
        bitmap.insert(0, if: self.maxMUXPDUSizeCapability != nil)
        bitmap.insert(1, if: self.nsrpSupport != nil)
        bitmap.insert(2, if: self._mobileOperationTransmitCapability.isPresent)
        bitmap.insert(3, if: self._h223AnnexCCapability.isPresent)
        bitmap.insert(4, if: self.bitRate != nil)
        bitmap.insert(5, if: self.mobileMultilinkFrameCapability != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.transportWithIFrames)
        writer.put(self.videoWithAL1)
        writer.put(self.videoWithAL2)
        writer.put(self.videoWithAL3)
        writer.put(self.audioWithAL1)
        writer.put(self.audioWithAL2)
        writer.put(self.audioWithAL3)
        writer.put(self.dataWithAL1)
        writer.put(self.dataWithAL2)
        writer.put(self.dataWithAL3)
        writer.putInteger(Int(self.maximumAl2SDUSize), 0, 65535)
        writer.putInteger(Int(self.maximumAl3SDUSize), 0, 65535)
        writer.putInteger(Int(self.maximumDelayJitter), 0, 1023)
        self.h223MultiplexTableCapability.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.maxMUXPDUSizeCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.nsrpSupport {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.mobileOperationTransmitCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h223AnnexCCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.bitRate {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 19200)
            writer.endOpenType(start)
        }
        if let value = self.mobileMultilinkFrameCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223Capability {
    /// What `h223MultiplexTableCapability` of ``H245.H223Capability`` holds.
    package enum H223MultiplexTableCapability: PERValue {
        case basic
        case enhanced(H245.H223Capability.H223MultiplexTableCapability.Enhanced)
    }
}

extension H245.H223Capability.H223MultiplexTableCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .basic
        default:
            self = .enhanced(try H245.H223Capability.H223MultiplexTableCapability.Enhanced(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .basic:
            writer.putChoice(0, of: 2)
        case .enhanced(let value):
            writer.putChoice(1, of: 2)
            value.encode(into: &writer)
        }
    }
}

extension H245.H223Capability.H223MultiplexTableCapability {
    /// What `enhanced` of ``H245.H223Capability.H223MultiplexTableCapability`` holds.
    package struct Enhanced: PERValue {
        /// `INTEGER (1..15)`.
        package var maximumNestingDepth: UInt8

        /// `INTEGER (2..255)`.
        package var maximumElementListSize: UInt8

        /// `INTEGER (2..255)`.
        package var maximumSubElementListSize: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(maximumNestingDepth: UInt8, maximumElementListSize: UInt8, maximumSubElementListSize: UInt8) {
            self.maximumNestingDepth = maximumNestingDepth
            self.maximumElementListSize = maximumElementListSize
            self.maximumSubElementListSize = maximumSubElementListSize
        }
    }
}

extension H245.H223Capability.H223MultiplexTableCapability.Enhanced {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let maximumNestingDepth = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        let maximumElementListSize = UInt8(truncatingIfNeeded: try reader.takeInteger(2, 255))
        let maximumSubElementListSize = UInt8(truncatingIfNeeded: try reader.takeInteger(2, 255))
        self.init(
            maximumNestingDepth: maximumNestingDepth,
            maximumElementListSize: maximumElementListSize,
            maximumSubElementListSize: maximumSubElementListSize
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maximumNestingDepth), 1, 15)
        writer.putInteger(Int(self.maximumElementListSize), 2, 255)
        writer.putInteger(Int(self.maximumSubElementListSize), 2, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223Capability {
    /// What `mobileOperationTransmitCapability` of ``H245.H223Capability`` holds.
    package struct MobileOperationTransmitCapability: PERValue {
        /// `BOOLEAN`.
        package var modeChangeCapability: Bool

        /// `BOOLEAN`.
        package var h223AnnexA: Bool

        /// `BOOLEAN`.
        package var h223AnnexADoubleFlag: Bool

        /// `BOOLEAN`.
        package var h223AnnexB: Bool

        /// `BOOLEAN`.
        package var h223AnnexBwithHeader: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            modeChangeCapability: Bool,
            h223AnnexA: Bool,
            h223AnnexADoubleFlag: Bool,
            h223AnnexB: Bool,
            h223AnnexBwithHeader: Bool
        ) {
            self.modeChangeCapability = modeChangeCapability
            self.h223AnnexA = h223AnnexA
            self.h223AnnexADoubleFlag = h223AnnexADoubleFlag
            self.h223AnnexB = h223AnnexB
            self.h223AnnexBwithHeader = h223AnnexBwithHeader
        }
    }
}

extension H245.H223Capability.MobileOperationTransmitCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let modeChangeCapability = try reader.takeBit()
        let h223AnnexA = try reader.takeBit()
        let h223AnnexADoubleFlag = try reader.takeBit()
        let h223AnnexB = try reader.takeBit()
        let h223AnnexBwithHeader = try reader.takeBit()
        self.init(
            modeChangeCapability: modeChangeCapability,
            h223AnnexA: h223AnnexA,
            h223AnnexADoubleFlag: h223AnnexADoubleFlag,
            h223AnnexB: h223AnnexB,
            h223AnnexBwithHeader: h223AnnexBwithHeader
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.modeChangeCapability)
        writer.put(self.h223AnnexA)
        writer.put(self.h223AnnexADoubleFlag)
        writer.put(self.h223AnnexB)
        writer.put(self.h223AnnexBwithHeader)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223Capability {
    /// What `mobileMultilinkFrameCapability` of ``H245.H223Capability`` holds.
    package struct MobileMultilinkFrameCapability: PERValue {
        /// `INTEGER (1..255)`.
        package var maximumSampleSize: UInt8

        /// `INTEGER (1..65025)`.
        package var maximumPayloadLength: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(maximumSampleSize: UInt8, maximumPayloadLength: UInt16) {
            self.maximumSampleSize = maximumSampleSize
            self.maximumPayloadLength = maximumPayloadLength
        }
    }
}

extension H245.H223Capability.MobileMultilinkFrameCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let maximumSampleSize = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let maximumPayloadLength = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65025))
        self.init(maximumSampleSize: maximumSampleSize, maximumPayloadLength: maximumPayloadLength)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maximumSampleSize), 1, 255)
        writer.putInteger(Int(self.maximumPayloadLength), 1, 65025)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
