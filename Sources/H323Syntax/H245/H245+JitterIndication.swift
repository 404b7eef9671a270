// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `JitterIndication` (H.245).
    package struct JitterIndication: PERValue {
        /// `CHOICE`.
        package var scope: H245.JitterIndication.Scope

        /// `INTEGER (0..3)`.
        package var estimatedReceivedJitterMantissa: UInt8

        /// `INTEGER (0..7)`.
        package var estimatedReceivedJitterExponent: UInt8

        /// `INTEGER (0..15)`, optional.
        package var skippedFrameCount: UInt8?

        /// `INTEGER (0..262143)`, optional.
        package var additionalDecoderBuffer: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            scope: H245.JitterIndication.Scope,
            estimatedReceivedJitterMantissa: UInt8,
            estimatedReceivedJitterExponent: UInt8
        ) {
            self.scope = scope
            self.estimatedReceivedJitterMantissa = estimatedReceivedJitterMantissa
            self.estimatedReceivedJitterExponent = estimatedReceivedJitterExponent
        }
    }
}

extension H245.JitterIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let scope = try H245.JitterIndication.Scope(from: &reader)
        let estimatedReceivedJitterMantissa = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 3))
        let estimatedReceivedJitterExponent = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 7))
        self.init(
            scope: scope,
            estimatedReceivedJitterMantissa: estimatedReceivedJitterMantissa,
            estimatedReceivedJitterExponent: estimatedReceivedJitterExponent
        )
        if present & 1 << 1 != 0 {
            self.skippedFrameCount = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 15))
        }
        if present & 1 << 0 != 0 {
            self.additionalDecoderBuffer = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 262143))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.skippedFrameCount != nil)
        writer.put(self.additionalDecoderBuffer != nil)
        self.scope.encode(into: &writer)
        writer.putInteger(Int(self.estimatedReceivedJitterMantissa), 0, 3)
        writer.putInteger(Int(self.estimatedReceivedJitterExponent), 0, 7)
        if let value = self.skippedFrameCount {
            writer.putInteger(Int(value), 0, 15)
        }
        if let value = self.additionalDecoderBuffer {
            writer.putInteger(Int(value), 0, 262143)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.JitterIndication {
    /// What `scope` of ``H245.JitterIndication`` holds.
    package enum Scope: PERValue {
        case logicalChannelNumber(H245.LogicalChannelNumber)
        case resourceID(UInt16)
        case wholeMultiplex
    }
}

extension H245.JitterIndication.Scope {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .logicalChannelNumber(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        case 1:
            self = .resourceID(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        default:
            self = .wholeMultiplex
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .logicalChannelNumber(let value):
            writer.putChoice(0, of: 3)
            writer.putInteger(Int(value), 1, 65535)
        case .resourceID(let value):
            writer.putChoice(1, of: 3)
            writer.putInteger(Int(value), 0, 65535)
        case .wholeMultiplex:
            writer.putChoice(2, of: 3)
        }
    }
}
