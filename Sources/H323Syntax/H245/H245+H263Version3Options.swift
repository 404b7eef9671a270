// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263Version3Options` (H.245).
    package struct H263Version3Options: PERValue {
        /// `BOOLEAN`.
        package var dataPartitionedSlices: Bool

        /// `BOOLEAN`.
        package var fixedPointIDCT0: Bool

        /// `BOOLEAN`.
        package var interlacedFields: Bool

        /// `BOOLEAN`.
        package var currentPictureHeaderRepetition: Bool

        /// `BOOLEAN`.
        package var previousPictureHeaderRepetition: Bool

        /// `BOOLEAN`.
        package var nextPictureHeaderRepetition: Bool

        /// `BOOLEAN`.
        package var pictureNumber: Bool

        /// `BOOLEAN`.
        package var spareReferencePictures: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            dataPartitionedSlices: Bool,
            fixedPointIDCT0: Bool,
            interlacedFields: Bool,
            currentPictureHeaderRepetition: Bool,
            previousPictureHeaderRepetition: Bool,
            nextPictureHeaderRepetition: Bool,
            pictureNumber: Bool,
            spareReferencePictures: Bool
        ) {
            self.dataPartitionedSlices = dataPartitionedSlices
            self.fixedPointIDCT0 = fixedPointIDCT0
            self.interlacedFields = interlacedFields
            self.currentPictureHeaderRepetition = currentPictureHeaderRepetition
            self.previousPictureHeaderRepetition = previousPictureHeaderRepetition
            self.nextPictureHeaderRepetition = nextPictureHeaderRepetition
            self.pictureNumber = pictureNumber
            self.spareReferencePictures = spareReferencePictures
        }
    }
}

extension H245.H263Version3Options {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let dataPartitionedSlices = try reader.takeBit()
        let fixedPointIDCT0 = try reader.takeBit()
        let interlacedFields = try reader.takeBit()
        let currentPictureHeaderRepetition = try reader.takeBit()
        let previousPictureHeaderRepetition = try reader.takeBit()
        let nextPictureHeaderRepetition = try reader.takeBit()
        let pictureNumber = try reader.takeBit()
        let spareReferencePictures = try reader.takeBit()
        self.init(
            dataPartitionedSlices: dataPartitionedSlices,
            fixedPointIDCT0: fixedPointIDCT0,
            interlacedFields: interlacedFields,
            currentPictureHeaderRepetition: currentPictureHeaderRepetition,
            previousPictureHeaderRepetition: previousPictureHeaderRepetition,
            nextPictureHeaderRepetition: nextPictureHeaderRepetition,
            pictureNumber: pictureNumber,
            spareReferencePictures: spareReferencePictures
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.dataPartitionedSlices)
        writer.put(self.fixedPointIDCT0)
        writer.put(self.interlacedFields)
        writer.put(self.currentPictureHeaderRepetition)
        writer.put(self.previousPictureHeaderRepetition)
        writer.put(self.nextPictureHeaderRepetition)
        writer.put(self.pictureNumber)
        writer.put(self.spareReferencePictures)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
