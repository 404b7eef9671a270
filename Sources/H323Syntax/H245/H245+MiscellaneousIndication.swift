// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A state of a channel, as that it is active.
    package struct MiscellaneousIndication: PERValue {
        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// `CHOICE`.
        package var type: H245.MiscellaneousIndication.TypeValue

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(logicalChannelNumber: H245.LogicalChannelNumber, type: H245.MiscellaneousIndication.TypeValue) {
            self.logicalChannelNumber = logicalChannelNumber
            self.type = type
        }
    }
}

extension H245.MiscellaneousIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let type = try H245.MiscellaneousIndication.TypeValue(from: &reader)
        self.init(logicalChannelNumber: logicalChannelNumber, type: type)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        self.type.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousIndication {
    /// What `type` of ``H245.MiscellaneousIndication`` holds.
    package enum TypeValue: PERValue {
        case logicalChannelActive
        case logicalChannelInactive
        case multipointConference
        case cancelMultipointConference
        case multipointZeroComm
        case cancelMultipointZeroComm
        case multipointSecondaryStatus
        case cancelMultipointSecondaryStatus
        case videoIndicateReadyToActivate
        case videoTemporalSpatialTradeOff(UInt8)
        case videoNotDecodedMBs(H245.MiscellaneousIndication.TypeValue.VideoNotDecodedMBs)
        indirect case transportCapability(H245.TransportCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MiscellaneousIndication.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .videoNotDecodedMBs(try H245.MiscellaneousIndication.TypeValue.VideoNotDecodedMBs(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .transportCapability(try H245.TransportCapability(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 9) {
        case 0:
            self = .logicalChannelActive
        case 1:
            self = .logicalChannelInactive
        case 2:
            self = .multipointConference
        case 3:
            self = .cancelMultipointConference
        case 4:
            self = .multipointZeroComm
        case 5:
            self = .cancelMultipointZeroComm
        case 6:
            self = .multipointSecondaryStatus
        case 7:
            self = .cancelMultipointSecondaryStatus
        case 8:
            self = .videoIndicateReadyToActivate
        default:
            self = .videoTemporalSpatialTradeOff(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 31)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .logicalChannelActive:
            writer.putExtensibleChoice(0, of: 10)
        case .logicalChannelInactive:
            writer.putExtensibleChoice(1, of: 10)
        case .multipointConference:
            writer.putExtensibleChoice(2, of: 10)
        case .cancelMultipointConference:
            writer.putExtensibleChoice(3, of: 10)
        case .multipointZeroComm:
            writer.putExtensibleChoice(4, of: 10)
        case .cancelMultipointZeroComm:
            writer.putExtensibleChoice(5, of: 10)
        case .multipointSecondaryStatus:
            writer.putExtensibleChoice(6, of: 10)
        case .cancelMultipointSecondaryStatus:
            writer.putExtensibleChoice(7, of: 10)
        case .videoIndicateReadyToActivate:
            writer.putExtensibleChoice(8, of: 10)
        case .videoTemporalSpatialTradeOff(let value):
            writer.putExtensibleChoice(9, of: 10)
            writer.putInteger(Int(value), 0, 31)
        case .videoNotDecodedMBs(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .transportCapability(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MiscellaneousIndication.TypeValue {
    /// What `videoNotDecodedMBs` of ``H245.MiscellaneousIndication.TypeValue`` holds.
    package struct VideoNotDecodedMBs: PERValue {
        /// `INTEGER (1..8192)`.
        package var firstMB: UInt16

        /// `INTEGER (1..8192)`.
        package var numberOfMBs: UInt16

        /// `INTEGER (0..255)`.
        package var temporalReference: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(firstMB: UInt16, numberOfMBs: UInt16, temporalReference: UInt8) {
            self.firstMB = firstMB
            self.numberOfMBs = numberOfMBs
            self.temporalReference = temporalReference
        }
    }
}

extension H245.MiscellaneousIndication.TypeValue.VideoNotDecodedMBs {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let firstMB = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 8192))
        let numberOfMBs = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 8192))
        let temporalReference = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(firstMB: firstMB, numberOfMBs: numberOfMBs, temporalReference: temporalReference)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.firstMB), 1, 8192)
        writer.putInteger(Int(self.numberOfMBs), 1, 8192)
        writer.putInteger(Int(self.temporalReference), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
