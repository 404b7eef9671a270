// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `VCCapability` (H.245).
    package struct VCCapability: PERValue {
        /// `SEQUENCE`, optional.
        @BoxedIfPresent package var aal1: H245.VCCapability.Aal1?

        /// `SEQUENCE`, optional.
        package var aal5: H245.VCCapability.Aal5?

        /// `BOOLEAN`.
        package var transportStream: Bool

        /// `BOOLEAN`.
        package var programStream: Bool

        /// `SEQUENCE`.
        package var availableBitRates: H245.VCCapability.AvailableBitRates

        /// `SEQUENCE`, addition 1.
        @BoxedIfPresent package var aal1ViaGateway: H245.VCCapability.Aal1ViaGateway?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            transportStream: Bool,
            programStream: Bool,
            availableBitRates: H245.VCCapability.AvailableBitRates
        ) {
            self.transportStream = transportStream
            self.programStream = programStream
            self.availableBitRates = availableBitRates
        }
    }
}

extension H245.VCCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var aal1: H245.VCCapability.Aal1?
        if present & 1 << 1 != 0 {
            aal1 = try H245.VCCapability.Aal1(from: &reader)
        }
        var aal5: H245.VCCapability.Aal5?
        if present & 1 << 0 != 0 {
            aal5 = try H245.VCCapability.Aal5(from: &reader)
        }
        let transportStream = try reader.takeBit()
        let programStream = try reader.takeBit()
        let availableBitRates = try H245.VCCapability.AvailableBitRates(from: &reader)
        self.init(transportStream: transportStream, programStream: programStream, availableBitRates: availableBitRates)
        self.aal1 = aal1
        self.aal5 = aal5
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.aal1ViaGateway = try H245.VCCapability.Aal1ViaGateway(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._aal1ViaGateway.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._aal1.isPresent)
        writer.put(self.aal5 != nil)
        if let value = self.aal1 {
            value.encode(into: &writer)
        }
        if let value = self.aal5 {
            value.encode(into: &writer)
        }
        writer.put(self.transportStream)
        writer.put(self.programStream)
        self.availableBitRates.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.aal1ViaGateway {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.VCCapability {
    /// What `aal1` of ``H245.VCCapability`` holds.
    package struct Aal1: PERValue {
        /// `BOOLEAN`.
        package var nullClockRecovery: Bool

        /// `BOOLEAN`.
        package var srtsClockRecovery: Bool

        /// `BOOLEAN`.
        package var adaptiveClockRecovery: Bool

        /// `BOOLEAN`.
        package var nullErrorCorrection: Bool

        /// `BOOLEAN`.
        package var longInterleaver: Bool

        /// `BOOLEAN`.
        package var shortInterleaver: Bool

        /// `BOOLEAN`.
        package var errorCorrectionOnly: Bool

        /// `BOOLEAN`.
        package var structuredDataTransfer: Bool

        /// `BOOLEAN`.
        package var partiallyFilledCells: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            nullClockRecovery: Bool,
            srtsClockRecovery: Bool,
            adaptiveClockRecovery: Bool,
            nullErrorCorrection: Bool,
            longInterleaver: Bool,
            shortInterleaver: Bool,
            errorCorrectionOnly: Bool,
            structuredDataTransfer: Bool,
            partiallyFilledCells: Bool
        ) {
            self.nullClockRecovery = nullClockRecovery
            self.srtsClockRecovery = srtsClockRecovery
            self.adaptiveClockRecovery = adaptiveClockRecovery
            self.nullErrorCorrection = nullErrorCorrection
            self.longInterleaver = longInterleaver
            self.shortInterleaver = shortInterleaver
            self.errorCorrectionOnly = errorCorrectionOnly
            self.structuredDataTransfer = structuredDataTransfer
            self.partiallyFilledCells = partiallyFilledCells
        }
    }
}

extension H245.VCCapability.Aal1 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let nullClockRecovery = try reader.takeBit()
        let srtsClockRecovery = try reader.takeBit()
        let adaptiveClockRecovery = try reader.takeBit()
        let nullErrorCorrection = try reader.takeBit()
        let longInterleaver = try reader.takeBit()
        let shortInterleaver = try reader.takeBit()
        let errorCorrectionOnly = try reader.takeBit()
        let structuredDataTransfer = try reader.takeBit()
        let partiallyFilledCells = try reader.takeBit()
        self.init(
            nullClockRecovery: nullClockRecovery,
            srtsClockRecovery: srtsClockRecovery,
            adaptiveClockRecovery: adaptiveClockRecovery,
            nullErrorCorrection: nullErrorCorrection,
            longInterleaver: longInterleaver,
            shortInterleaver: shortInterleaver,
            errorCorrectionOnly: errorCorrectionOnly,
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
        writer.put(self.nullClockRecovery)
        writer.put(self.srtsClockRecovery)
        writer.put(self.adaptiveClockRecovery)
        writer.put(self.nullErrorCorrection)
        writer.put(self.longInterleaver)
        writer.put(self.shortInterleaver)
        writer.put(self.errorCorrectionOnly)
        writer.put(self.structuredDataTransfer)
        writer.put(self.partiallyFilledCells)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.VCCapability {
    /// What `aal5` of ``H245.VCCapability`` holds.
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

extension H245.VCCapability.Aal5 {
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

extension H245.VCCapability {
    /// What `availableBitRates` of ``H245.VCCapability`` holds.
    package struct AvailableBitRates: PERValue {
        /// `CHOICE`.
        package var type: H245.VCCapability.AvailableBitRates.TypeValue

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.VCCapability.AvailableBitRates.TypeValue) {
            self.type = type
        }
    }
}

extension H245.VCCapability.AvailableBitRates {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let type = try H245.VCCapability.AvailableBitRates.TypeValue(from: &reader)
        self.init(type: type)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.type.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.VCCapability.AvailableBitRates {
    /// What `type` of ``H245.VCCapability.AvailableBitRates`` holds.
    package enum TypeValue: PERValue {
        case singleBitRate(UInt16)
        case rangeOfBitRates(H245.VCCapability.AvailableBitRates.TypeValue.RangeOfBitRates)
    }
}

extension H245.VCCapability.AvailableBitRates.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .singleBitRate(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        default:
            self = .rangeOfBitRates(try H245.VCCapability.AvailableBitRates.TypeValue.RangeOfBitRates(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .singleBitRate(let value):
            writer.putChoice(0, of: 2)
            writer.putInteger(Int(value), 1, 65535)
        case .rangeOfBitRates(let value):
            writer.putChoice(1, of: 2)
            value.encode(into: &writer)
        }
    }
}

extension H245.VCCapability.AvailableBitRates.TypeValue {
    /// What `rangeOfBitRates` of ``H245.VCCapability.AvailableBitRates.TypeValue`` holds.
    package struct RangeOfBitRates: PERValue {
        /// `INTEGER (1..65535)`.
        package var lowerBitRate: UInt16

        /// `INTEGER (1..65535)`.
        package var higherBitRate: UInt16

        package init(lowerBitRate: UInt16, higherBitRate: UInt16) {
            self.lowerBitRate = lowerBitRate
            self.higherBitRate = higherBitRate
        }
    }
}

extension H245.VCCapability.AvailableBitRates.TypeValue.RangeOfBitRates {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let lowerBitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let higherBitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(lowerBitRate: lowerBitRate, higherBitRate: higherBitRate)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.lowerBitRate), 1, 65535)
        writer.putInteger(Int(self.higherBitRate), 1, 65535)
    }
}

extension H245.VCCapability {
    /// What `aal1ViaGateway` of ``H245.VCCapability`` holds.
    package struct Aal1ViaGateway: PERValue {
        /// `SEQUENCE (SIZE (1..256)) OF Q2931Address`.
        package var gatewayAddress: [H245.Q2931Address]

        /// `BOOLEAN`.
        package var nullClockRecovery: Bool

        /// `BOOLEAN`.
        package var srtsClockRecovery: Bool

        /// `BOOLEAN`.
        package var adaptiveClockRecovery: Bool

        /// `BOOLEAN`.
        package var nullErrorCorrection: Bool

        /// `BOOLEAN`.
        package var longInterleaver: Bool

        /// `BOOLEAN`.
        package var shortInterleaver: Bool

        /// `BOOLEAN`.
        package var errorCorrectionOnly: Bool

        /// `BOOLEAN`.
        package var structuredDataTransfer: Bool

        /// `BOOLEAN`.
        package var partiallyFilledCells: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            gatewayAddress: [H245.Q2931Address],
            nullClockRecovery: Bool,
            srtsClockRecovery: Bool,
            adaptiveClockRecovery: Bool,
            nullErrorCorrection: Bool,
            longInterleaver: Bool,
            shortInterleaver: Bool,
            errorCorrectionOnly: Bool,
            structuredDataTransfer: Bool,
            partiallyFilledCells: Bool
        ) {
            self.gatewayAddress = gatewayAddress
            self.nullClockRecovery = nullClockRecovery
            self.srtsClockRecovery = srtsClockRecovery
            self.adaptiveClockRecovery = adaptiveClockRecovery
            self.nullErrorCorrection = nullErrorCorrection
            self.longInterleaver = longInterleaver
            self.shortInterleaver = shortInterleaver
            self.errorCorrectionOnly = errorCorrectionOnly
            self.structuredDataTransfer = structuredDataTransfer
            self.partiallyFilledCells = partiallyFilledCells
        }
    }
}

extension H245.VCCapability.Aal1ViaGateway {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let gatewayAddress = try reader.takeList(1, 256, of: H245.Q2931Address.init(from:))
        let nullClockRecovery = try reader.takeBit()
        let srtsClockRecovery = try reader.takeBit()
        let adaptiveClockRecovery = try reader.takeBit()
        let nullErrorCorrection = try reader.takeBit()
        let longInterleaver = try reader.takeBit()
        let shortInterleaver = try reader.takeBit()
        let errorCorrectionOnly = try reader.takeBit()
        let structuredDataTransfer = try reader.takeBit()
        let partiallyFilledCells = try reader.takeBit()
        self.init(
            gatewayAddress: gatewayAddress,
            nullClockRecovery: nullClockRecovery,
            srtsClockRecovery: srtsClockRecovery,
            adaptiveClockRecovery: adaptiveClockRecovery,
            nullErrorCorrection: nullErrorCorrection,
            longInterleaver: longInterleaver,
            shortInterleaver: shortInterleaver,
            errorCorrectionOnly: errorCorrectionOnly,
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
        writer.putList(self.gatewayAddress, 1, 256)
        writer.put(self.nullClockRecovery)
        writer.put(self.srtsClockRecovery)
        writer.put(self.adaptiveClockRecovery)
        writer.put(self.nullErrorCorrection)
        writer.put(self.longInterleaver)
        writer.put(self.shortInterleaver)
        writer.put(self.errorCorrectionOnly)
        writer.put(self.structuredDataTransfer)
        writer.put(self.partiallyFilledCells)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
