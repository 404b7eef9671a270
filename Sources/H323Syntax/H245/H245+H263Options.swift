// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263Options` (H.245).
    package struct H263Options: PERValue {
        /// `BOOLEAN`.
        package var advancedIntraCodingMode: Bool

        /// `BOOLEAN`.
        package var deblockingFilterMode: Bool

        /// `BOOLEAN`.
        package var improvedPBFramesMode: Bool

        /// `BOOLEAN`.
        package var unlimitedMotionVectors: Bool

        /// `BOOLEAN`.
        package var fullPictureFreeze: Bool

        /// `BOOLEAN`.
        package var partialPictureFreezeAndRelease: Bool

        /// `BOOLEAN`.
        package var resizingPartPicFreezeAndRelease: Bool

        /// `BOOLEAN`.
        package var fullPictureSnapshot: Bool

        /// `BOOLEAN`.
        package var partialPictureSnapshot: Bool

        /// `BOOLEAN`.
        package var videoSegmentTagging: Bool

        /// `BOOLEAN`.
        package var progressiveRefinement: Bool

        /// `BOOLEAN`.
        package var dynamicPictureResizingByFour: Bool

        /// `BOOLEAN`.
        package var dynamicPictureResizingSixteenthPel: Bool

        /// `BOOLEAN`.
        package var dynamicWarpingHalfPel: Bool

        /// `BOOLEAN`.
        package var dynamicWarpingSixteenthPel: Bool

        /// `BOOLEAN`.
        package var independentSegmentDecoding: Bool

        /// `BOOLEAN`.
        package var slicesInOrderNonRect: Bool

        /// `BOOLEAN`.
        package var slicesInOrderRect: Bool

        /// `BOOLEAN`.
        package var slicesNoOrderNonRect: Bool

        /// `BOOLEAN`.
        package var slicesNoOrderRect: Bool

        /// `BOOLEAN`.
        package var alternateInterVLCMode: Bool

        /// `BOOLEAN`.
        package var modifiedQuantizationMode: Bool

        /// `BOOLEAN`.
        package var reducedResolutionUpdate: Bool

        /// `TransparencyParameters`, optional.
        @BoxedIfPresent package var transparencyParameters: H245.TransparencyParameters?

        /// `BOOLEAN`.
        package var separateVideoBackChannel: Bool

        /// `RefPictureSelection`, optional.
        @BoxedIfPresent package var refPictureSelection: H245.RefPictureSelection?

        /// `SEQUENCE (SIZE (1..16)) OF CustomPictureClockFrequency`, optional.
        package var customPictureClockFrequency: [H245.CustomPictureClockFrequency]?

        /// `SEQUENCE (SIZE (1..16)) OF CustomPictureFormat`, optional.
        package var customPictureFormat: [H245.CustomPictureFormat]?

        /// `SEQUENCE (SIZE (1..16)) OF H263VideoModeCombos`, optional.
        package var modeCombos: [H245.H263VideoModeCombos]?

        /// `BOOLEAN`, addition 1.
        package var videoBadMBsCap: Bool?

        /// `H263Version3Options`, addition 2.
        @BoxedIfPresent package var h263Version3Options: H245.H263Version3Options?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            advancedIntraCodingMode: Bool,
            deblockingFilterMode: Bool,
            improvedPBFramesMode: Bool,
            unlimitedMotionVectors: Bool,
            fullPictureFreeze: Bool,
            partialPictureFreezeAndRelease: Bool,
            resizingPartPicFreezeAndRelease: Bool,
            fullPictureSnapshot: Bool,
            partialPictureSnapshot: Bool,
            videoSegmentTagging: Bool,
            progressiveRefinement: Bool,
            dynamicPictureResizingByFour: Bool,
            dynamicPictureResizingSixteenthPel: Bool,
            dynamicWarpingHalfPel: Bool,
            dynamicWarpingSixteenthPel: Bool,
            independentSegmentDecoding: Bool,
            slicesInOrderNonRect: Bool,
            slicesInOrderRect: Bool,
            slicesNoOrderNonRect: Bool,
            slicesNoOrderRect: Bool,
            alternateInterVLCMode: Bool,
            modifiedQuantizationMode: Bool,
            reducedResolutionUpdate: Bool,
            separateVideoBackChannel: Bool
        ) {
            self.advancedIntraCodingMode = advancedIntraCodingMode
            self.deblockingFilterMode = deblockingFilterMode
            self.improvedPBFramesMode = improvedPBFramesMode
            self.unlimitedMotionVectors = unlimitedMotionVectors
            self.fullPictureFreeze = fullPictureFreeze
            self.partialPictureFreezeAndRelease = partialPictureFreezeAndRelease
            self.resizingPartPicFreezeAndRelease = resizingPartPicFreezeAndRelease
            self.fullPictureSnapshot = fullPictureSnapshot
            self.partialPictureSnapshot = partialPictureSnapshot
            self.videoSegmentTagging = videoSegmentTagging
            self.progressiveRefinement = progressiveRefinement
            self.dynamicPictureResizingByFour = dynamicPictureResizingByFour
            self.dynamicPictureResizingSixteenthPel = dynamicPictureResizingSixteenthPel
            self.dynamicWarpingHalfPel = dynamicWarpingHalfPel
            self.dynamicWarpingSixteenthPel = dynamicWarpingSixteenthPel
            self.independentSegmentDecoding = independentSegmentDecoding
            self.slicesInOrderNonRect = slicesInOrderNonRect
            self.slicesInOrderRect = slicesInOrderRect
            self.slicesNoOrderNonRect = slicesNoOrderNonRect
            self.slicesNoOrderRect = slicesNoOrderRect
            self.alternateInterVLCMode = alternateInterVLCMode
            self.modifiedQuantizationMode = modifiedQuantizationMode
            self.reducedResolutionUpdate = reducedResolutionUpdate
            self.separateVideoBackChannel = separateVideoBackChannel
        }
    }
}

extension H245.H263Options {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        let advancedIntraCodingMode = try reader.takeBit()
        let deblockingFilterMode = try reader.takeBit()
        let improvedPBFramesMode = try reader.takeBit()
        let unlimitedMotionVectors = try reader.takeBit()
        let fullPictureFreeze = try reader.takeBit()
        let partialPictureFreezeAndRelease = try reader.takeBit()
        let resizingPartPicFreezeAndRelease = try reader.takeBit()
        let fullPictureSnapshot = try reader.takeBit()
        let partialPictureSnapshot = try reader.takeBit()
        let videoSegmentTagging = try reader.takeBit()
        let progressiveRefinement = try reader.takeBit()
        let dynamicPictureResizingByFour = try reader.takeBit()
        let dynamicPictureResizingSixteenthPel = try reader.takeBit()
        let dynamicWarpingHalfPel = try reader.takeBit()
        let dynamicWarpingSixteenthPel = try reader.takeBit()
        let independentSegmentDecoding = try reader.takeBit()
        let slicesInOrderNonRect = try reader.takeBit()
        let slicesInOrderRect = try reader.takeBit()
        let slicesNoOrderNonRect = try reader.takeBit()
        let slicesNoOrderRect = try reader.takeBit()
        let alternateInterVLCMode = try reader.takeBit()
        let modifiedQuantizationMode = try reader.takeBit()
        let reducedResolutionUpdate = try reader.takeBit()
        var transparencyParameters: H245.TransparencyParameters?
        if present & 1 << 4 != 0 {
            transparencyParameters = try H245.TransparencyParameters(from: &reader)
        }
        let separateVideoBackChannel = try reader.takeBit()
        self.init(
            advancedIntraCodingMode: advancedIntraCodingMode,
            deblockingFilterMode: deblockingFilterMode,
            improvedPBFramesMode: improvedPBFramesMode,
            unlimitedMotionVectors: unlimitedMotionVectors,
            fullPictureFreeze: fullPictureFreeze,
            partialPictureFreezeAndRelease: partialPictureFreezeAndRelease,
            resizingPartPicFreezeAndRelease: resizingPartPicFreezeAndRelease,
            fullPictureSnapshot: fullPictureSnapshot,
            partialPictureSnapshot: partialPictureSnapshot,
            videoSegmentTagging: videoSegmentTagging,
            progressiveRefinement: progressiveRefinement,
            dynamicPictureResizingByFour: dynamicPictureResizingByFour,
            dynamicPictureResizingSixteenthPel: dynamicPictureResizingSixteenthPel,
            dynamicWarpingHalfPel: dynamicWarpingHalfPel,
            dynamicWarpingSixteenthPel: dynamicWarpingSixteenthPel,
            independentSegmentDecoding: independentSegmentDecoding,
            slicesInOrderNonRect: slicesInOrderNonRect,
            slicesInOrderRect: slicesInOrderRect,
            slicesNoOrderNonRect: slicesNoOrderNonRect,
            slicesNoOrderRect: slicesNoOrderRect,
            alternateInterVLCMode: alternateInterVLCMode,
            modifiedQuantizationMode: modifiedQuantizationMode,
            reducedResolutionUpdate: reducedResolutionUpdate,
            separateVideoBackChannel: separateVideoBackChannel
        )
        self.transparencyParameters = transparencyParameters
        if present & 1 << 3 != 0 {
            self.refPictureSelection = try H245.RefPictureSelection(from: &reader)
        }
        if present & 1 << 2 != 0 {
            self.customPictureClockFrequency = try reader.takeList(
                1,
                16,
                of: H245.CustomPictureClockFrequency.init(from:)
            )
        }
        if present & 1 << 1 != 0 {
            self.customPictureFormat = try reader.takeList(1, 16, of: H245.CustomPictureFormat.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.modeCombos = try reader.takeList(1, 16, of: H245.H263VideoModeCombos.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.videoBadMBsCap = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.h263Version3Options = try H245.H263Version3Options(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.videoBadMBsCap != nil)
        bitmap.insert(1, if: self._h263Version3Options.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self._transparencyParameters.isPresent)
        writer.put(self._refPictureSelection.isPresent)
        writer.put(self.customPictureClockFrequency != nil)
        writer.put(self.customPictureFormat != nil)
        writer.put(self.modeCombos != nil)
        writer.put(self.advancedIntraCodingMode)
        writer.put(self.deblockingFilterMode)
        writer.put(self.improvedPBFramesMode)
        writer.put(self.unlimitedMotionVectors)
        writer.put(self.fullPictureFreeze)
        writer.put(self.partialPictureFreezeAndRelease)
        writer.put(self.resizingPartPicFreezeAndRelease)
        writer.put(self.fullPictureSnapshot)
        writer.put(self.partialPictureSnapshot)
        writer.put(self.videoSegmentTagging)
        writer.put(self.progressiveRefinement)
        writer.put(self.dynamicPictureResizingByFour)
        writer.put(self.dynamicPictureResizingSixteenthPel)
        writer.put(self.dynamicWarpingHalfPel)
        writer.put(self.dynamicWarpingSixteenthPel)
        writer.put(self.independentSegmentDecoding)
        writer.put(self.slicesInOrderNonRect)
        writer.put(self.slicesInOrderRect)
        writer.put(self.slicesNoOrderNonRect)
        writer.put(self.slicesNoOrderRect)
        writer.put(self.alternateInterVLCMode)
        writer.put(self.modifiedQuantizationMode)
        writer.put(self.reducedResolutionUpdate)
        if let value = self.transparencyParameters {
            value.encode(into: &writer)
        }
        writer.put(self.separateVideoBackChannel)
        if let value = self.refPictureSelection {
            value.encode(into: &writer)
        }
        if let value = self.customPictureClockFrequency {
            writer.putList(value, 1, 16)
        }
        if let value = self.customPictureFormat {
            writer.putList(value, 1, 16)
        }
        if let value = self.modeCombos {
            writer.putList(value, 1, 16)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.videoBadMBsCap {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.h263Version3Options {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
