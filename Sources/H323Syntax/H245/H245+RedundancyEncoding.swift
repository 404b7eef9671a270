// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncoding` (H.245).
    package struct RedundancyEncoding: PERValue {
        /// `RedundancyEncodingMethod`.
        @Boxed package var redundancyEncodingMethod: H245.RedundancyEncodingMethod

        /// `DataType`, optional.
        @BoxedIfPresent package var secondaryEncoding: H245.DataType?

        /// `SEQUENCE`, addition 1.
        package var rtpRedundancyEncoding: H245.RedundancyEncoding.RtpRedundancyEncoding?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(redundancyEncodingMethod: H245.RedundancyEncodingMethod) {
            self.redundancyEncodingMethod = redundancyEncodingMethod
        }
    }
}

extension H245.RedundancyEncoding {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let redundancyEncodingMethod = try H245.RedundancyEncodingMethod(from: &reader)
        self.init(redundancyEncodingMethod: redundancyEncodingMethod)
        if present & 1 << 0 != 0 {
            self.secondaryEncoding = try H245.DataType(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.rtpRedundancyEncoding = try H245.RedundancyEncoding.RtpRedundancyEncoding(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.rtpRedundancyEncoding != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._secondaryEncoding.isPresent)
        self.redundancyEncodingMethod.encode(into: &writer)
        if let value = self.secondaryEncoding {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.rtpRedundancyEncoding {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RedundancyEncoding {
    /// What `rtpRedundancyEncoding` of ``H245.RedundancyEncoding`` holds.
    package struct RtpRedundancyEncoding: PERValue {
        /// `RedundancyEncodingElement`, optional.
        @BoxedIfPresent package var primary: H245.RedundancyEncodingElement?

        /// `SEQUENCE OF RedundancyEncodingElement`, optional.
        package var secondary: [H245.RedundancyEncodingElement]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.RedundancyEncoding.RtpRedundancyEncoding {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.primary = try H245.RedundancyEncodingElement(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.secondary = try reader.takeList(0, nil, of: H245.RedundancyEncodingElement.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._primary.isPresent)
        writer.put(self.secondary != nil)
        if let value = self.primary {
            value.encode(into: &writer)
        }
        if let value = self.secondary {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
