// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A capability that another standard defines, known by its identifier (H.245 annexes, H.241).
    package struct GenericCapability: PERValue {
        /// `CapabilityIdentifier`.
        @Boxed package var capabilityIdentifier: H245.CapabilityIdentifier

        /// `INTEGER (0..4294967295)`, optional.
        package var maxBitRate: UInt32?

        /// `SEQUENCE OF GenericParameter`, optional.
        package var collapsing: [H245.GenericParameter]?

        /// `SEQUENCE OF GenericParameter`, optional.
        package var nonCollapsing: [H245.GenericParameter]?

        /// `OCTET STRING`, optional.
        package var nonCollapsingRaw: [UInt8]?

        /// `DataProtocolCapability`, optional.
        @BoxedIfPresent package var transport: H245.DataProtocolCapability?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(capabilityIdentifier: H245.CapabilityIdentifier) {
            self.capabilityIdentifier = capabilityIdentifier
        }
    }
}

extension H245.GenericCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(5)
        let capabilityIdentifier = try H245.CapabilityIdentifier(from: &reader)
        self.init(capabilityIdentifier: capabilityIdentifier)
        if present & 1 << 4 != 0 {
            self.maxBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        if present & 1 << 3 != 0 {
            self.collapsing = try reader.takeList(0, nil, of: H245.GenericParameter.init(from:))
        }
        if present & 1 << 2 != 0 {
            self.nonCollapsing = try reader.takeList(0, nil, of: H245.GenericParameter.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.nonCollapsingRaw = try reader.takeOctets()
        }
        if present & 1 << 0 != 0 {
            self.transport = try H245.DataProtocolCapability(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.maxBitRate != nil)
        writer.put(self.collapsing != nil)
        writer.put(self.nonCollapsing != nil)
        writer.put(self.nonCollapsingRaw != nil)
        writer.put(self._transport.isPresent)
        self.capabilityIdentifier.encode(into: &writer)
        if let value = self.maxBitRate {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        if let value = self.collapsing {
            writer.putList(value, 0, nil)
        }
        if let value = self.nonCollapsing {
            writer.putList(value, 0, nil)
        }
        if let value = self.nonCollapsingRaw {
            writer.putOctets(value)
        }
        if let value = self.transport {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
