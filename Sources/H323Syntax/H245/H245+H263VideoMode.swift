// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H263VideoMode` (H.245).
    package struct H263VideoMode: PERValue {
        /// `CHOICE`.
        package var resolution: H245.H263VideoMode.Resolution

        /// `INTEGER (1..19200)`.
        package var bitRate: UInt16

        /// `BOOLEAN`.
        package var unrestrictedVector: Bool

        /// `BOOLEAN`.
        package var arithmeticCoding: Bool

        /// `BOOLEAN`.
        package var advancedPrediction: Bool

        /// `BOOLEAN`.
        package var pbFrames: Bool

        /// `BOOLEAN`, addition 1.
        package var errorCompensation: Bool?

        /// `EnhancementLayerInfo`, addition 2.
        @BoxedIfPresent package var enhancementLayerInfo: H245.EnhancementLayerInfo?

        /// `H263Options`, addition 3.
        @BoxedIfPresent package var h263Options: H245.H263Options?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            resolution: H245.H263VideoMode.Resolution,
            bitRate: UInt16,
            unrestrictedVector: Bool,
            arithmeticCoding: Bool,
            advancedPrediction: Bool,
            pbFrames: Bool
        ) {
            self.resolution = resolution
            self.bitRate = bitRate
            self.unrestrictedVector = unrestrictedVector
            self.arithmeticCoding = arithmeticCoding
            self.advancedPrediction = advancedPrediction
            self.pbFrames = pbFrames
        }
    }
}

extension H245.H263VideoMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let resolution = try H245.H263VideoMode.Resolution(from: &reader)
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 19200))
        let unrestrictedVector = try reader.takeBit()
        let arithmeticCoding = try reader.takeBit()
        let advancedPrediction = try reader.takeBit()
        let pbFrames = try reader.takeBit()
        self.init(
            resolution: resolution,
            bitRate: bitRate,
            unrestrictedVector: unrestrictedVector,
            arithmeticCoding: arithmeticCoding,
            advancedPrediction: advancedPrediction,
            pbFrames: pbFrames
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.errorCompensation = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.enhancementLayerInfo = try H245.EnhancementLayerInfo(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.h263Options = try H245.H263Options(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self.errorCompensation != nil)
        bitmap.insert(1, if: self._enhancementLayerInfo.isPresent)
        bitmap.insert(2, if: self._h263Options.isPresent)
        writer.put(!bitmap.isEmpty)
        self.resolution.encode(into: &writer)
        writer.putInteger(Int(self.bitRate), 1, 19200)
        writer.put(self.unrestrictedVector)
        writer.put(self.arithmeticCoding)
        writer.put(self.advancedPrediction)
        writer.put(self.pbFrames)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.errorCompensation {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.enhancementLayerInfo {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h263Options {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H263VideoMode {
    /// What `resolution` of ``H245.H263VideoMode`` holds.
    package enum Resolution: PERValue {
        case sqcif
        case qcif
        case cif
        case cif4
        case cif16
        case custom
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H263VideoMode.Resolution {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .custom
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .sqcif
        case 1:
            self = .qcif
        case 2:
            self = .cif
        case 3:
            self = .cif4
        default:
            self = .cif16
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .sqcif:
            writer.putExtensibleChoice(0, of: 5)
        case .qcif:
            writer.putExtensibleChoice(1, of: 5)
        case .cif:
            writer.putExtensibleChoice(2, of: 5)
        case .cif4:
            writer.putExtensibleChoice(3, of: 5)
        case .cif16:
            writer.putExtensibleChoice(4, of: 5)
        case .custom:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
