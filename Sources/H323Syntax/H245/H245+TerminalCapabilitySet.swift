// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// What this end can receive and send, and what of it at the same time (clause C.3).
    package struct TerminalCapabilitySet: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `OBJECT IDENTIFIER`.
        package var protocolIdentifier: OID

        /// `MultiplexCapability`, optional.
        @BoxedIfPresent package var multiplexCapability: H245.MultiplexCapability?

        /// `SEQUENCE (SIZE (1..256)) OF CapabilityTableEntry`, optional.
        package var capabilityTable: [H245.CapabilityTableEntry]?

        /// `SEQUENCE (SIZE (1..256)) OF CapabilityDescriptor`, optional.
        package var capabilityDescriptors: [H245.CapabilityDescriptor]?

        /// `SEQUENCE OF GenericInformation`, addition 1.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, protocolIdentifier: OID) {
            self.sequenceNumber = sequenceNumber
            self.protocolIdentifier = protocolIdentifier
        }
    }
}

extension H245.TerminalCapabilitySet {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let protocolIdentifier = try reader.takeObjectIdentifier()
        self.init(sequenceNumber: sequenceNumber, protocolIdentifier: protocolIdentifier)
        if present & 1 << 2 != 0 {
            self.multiplexCapability = try H245.MultiplexCapability(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.capabilityTable = try reader.takeList(1, 256, of: H245.CapabilityTableEntry.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.capabilityDescriptors = try reader.takeList(1, 256, of: H245.CapabilityDescriptor.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._multiplexCapability.isPresent)
        writer.put(self.capabilityTable != nil)
        writer.put(self.capabilityDescriptors != nil)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putObjectIdentifier(self.protocolIdentifier)
        if let value = self.multiplexCapability {
            value.encode(into: &writer)
        }
        if let value = self.capabilityTable {
            writer.putList(value, 1, 256)
        }
        if let value = self.capabilityDescriptors {
            writer.putList(value, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericInformation {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
