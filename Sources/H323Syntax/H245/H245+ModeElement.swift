// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ModeElement` (H.245).
    package struct ModeElement: PERValue {
        /// `ModeElementType`.
        @Boxed package var type: H245.ModeElementType

        /// `H223ModeParameters`, optional.
        package var h223ModeParameters: H245.H223ModeParameters?

        /// `V76ModeParameters`, addition 1.
        package var v76ModeParameters: H245.V76ModeParameters?

        /// `H2250ModeParameters`, addition 2.
        @BoxedIfPresent package var h2250ModeParameters: H245.H2250ModeParameters?

        /// `GenericCapability`, addition 3.
        @BoxedIfPresent package var genericModeParameters: H245.GenericCapability?

        /// `MultiplexedStreamModeParameters`, addition 4.
        package var multiplexedStreamModeParameters: H245.MultiplexedStreamModeParameters?

        /// `LogicalChannelNumber`, addition 5.
        package var logicalChannelNumber: H245.LogicalChannelNumber?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.ModeElementType) {
            self.type = type
        }
    }
}

extension H245.ModeElement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let type = try H245.ModeElementType(from: &reader)
        self.init(type: type)
        if present & 1 << 0 != 0 {
            self.h223ModeParameters = try H245.H223ModeParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.v76ModeParameters = try H245.V76ModeParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.h2250ModeParameters = try H245.H2250ModeParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.genericModeParameters = try H245.GenericCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.multiplexedStreamModeParameters = try H245.MultiplexedStreamModeParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(4, of: bitmap) {
                self.logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 5)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 5, self.unrecognized)
        bitmap.insert(0, if: self.v76ModeParameters != nil)
        bitmap.insert(1, if: self._h2250ModeParameters.isPresent)
        bitmap.insert(2, if: self._genericModeParameters.isPresent)
        bitmap.insert(3, if: self.multiplexedStreamModeParameters != nil)
        bitmap.insert(4, if: self.logicalChannelNumber != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.h223ModeParameters != nil)
        self.type.encode(into: &writer)
        if let value = self.h223ModeParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.v76ModeParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.h2250ModeParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.genericModeParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.multiplexedStreamModeParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.logicalChannelNumber {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
