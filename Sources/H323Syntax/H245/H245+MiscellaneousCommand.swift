// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A command about a channel, as to send a whole picture.
    package struct MiscellaneousCommand: PERValue {
        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// `CHOICE`.
        package var type: H245.MiscellaneousCommand.TypeValue

        /// `EncryptionUpdateDirection`, addition 1.
        package var direction: H245.EncryptionUpdateDirection?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(logicalChannelNumber: H245.LogicalChannelNumber, type: H245.MiscellaneousCommand.TypeValue) {
            self.logicalChannelNumber = logicalChannelNumber
            self.type = type
        }
    }
}

extension H245.MiscellaneousCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let type = try H245.MiscellaneousCommand.TypeValue(from: &reader)
        self.init(logicalChannelNumber: logicalChannelNumber, type: type)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.direction = try H245.EncryptionUpdateDirection(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.direction != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        self.type.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.direction {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand {
    /// What `type` of ``H245.MiscellaneousCommand`` holds.
    package enum TypeValue: PERValue {
        case equaliseDelay
        case zeroDelay
        case multipointModeCommand
        case cancelMultipointModeCommand
        case videoFreezePicture
        case videoFastUpdatePicture
        case videoFastUpdateGOB(H245.MiscellaneousCommand.TypeValue.VideoFastUpdateGOB)
        case videoTemporalSpatialTradeOff(UInt8)
        case videoSendSyncEveryGOB
        case videoSendSyncEveryGOBCancel
        case videoFastUpdateMB(H245.MiscellaneousCommand.TypeValue.VideoFastUpdateMB)
        case maxH223MUXPDUsize(UInt16)
        indirect case encryptionUpdate(H245.EncryptionSync)
        indirect case encryptionUpdateRequest(H245.EncryptionUpdateRequest)
        case switchReceiveMediaOff
        case switchReceiveMediaOn
        case progressiveRefinementStart(H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart)
        case progressiveRefinementAbortOne
        case progressiveRefinementAbortContinuous
        case videoBadMBs(H245.MiscellaneousCommand.TypeValue.VideoBadMBs)
        case lostPicture([H245.PictureReference])
        indirect case lostPartialPicture(H245.MiscellaneousCommand.TypeValue.LostPartialPicture)
        case recoveryReferencePicture([H245.PictureReference])
        case encryptionUpdateCommand(H245.MiscellaneousCommand.TypeValue.EncryptionUpdateCommand)
        case encryptionUpdateAck(H245.MiscellaneousCommand.TypeValue.EncryptionUpdateAck)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .videoFastUpdateMB(try H245.MiscellaneousCommand.TypeValue.VideoFastUpdateMB(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .maxH223MUXPDUsize(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .encryptionUpdate(try H245.EncryptionSync(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .encryptionUpdateRequest(try H245.EncryptionUpdateRequest(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .switchReceiveMediaOff
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .switchReceiveMediaOn
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .progressiveRefinementStart(
                    try H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart(from: &reader)
                )
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .progressiveRefinementAbortOne
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .progressiveRefinementAbortContinuous
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .videoBadMBs(try H245.MiscellaneousCommand.TypeValue.VideoBadMBs(from: &reader))
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .lostPicture(try reader.takeList(0, nil, of: H245.PictureReference.init(from:)))
                reader.leaveOpenType()
            case 11:
                try reader.enterOpenType()
                self = .lostPartialPicture(try H245.MiscellaneousCommand.TypeValue.LostPartialPicture(from: &reader))
                reader.leaveOpenType()
            case 12:
                try reader.enterOpenType()
                self = .recoveryReferencePicture(try reader.takeList(0, nil, of: H245.PictureReference.init(from:)))
                reader.leaveOpenType()
            case 13:
                try reader.enterOpenType()
                self = .encryptionUpdateCommand(
                    try H245.MiscellaneousCommand.TypeValue.EncryptionUpdateCommand(from: &reader)
                )
                reader.leaveOpenType()
            case 14:
                try reader.enterOpenType()
                self = .encryptionUpdateAck(try H245.MiscellaneousCommand.TypeValue.EncryptionUpdateAck(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 9) {
        case 0:
            self = .equaliseDelay
        case 1:
            self = .zeroDelay
        case 2:
            self = .multipointModeCommand
        case 3:
            self = .cancelMultipointModeCommand
        case 4:
            self = .videoFreezePicture
        case 5:
            self = .videoFastUpdatePicture
        case 6:
            self = .videoFastUpdateGOB(try H245.MiscellaneousCommand.TypeValue.VideoFastUpdateGOB(from: &reader))
        case 7:
            self = .videoTemporalSpatialTradeOff(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 31)))
        case 8:
            self = .videoSendSyncEveryGOB
        default:
            self = .videoSendSyncEveryGOBCancel
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .equaliseDelay:
            writer.putExtensibleChoice(0, of: 10)
        case .zeroDelay:
            writer.putExtensibleChoice(1, of: 10)
        case .multipointModeCommand:
            writer.putExtensibleChoice(2, of: 10)
        case .cancelMultipointModeCommand:
            writer.putExtensibleChoice(3, of: 10)
        case .videoFreezePicture:
            writer.putExtensibleChoice(4, of: 10)
        case .videoFastUpdatePicture:
            writer.putExtensibleChoice(5, of: 10)
        case .videoFastUpdateGOB(let value):
            writer.putExtensibleChoice(6, of: 10)
            value.encode(into: &writer)
        case .videoTemporalSpatialTradeOff(let value):
            writer.putExtensibleChoice(7, of: 10)
            writer.putInteger(Int(value), 0, 31)
        case .videoSendSyncEveryGOB:
            writer.putExtensibleChoice(8, of: 10)
        case .videoSendSyncEveryGOBCancel:
            writer.putExtensibleChoice(9, of: 10)
        case .videoFastUpdateMB(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .maxH223MUXPDUsize(let value):
            let start = writer.beginAddition(1)
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        case .encryptionUpdate(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .encryptionUpdateRequest(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .switchReceiveMediaOff:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .switchReceiveMediaOn:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .progressiveRefinementStart(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .progressiveRefinementAbortOne:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .progressiveRefinementAbortContinuous:
            let start = writer.beginAddition(8)
            writer.endOpenType(start)
        case .videoBadMBs(let value):
            let start = writer.beginAddition(9)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .lostPicture(let value):
            let start = writer.beginAddition(10)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .lostPartialPicture(let value):
            let start = writer.beginAddition(11)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .recoveryReferencePicture(let value):
            let start = writer.beginAddition(12)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .encryptionUpdateCommand(let value):
            let start = writer.beginAddition(13)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .encryptionUpdateAck(let value):
            let start = writer.beginAddition(14)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `videoFastUpdateGOB` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct VideoFastUpdateGOB: PERValue {
        /// `INTEGER (0..17)`.
        package var firstGOB: UInt8

        /// `INTEGER (1..18)`.
        package var numberOfGOBs: UInt8

        package init(firstGOB: UInt8, numberOfGOBs: UInt8) {
            self.firstGOB = firstGOB
            self.numberOfGOBs = numberOfGOBs
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.VideoFastUpdateGOB {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let firstGOB = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 17))
        let numberOfGOBs = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 18))
        self.init(firstGOB: firstGOB, numberOfGOBs: numberOfGOBs)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.firstGOB), 0, 17)
        writer.putInteger(Int(self.numberOfGOBs), 1, 18)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `videoFastUpdateMB` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct VideoFastUpdateMB: PERValue {
        /// `INTEGER (0..255)`, optional.
        package var firstGOB: UInt8?

        /// `INTEGER (1..8192)`, optional.
        package var firstMB: UInt16?

        /// `INTEGER (1..8192)`.
        package var numberOfMBs: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(numberOfMBs: UInt16) {
            self.numberOfMBs = numberOfMBs
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.VideoFastUpdateMB {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var firstGOB: UInt8?
        if present & 1 << 1 != 0 {
            firstGOB = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        }
        var firstMB: UInt16?
        if present & 1 << 0 != 0 {
            firstMB = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 8192))
        }
        let numberOfMBs = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 8192))
        self.init(numberOfMBs: numberOfMBs)
        self.firstGOB = firstGOB
        self.firstMB = firstMB
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.firstGOB != nil)
        writer.put(self.firstMB != nil)
        if let value = self.firstGOB {
            writer.putInteger(Int(value), 0, 255)
        }
        if let value = self.firstMB {
            writer.putInteger(Int(value), 1, 8192)
        }
        writer.putInteger(Int(self.numberOfMBs), 1, 8192)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `progressiveRefinementStart` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct ProgressiveRefinementStart: PERValue {
        /// `CHOICE`.
        package var repeatCount: H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart.RepeatCount

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(repeatCount: H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart.RepeatCount) {
            self.repeatCount = repeatCount
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let repeatCount = try H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart.RepeatCount(from: &reader)
        self.init(repeatCount: repeatCount)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.repeatCount.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart {
    /// What `repeatCount` of ``H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart`` holds.
    package enum RepeatCount: PERValue {
        case doOneProgression
        case doContinuousProgressions
        case doOneIndependentProgression
        case doContinuousIndependentProgressions
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MiscellaneousCommand.TypeValue.ProgressiveRefinementStart.RepeatCount {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .doOneProgression
        case 1:
            self = .doContinuousProgressions
        case 2:
            self = .doOneIndependentProgression
        default:
            self = .doContinuousIndependentProgressions
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .doOneProgression:
            writer.putExtensibleChoice(0, of: 4)
        case .doContinuousProgressions:
            writer.putExtensibleChoice(1, of: 4)
        case .doOneIndependentProgression:
            writer.putExtensibleChoice(2, of: 4)
        case .doContinuousIndependentProgressions:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `videoBadMBs` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct VideoBadMBs: PERValue {
        /// `INTEGER (1..9216)`.
        package var firstMB: UInt16

        /// `INTEGER (1..9216)`.
        package var numberOfMBs: UInt16

        /// `INTEGER (0..1023)`.
        package var temporalReference: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(firstMB: UInt16, numberOfMBs: UInt16, temporalReference: UInt16) {
            self.firstMB = firstMB
            self.numberOfMBs = numberOfMBs
            self.temporalReference = temporalReference
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.VideoBadMBs {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let firstMB = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 9216))
        let numberOfMBs = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 9216))
        let temporalReference = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 1023))
        self.init(firstMB: firstMB, numberOfMBs: numberOfMBs, temporalReference: temporalReference)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.firstMB), 1, 9216)
        writer.putInteger(Int(self.numberOfMBs), 1, 9216)
        writer.putInteger(Int(self.temporalReference), 0, 1023)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `lostPartialPicture` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct LostPartialPicture: PERValue {
        /// `PictureReference`.
        package var pictureReference: H245.PictureReference

        /// `INTEGER (1..9216)`.
        package var firstMB: UInt16

        /// `INTEGER (1..9216)`.
        package var numberOfMBs: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(pictureReference: H245.PictureReference, firstMB: UInt16, numberOfMBs: UInt16) {
            self.pictureReference = pictureReference
            self.firstMB = firstMB
            self.numberOfMBs = numberOfMBs
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.LostPartialPicture {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let pictureReference = try H245.PictureReference(from: &reader)
        let firstMB = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 9216))
        let numberOfMBs = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 9216))
        self.init(pictureReference: pictureReference, firstMB: firstMB, numberOfMBs: numberOfMBs)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.pictureReference.encode(into: &writer)
        writer.putInteger(Int(self.firstMB), 1, 9216)
        writer.putInteger(Int(self.numberOfMBs), 1, 9216)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `encryptionUpdateCommand` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct EncryptionUpdateCommand: PERValue {
        /// `EncryptionSync`.
        @Boxed package var encryptionSync: H245.EncryptionSync

        /// `MultiplePayloadStream`, optional.
        @BoxedIfPresent package var multiplePayloadStream: H245.MultiplePayloadStream?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(encryptionSync: H245.EncryptionSync) {
            self.encryptionSync = encryptionSync
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.EncryptionUpdateCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let encryptionSync = try H245.EncryptionSync(from: &reader)
        self.init(encryptionSync: encryptionSync)
        if present & 1 << 0 != 0 {
            self.multiplePayloadStream = try H245.MultiplePayloadStream(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._multiplePayloadStream.isPresent)
        self.encryptionSync.encode(into: &writer)
        if let value = self.multiplePayloadStream {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MiscellaneousCommand.TypeValue {
    /// What `encryptionUpdateAck` of ``H245.MiscellaneousCommand.TypeValue`` holds.
    package struct EncryptionUpdateAck: PERValue {
        /// `INTEGER (0..255)`.
        package var synchFlag: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(synchFlag: UInt8) {
            self.synchFlag = synchFlag
        }
    }
}

extension H245.MiscellaneousCommand.TypeValue.EncryptionUpdateAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let synchFlag = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(synchFlag: synchFlag)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.synchFlag), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
