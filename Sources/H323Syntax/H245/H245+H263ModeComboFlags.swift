// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263ModeComboFlags` (H.245).
    package struct H263ModeComboFlags: PERValue {
        /// `BOOLEAN`.
        package var unrestrictedVector: Bool

        /// `BOOLEAN`.
        package var arithmeticCoding: Bool

        /// `BOOLEAN`.
        package var advancedPrediction: Bool

        /// `BOOLEAN`.
        package var pbFrames: Bool

        /// `BOOLEAN`.
        package var advancedIntraCodingMode: Bool

        /// `BOOLEAN`.
        package var deblockingFilterMode: Bool

        /// `BOOLEAN`.
        package var unlimitedMotionVectors: Bool

        /// `BOOLEAN`.
        package var slicesInOrderNonRect: Bool

        /// `BOOLEAN`.
        package var slicesInOrderRect: Bool

        /// `BOOLEAN`.
        package var slicesNoOrderNonRect: Bool

        /// `BOOLEAN`.
        package var slicesNoOrderRect: Bool

        /// `BOOLEAN`.
        package var improvedPBFramesMode: Bool

        /// `BOOLEAN`.
        package var referencePicSelect: Bool

        /// `BOOLEAN`.
        package var dynamicPictureResizingByFour: Bool

        /// `BOOLEAN`.
        package var dynamicPictureResizingSixteenthPel: Bool

        /// `BOOLEAN`.
        package var dynamicWarpingHalfPel: Bool

        /// `BOOLEAN`.
        package var dynamicWarpingSixteenthPel: Bool

        /// `BOOLEAN`.
        package var reducedResolutionUpdate: Bool

        /// `BOOLEAN`.
        package var independentSegmentDecoding: Bool

        /// `BOOLEAN`.
        package var alternateInterVLCMode: Bool

        /// `BOOLEAN`.
        package var modifiedQuantizationMode: Bool

        /// `BOOLEAN`, addition 1.
        package var enhancedReferencePicSelect: Bool?

        /// `H263Version3Options`, addition 2.
        @BoxedIfPresent package var h263Version3Options: H245.H263Version3Options?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            unrestrictedVector: Bool,
            arithmeticCoding: Bool,
            advancedPrediction: Bool,
            pbFrames: Bool,
            advancedIntraCodingMode: Bool,
            deblockingFilterMode: Bool,
            unlimitedMotionVectors: Bool,
            slicesInOrderNonRect: Bool,
            slicesInOrderRect: Bool,
            slicesNoOrderNonRect: Bool,
            slicesNoOrderRect: Bool,
            improvedPBFramesMode: Bool,
            referencePicSelect: Bool,
            dynamicPictureResizingByFour: Bool,
            dynamicPictureResizingSixteenthPel: Bool,
            dynamicWarpingHalfPel: Bool,
            dynamicWarpingSixteenthPel: Bool,
            reducedResolutionUpdate: Bool,
            independentSegmentDecoding: Bool,
            alternateInterVLCMode: Bool,
            modifiedQuantizationMode: Bool
        ) {
            self.unrestrictedVector = unrestrictedVector
            self.arithmeticCoding = arithmeticCoding
            self.advancedPrediction = advancedPrediction
            self.pbFrames = pbFrames
            self.advancedIntraCodingMode = advancedIntraCodingMode
            self.deblockingFilterMode = deblockingFilterMode
            self.unlimitedMotionVectors = unlimitedMotionVectors
            self.slicesInOrderNonRect = slicesInOrderNonRect
            self.slicesInOrderRect = slicesInOrderRect
            self.slicesNoOrderNonRect = slicesNoOrderNonRect
            self.slicesNoOrderRect = slicesNoOrderRect
            self.improvedPBFramesMode = improvedPBFramesMode
            self.referencePicSelect = referencePicSelect
            self.dynamicPictureResizingByFour = dynamicPictureResizingByFour
            self.dynamicPictureResizingSixteenthPel = dynamicPictureResizingSixteenthPel
            self.dynamicWarpingHalfPel = dynamicWarpingHalfPel
            self.dynamicWarpingSixteenthPel = dynamicWarpingSixteenthPel
            self.reducedResolutionUpdate = reducedResolutionUpdate
            self.independentSegmentDecoding = independentSegmentDecoding
            self.alternateInterVLCMode = alternateInterVLCMode
            self.modifiedQuantizationMode = modifiedQuantizationMode
        }
    }
}

extension H245.H263ModeComboFlags {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let unrestrictedVector = try reader.takeBit()
        let arithmeticCoding = try reader.takeBit()
        let advancedPrediction = try reader.takeBit()
        let pbFrames = try reader.takeBit()
        let advancedIntraCodingMode = try reader.takeBit()
        let deblockingFilterMode = try reader.takeBit()
        let unlimitedMotionVectors = try reader.takeBit()
        let slicesInOrderNonRect = try reader.takeBit()
        let slicesInOrderRect = try reader.takeBit()
        let slicesNoOrderNonRect = try reader.takeBit()
        let slicesNoOrderRect = try reader.takeBit()
        let improvedPBFramesMode = try reader.takeBit()
        let referencePicSelect = try reader.takeBit()
        let dynamicPictureResizingByFour = try reader.takeBit()
        let dynamicPictureResizingSixteenthPel = try reader.takeBit()
        let dynamicWarpingHalfPel = try reader.takeBit()
        let dynamicWarpingSixteenthPel = try reader.takeBit()
        let reducedResolutionUpdate = try reader.takeBit()
        let independentSegmentDecoding = try reader.takeBit()
        let alternateInterVLCMode = try reader.takeBit()
        let modifiedQuantizationMode = try reader.takeBit()
        self.init(
            unrestrictedVector: unrestrictedVector,
            arithmeticCoding: arithmeticCoding,
            advancedPrediction: advancedPrediction,
            pbFrames: pbFrames,
            advancedIntraCodingMode: advancedIntraCodingMode,
            deblockingFilterMode: deblockingFilterMode,
            unlimitedMotionVectors: unlimitedMotionVectors,
            slicesInOrderNonRect: slicesInOrderNonRect,
            slicesInOrderRect: slicesInOrderRect,
            slicesNoOrderNonRect: slicesNoOrderNonRect,
            slicesNoOrderRect: slicesNoOrderRect,
            improvedPBFramesMode: improvedPBFramesMode,
            referencePicSelect: referencePicSelect,
            dynamicPictureResizingByFour: dynamicPictureResizingByFour,
            dynamicPictureResizingSixteenthPel: dynamicPictureResizingSixteenthPel,
            dynamicWarpingHalfPel: dynamicWarpingHalfPel,
            dynamicWarpingSixteenthPel: dynamicWarpingSixteenthPel,
            reducedResolutionUpdate: reducedResolutionUpdate,
            independentSegmentDecoding: independentSegmentDecoding,
            alternateInterVLCMode: alternateInterVLCMode,
            modifiedQuantizationMode: modifiedQuantizationMode
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.enhancedReferencePicSelect = try reader.takeBit()
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
        bitmap.insert(0, if: self.enhancedReferencePicSelect != nil)
        bitmap.insert(1, if: self._h263Version3Options.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.unrestrictedVector)
        writer.put(self.arithmeticCoding)
        writer.put(self.advancedPrediction)
        writer.put(self.pbFrames)
        writer.put(self.advancedIntraCodingMode)
        writer.put(self.deblockingFilterMode)
        writer.put(self.unlimitedMotionVectors)
        writer.put(self.slicesInOrderNonRect)
        writer.put(self.slicesInOrderRect)
        writer.put(self.slicesNoOrderNonRect)
        writer.put(self.slicesNoOrderRect)
        writer.put(self.improvedPBFramesMode)
        writer.put(self.referencePicSelect)
        writer.put(self.dynamicPictureResizingByFour)
        writer.put(self.dynamicPictureResizingSixteenthPel)
        writer.put(self.dynamicWarpingHalfPel)
        writer.put(self.dynamicWarpingSixteenthPel)
        writer.put(self.reducedResolutionUpdate)
        writer.put(self.independentSegmentDecoding)
        writer.put(self.alternateInterVLCMode)
        writer.put(self.modifiedQuantizationMode)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.enhancedReferencePicSelect {
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
