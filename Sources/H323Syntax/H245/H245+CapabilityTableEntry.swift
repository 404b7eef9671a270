// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CapabilityTableEntry` (H.245).
    package struct CapabilityTableEntry: PERValue {
        /// `CapabilityTableEntryNumber`.
        package var capabilityTableEntryNumber: H245.CapabilityTableEntryNumber

        /// `Capability`, optional.
        @BoxedIfPresent package var capability: H245.Capability?

        package init(capabilityTableEntryNumber: H245.CapabilityTableEntryNumber) {
            self.capabilityTableEntryNumber = capabilityTableEntryNumber
        }
    }
}

extension H245.CapabilityTableEntry {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let present = try reader.takeBits(1)
        let capabilityTableEntryNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(capabilityTableEntryNumber: capabilityTableEntryNumber)
        if present & 1 << 0 != 0 {
            self.capability = try H245.Capability(from: &reader)
        }
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self._capability.isPresent)
        writer.putInteger(Int(self.capabilityTableEntryNumber), 1, 65535)
        if let value = self.capability {
            value.encode(into: &writer)
        }
    }
}
