// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CapabilityDescriptor` (H.245).
    package struct CapabilityDescriptor: PERValue {
        /// `CapabilityDescriptorNumber`.
        package var capabilityDescriptorNumber: H245.CapabilityDescriptorNumber

        /// `SEQUENCE (SIZE (1..256)) OF AlternativeCapabilitySet`, optional.
        package var simultaneousCapabilities: [H245.AlternativeCapabilitySet]?

        package init(capabilityDescriptorNumber: H245.CapabilityDescriptorNumber) {
            self.capabilityDescriptorNumber = capabilityDescriptorNumber
        }
    }
}

extension H245.CapabilityDescriptor {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let present = try reader.takeBits(1)
        let capabilityDescriptorNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(capabilityDescriptorNumber: capabilityDescriptorNumber)
        if present & 1 << 0 != 0 {
            self.simultaneousCapabilities = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                    UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                }
            }
        }
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.simultaneousCapabilities != nil)
        writer.putInteger(Int(self.capabilityDescriptorNumber), 0, 255)
        if let value = self.simultaneousCapabilities {
            writer.putList(value, 1, 256) { element, writer in
                writer.putList(element, 1, 256) { element, writer in
                    writer.putInteger(Int(element), 1, 65535)
                }
            }
        }
    }
}
