// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RTPH263VideoRedundancyEncoding` (H.245).
    package struct RTPH263VideoRedundancyEncoding: PERValue {
        /// `INTEGER (1..16)`.
        package var numberOfThreads: UInt8

        /// `INTEGER (1..256)`.
        package var framesBetweenSyncPoints: UInt16

        /// `CHOICE`.
        package var frameToThreadMapping: H245.RTPH263VideoRedundancyEncoding.FrameToThreadMapping

        /// `SEQUENCE (SIZE (1..256)) OF INTEGER (0..15)`, optional.
        package var containedThreads: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            numberOfThreads: UInt8,
            framesBetweenSyncPoints: UInt16,
            frameToThreadMapping: H245.RTPH263VideoRedundancyEncoding.FrameToThreadMapping
        ) {
            self.numberOfThreads = numberOfThreads
            self.framesBetweenSyncPoints = framesBetweenSyncPoints
            self.frameToThreadMapping = frameToThreadMapping
        }
    }
}

extension H245.RTPH263VideoRedundancyEncoding {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let numberOfThreads = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 16))
        let framesBetweenSyncPoints = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let frameToThreadMapping = try H245.RTPH263VideoRedundancyEncoding.FrameToThreadMapping(from: &reader)
        self.init(
            numberOfThreads: numberOfThreads,
            framesBetweenSyncPoints: framesBetweenSyncPoints,
            frameToThreadMapping: frameToThreadMapping
        )
        if present & 1 << 0 != 0 {
            self.containedThreads = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
            }
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.containedThreads != nil)
        writer.putInteger(Int(self.numberOfThreads), 1, 16)
        writer.putInteger(Int(self.framesBetweenSyncPoints), 1, 256)
        self.frameToThreadMapping.encode(into: &writer)
        if let value = self.containedThreads {
            writer.putList(value, 1, 256) { element, writer in
                writer.putInteger(Int(element), 0, 15)
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RTPH263VideoRedundancyEncoding {
    /// What `frameToThreadMapping` of ``H245.RTPH263VideoRedundancyEncoding`` holds.
    package enum FrameToThreadMapping: PERValue {
        case roundrobin
        case custom([H245.RTPH263VideoRedundancyFrameMapping])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RTPH263VideoRedundancyEncoding.FrameToThreadMapping {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .roundrobin
        default:
            self = .custom(try reader.takeList(1, 256, of: H245.RTPH263VideoRedundancyFrameMapping.init(from:)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .roundrobin:
            writer.putExtensibleChoice(0, of: 2)
        case .custom(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putList(value, 1, 256)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
