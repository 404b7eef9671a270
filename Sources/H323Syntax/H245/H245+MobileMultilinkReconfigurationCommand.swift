// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MobileMultilinkReconfigurationCommand` (H.245).
    package struct MobileMultilinkReconfigurationCommand: PERValue {
        /// `INTEGER (1..255)`.
        package var sampleSize: UInt8

        /// `INTEGER (1..255)`.
        package var samplesPerFrame: UInt8

        /// `CHOICE`.
        package var status: H245.MobileMultilinkReconfigurationCommand.Status

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sampleSize: UInt8,
            samplesPerFrame: UInt8,
            status: H245.MobileMultilinkReconfigurationCommand.Status
        ) {
            self.sampleSize = sampleSize
            self.samplesPerFrame = samplesPerFrame
            self.status = status
        }
    }
}

extension H245.MobileMultilinkReconfigurationCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let sampleSize = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let samplesPerFrame = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let status = try H245.MobileMultilinkReconfigurationCommand.Status(from: &reader)
        self.init(sampleSize: sampleSize, samplesPerFrame: samplesPerFrame, status: status)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sampleSize), 1, 255)
        writer.putInteger(Int(self.samplesPerFrame), 1, 255)
        self.status.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MobileMultilinkReconfigurationCommand {
    /// What `status` of ``H245.MobileMultilinkReconfigurationCommand`` holds.
    package enum Status: PERValue {
        case synchronized
        case reconfiguration
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MobileMultilinkReconfigurationCommand.Status {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .synchronized
        default:
            self = .reconfiguration
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .synchronized:
            writer.putExtensibleChoice(0, of: 2)
        case .reconfiguration:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
