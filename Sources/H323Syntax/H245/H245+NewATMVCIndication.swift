// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `NewATMVCIndication` (H.245).
    package struct NewATMVCIndication: PERValue {
        /// `INTEGER (0..65535)`.
        package var resourceID: UInt16

        /// `INTEGER (1..65535)`.
        package var bitRate: UInt16

        /// `BOOLEAN`.
        package var bitRateLockedToPCRClock: Bool

        /// `BOOLEAN`.
        package var bitRateLockedToNetworkClock: Bool

        /// `CHOICE`.
        package var aal: H245.NewATMVCIndication.Aal

        /// `CHOICE`.
        package var multiplex: H245.NewATMVCIndication.Multiplex

        /// `SEQUENCE`, addition 1.
        @BoxedIfPresent package var reverseParameters: H245.NewATMVCIndication.ReverseParameters?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            resourceID: UInt16,
            bitRate: UInt16,
            bitRateLockedToPCRClock: Bool,
            bitRateLockedToNetworkClock: Bool,
            aal: H245.NewATMVCIndication.Aal,
            multiplex: H245.NewATMVCIndication.Multiplex
        ) {
            self.resourceID = resourceID
            self.bitRate = bitRate
            self.bitRateLockedToPCRClock = bitRateLockedToPCRClock
            self.bitRateLockedToNetworkClock = bitRateLockedToNetworkClock
            self.aal = aal
            self.multiplex = multiplex
        }
    }
}

extension H245.NewATMVCIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let resourceID = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let bitRateLockedToPCRClock = try reader.takeBit()
        let bitRateLockedToNetworkClock = try reader.takeBit()
        let aal = try H245.NewATMVCIndication.Aal(from: &reader)
        let multiplex = try H245.NewATMVCIndication.Multiplex(from: &reader)
        self.init(
            resourceID: resourceID,
            bitRate: bitRate,
            bitRateLockedToPCRClock: bitRateLockedToPCRClock,
            bitRateLockedToNetworkClock: bitRateLockedToNetworkClock,
            aal: aal,
            multiplex: multiplex
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.reverseParameters = try H245.NewATMVCIndication.ReverseParameters(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._reverseParameters.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.resourceID), 0, 65535)
        writer.putInteger(Int(self.bitRate), 1, 65535)
        writer.put(self.bitRateLockedToPCRClock)
        writer.put(self.bitRateLockedToNetworkClock)
        self.aal.encode(into: &writer)
        self.multiplex.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.reverseParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.NewATMVCIndication {
    /// What `aal` of ``H245.NewATMVCIndication`` holds.
    package enum Aal: PERValue {
        indirect case aal1(H245.NewATMVCIndication.Aal.Aal1)
        case aal5(H245.NewATMVCIndication.Aal.Aal5)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NewATMVCIndication.Aal {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .aal1(try H245.NewATMVCIndication.Aal.Aal1(from: &reader))
        default:
            self = .aal5(try H245.NewATMVCIndication.Aal.Aal5(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .aal1(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .aal5(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NewATMVCIndication.Aal {
    /// What `aal1` of ``H245.NewATMVCIndication.Aal`` holds.
    package struct Aal1: PERValue {
        /// `CHOICE`.
        package var clockRecovery: H245.NewATMVCIndication.Aal.Aal1.ClockRecovery

        /// `CHOICE`.
        package var errorCorrection: H245.NewATMVCIndication.Aal.Aal1.ErrorCorrection

        /// `BOOLEAN`.
        package var structuredDataTransfer: Bool

        /// `BOOLEAN`.
        package var partiallyFilledCells: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            clockRecovery: H245.NewATMVCIndication.Aal.Aal1.ClockRecovery,
            errorCorrection: H245.NewATMVCIndication.Aal.Aal1.ErrorCorrection,
            structuredDataTransfer: Bool,
            partiallyFilledCells: Bool
        ) {
            self.clockRecovery = clockRecovery
            self.errorCorrection = errorCorrection
            self.structuredDataTransfer = structuredDataTransfer
            self.partiallyFilledCells = partiallyFilledCells
        }
    }
}

extension H245.NewATMVCIndication.Aal.Aal1 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let clockRecovery = try H245.NewATMVCIndication.Aal.Aal1.ClockRecovery(from: &reader)
        let errorCorrection = try H245.NewATMVCIndication.Aal.Aal1.ErrorCorrection(from: &reader)
        let structuredDataTransfer = try reader.takeBit()
        let partiallyFilledCells = try reader.takeBit()
        self.init(
            clockRecovery: clockRecovery,
            errorCorrection: errorCorrection,
            structuredDataTransfer: structuredDataTransfer,
            partiallyFilledCells: partiallyFilledCells
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.clockRecovery.encode(into: &writer)
        self.errorCorrection.encode(into: &writer)
        writer.put(self.structuredDataTransfer)
        writer.put(self.partiallyFilledCells)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.NewATMVCIndication.Aal.Aal1 {
    /// What `clockRecovery` of ``H245.NewATMVCIndication.Aal.Aal1`` holds.
    package enum ClockRecovery: PERValue {
        case nullClockRecovery
        case srtsClockRecovery
        case adaptiveClockRecovery
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NewATMVCIndication.Aal.Aal1.ClockRecovery {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nullClockRecovery
        case 1:
            self = .srtsClockRecovery
        default:
            self = .adaptiveClockRecovery
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nullClockRecovery:
            writer.putExtensibleChoice(0, of: 3)
        case .srtsClockRecovery:
            writer.putExtensibleChoice(1, of: 3)
        case .adaptiveClockRecovery:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NewATMVCIndication.Aal.Aal1 {
    /// What `errorCorrection` of ``H245.NewATMVCIndication.Aal.Aal1`` holds.
    package enum ErrorCorrection: PERValue {
        case nullErrorCorrection
        case longInterleaver
        case shortInterleaver
        case errorCorrectionOnly
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NewATMVCIndication.Aal.Aal1.ErrorCorrection {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nullErrorCorrection
        case 1:
            self = .longInterleaver
        case 2:
            self = .shortInterleaver
        default:
            self = .errorCorrectionOnly
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nullErrorCorrection:
            writer.putExtensibleChoice(0, of: 4)
        case .longInterleaver:
            writer.putExtensibleChoice(1, of: 4)
        case .shortInterleaver:
            writer.putExtensibleChoice(2, of: 4)
        case .errorCorrectionOnly:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NewATMVCIndication.Aal {
    /// What `aal5` of ``H245.NewATMVCIndication.Aal`` holds.
    package struct Aal5: PERValue {
        /// `INTEGER (0..65535)`.
        package var forwardMaximumSDUSize: UInt16

        /// `INTEGER (0..65535)`.
        package var backwardMaximumSDUSize: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(forwardMaximumSDUSize: UInt16, backwardMaximumSDUSize: UInt16) {
            self.forwardMaximumSDUSize = forwardMaximumSDUSize
            self.backwardMaximumSDUSize = backwardMaximumSDUSize
        }
    }
}

extension H245.NewATMVCIndication.Aal.Aal5 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let forwardMaximumSDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let backwardMaximumSDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(forwardMaximumSDUSize: forwardMaximumSDUSize, backwardMaximumSDUSize: backwardMaximumSDUSize)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.forwardMaximumSDUSize), 0, 65535)
        writer.putInteger(Int(self.backwardMaximumSDUSize), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.NewATMVCIndication {
    /// What `multiplex` of ``H245.NewATMVCIndication`` holds.
    package enum Multiplex: PERValue {
        case noMultiplex
        case transportStream
        case programStream
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NewATMVCIndication.Multiplex {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .noMultiplex
        case 1:
            self = .transportStream
        default:
            self = .programStream
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noMultiplex:
            writer.putExtensibleChoice(0, of: 3)
        case .transportStream:
            writer.putExtensibleChoice(1, of: 3)
        case .programStream:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.NewATMVCIndication {
    /// What `reverseParameters` of ``H245.NewATMVCIndication`` holds.
    package struct ReverseParameters: PERValue {
        /// `INTEGER (1..65535)`.
        package var bitRate: UInt16

        /// `BOOLEAN`.
        package var bitRateLockedToPCRClock: Bool

        /// `BOOLEAN`.
        package var bitRateLockedToNetworkClock: Bool

        /// `CHOICE`.
        package var multiplex: H245.NewATMVCIndication.ReverseParameters.Multiplex

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            bitRate: UInt16,
            bitRateLockedToPCRClock: Bool,
            bitRateLockedToNetworkClock: Bool,
            multiplex: H245.NewATMVCIndication.ReverseParameters.Multiplex
        ) {
            self.bitRate = bitRate
            self.bitRateLockedToPCRClock = bitRateLockedToPCRClock
            self.bitRateLockedToNetworkClock = bitRateLockedToNetworkClock
            self.multiplex = multiplex
        }
    }
}

extension H245.NewATMVCIndication.ReverseParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let bitRateLockedToPCRClock = try reader.takeBit()
        let bitRateLockedToNetworkClock = try reader.takeBit()
        let multiplex = try H245.NewATMVCIndication.ReverseParameters.Multiplex(from: &reader)
        self.init(
            bitRate: bitRate,
            bitRateLockedToPCRClock: bitRateLockedToPCRClock,
            bitRateLockedToNetworkClock: bitRateLockedToNetworkClock,
            multiplex: multiplex
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.bitRate), 1, 65535)
        writer.put(self.bitRateLockedToPCRClock)
        writer.put(self.bitRateLockedToNetworkClock)
        self.multiplex.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.NewATMVCIndication.ReverseParameters {
    /// What `multiplex` of ``H245.NewATMVCIndication.ReverseParameters`` holds.
    package enum Multiplex: PERValue {
        case noMultiplex
        case transportStream
        case programStream
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.NewATMVCIndication.ReverseParameters.Multiplex {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .noMultiplex
        case 1:
            self = .transportStream
        default:
            self = .programStream
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .noMultiplex:
            writer.putExtensibleChoice(0, of: 3)
        case .transportStream:
            writer.putExtensibleChoice(1, of: 3)
        case .programStream:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
