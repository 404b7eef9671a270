// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RefPictureSelection` (H.245).
    package struct RefPictureSelection: PERValue {
        /// `SEQUENCE`, optional.
        @BoxedIfPresent package var additionalPictureMemory: H245.RefPictureSelection.AdditionalPictureMemory?

        /// `BOOLEAN`.
        package var videoMux: Bool

        /// `CHOICE`.
        package var videoBackChannelSend: H245.RefPictureSelection.VideoBackChannelSend

        /// `SEQUENCE`, addition 1.
        @BoxedIfPresent package var enhancedReferencePicSelect: H245.RefPictureSelection.EnhancedReferencePicSelect?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(videoMux: Bool, videoBackChannelSend: H245.RefPictureSelection.VideoBackChannelSend) {
            self.videoMux = videoMux
            self.videoBackChannelSend = videoBackChannelSend
        }
    }
}

extension H245.RefPictureSelection {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var additionalPictureMemory: H245.RefPictureSelection.AdditionalPictureMemory?
        if present & 1 << 0 != 0 {
            additionalPictureMemory = try H245.RefPictureSelection.AdditionalPictureMemory(from: &reader)
        }
        let videoMux = try reader.takeBit()
        let videoBackChannelSend = try H245.RefPictureSelection.VideoBackChannelSend(from: &reader)
        self.init(videoMux: videoMux, videoBackChannelSend: videoBackChannelSend)
        self.additionalPictureMemory = additionalPictureMemory
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.enhancedReferencePicSelect = try H245.RefPictureSelection.EnhancedReferencePicSelect(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._enhancedReferencePicSelect.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._additionalPictureMemory.isPresent)
        if let value = self.additionalPictureMemory {
            value.encode(into: &writer)
        }
        writer.put(self.videoMux)
        self.videoBackChannelSend.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.enhancedReferencePicSelect {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RefPictureSelection {
    /// What `additionalPictureMemory` of ``H245.RefPictureSelection`` holds.
    package struct AdditionalPictureMemory: PERValue {
        /// `INTEGER (1..256)`, optional.
        package var sqcifAdditionalPictureMemory: UInt16?

        /// `INTEGER (1..256)`, optional.
        package var qcifAdditionalPictureMemory: UInt16?

        /// `INTEGER (1..256)`, optional.
        package var cifAdditionalPictureMemory: UInt16?

        /// `INTEGER (1..256)`, optional.
        package var cif4AdditionalPictureMemory: UInt16?

        /// `INTEGER (1..256)`, optional.
        package var cif16AdditionalPictureMemory: UInt16?

        /// `INTEGER (1..256)`, optional.
        package var bigCpfAdditionalPictureMemory: UInt16?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.RefPictureSelection.AdditionalPictureMemory {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        self.init()
        if present & 1 << 5 != 0 {
            self.sqcifAdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if present & 1 << 4 != 0 {
            self.qcifAdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if present & 1 << 3 != 0 {
            self.cifAdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if present & 1 << 2 != 0 {
            self.cif4AdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if present & 1 << 1 != 0 {
            self.cif16AdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if present & 1 << 0 != 0 {
            self.bigCpfAdditionalPictureMemory = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.sqcifAdditionalPictureMemory != nil)
        writer.put(self.qcifAdditionalPictureMemory != nil)
        writer.put(self.cifAdditionalPictureMemory != nil)
        writer.put(self.cif4AdditionalPictureMemory != nil)
        writer.put(self.cif16AdditionalPictureMemory != nil)
        writer.put(self.bigCpfAdditionalPictureMemory != nil)
        if let value = self.sqcifAdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        if let value = self.qcifAdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        if let value = self.cifAdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        if let value = self.cif4AdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        if let value = self.cif16AdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        if let value = self.bigCpfAdditionalPictureMemory {
            writer.putInteger(Int(value), 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RefPictureSelection {
    /// What `videoBackChannelSend` of ``H245.RefPictureSelection`` holds.
    package enum VideoBackChannelSend: PERValue {
        case none
        case ackMessageOnly
        case nackMessageOnly
        case ackOrNackMessageOnly
        case ackAndNackMessage
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RefPictureSelection.VideoBackChannelSend {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .none
        case 1:
            self = .ackMessageOnly
        case 2:
            self = .nackMessageOnly
        case 3:
            self = .ackOrNackMessageOnly
        default:
            self = .ackAndNackMessage
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .none:
            writer.putExtensibleChoice(0, of: 5)
        case .ackMessageOnly:
            writer.putExtensibleChoice(1, of: 5)
        case .nackMessageOnly:
            writer.putExtensibleChoice(2, of: 5)
        case .ackOrNackMessageOnly:
            writer.putExtensibleChoice(3, of: 5)
        case .ackAndNackMessage:
            writer.putExtensibleChoice(4, of: 5)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.RefPictureSelection {
    /// What `enhancedReferencePicSelect` of ``H245.RefPictureSelection`` holds.
    package struct EnhancedReferencePicSelect: PERValue {
        /// `SEQUENCE`, optional.
        package var subPictureRemovalParameters:
            H245.RefPictureSelection.EnhancedReferencePicSelect.SubPictureRemovalParameters?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.RefPictureSelection.EnhancedReferencePicSelect {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            typealias SubPictureRemovalParameters = H245.RefPictureSelection.EnhancedReferencePicSelect
                .SubPictureRemovalParameters
            self.subPictureRemovalParameters = try SubPictureRemovalParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.subPictureRemovalParameters != nil)
        if let value = self.subPictureRemovalParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RefPictureSelection.EnhancedReferencePicSelect {
    /// What `subPictureRemovalParameters` of ``H245.RefPictureSelection.EnhancedReferencePicSelect`` holds.
    package struct SubPictureRemovalParameters: PERValue {
        /// `INTEGER (1..128)`.
        package var mpuHorizMBs: UInt8

        /// `INTEGER (1..72)`.
        package var mpuVertMBs: UInt8

        /// `INTEGER (1..65536)`.
        package var mpuTotalNumber: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(mpuHorizMBs: UInt8, mpuVertMBs: UInt8, mpuTotalNumber: UInt32) {
            self.mpuHorizMBs = mpuHorizMBs
            self.mpuVertMBs = mpuVertMBs
            self.mpuTotalNumber = mpuTotalNumber
        }
    }
}

extension H245.RefPictureSelection.EnhancedReferencePicSelect.SubPictureRemovalParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let mpuHorizMBs = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 128))
        let mpuVertMBs = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 72))
        let mpuTotalNumber = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 65536))
        self.init(mpuHorizMBs: mpuHorizMBs, mpuVertMBs: mpuVertMBs, mpuTotalNumber: mpuTotalNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.mpuHorizMBs), 1, 128)
        writer.putInteger(Int(self.mpuVertMBs), 1, 72)
        writer.putInteger(Int(self.mpuTotalNumber), 1, 65536)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
