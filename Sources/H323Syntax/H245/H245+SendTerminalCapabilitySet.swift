// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `SendTerminalCapabilitySet` (H.245).
    package enum SendTerminalCapabilitySet: PERValue {
        indirect case specificRequest(H245.SendTerminalCapabilitySet.SpecificRequest)
        case genericRequest
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.SendTerminalCapabilitySet {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .specificRequest(try H245.SendTerminalCapabilitySet.SpecificRequest(from: &reader))
        default:
            self = .genericRequest
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .specificRequest(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .genericRequest:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.SendTerminalCapabilitySet {
    /// What `specificRequest` of ``H245.SendTerminalCapabilitySet`` holds.
    package struct SpecificRequest: PERValue {
        /// `BOOLEAN`.
        package var multiplexCapability: Bool

        /// `SEQUENCE (SIZE (1..65535)) OF CapabilityTableEntryNumber`, optional.
        package var capabilityTableEntryNumbers: [H245.CapabilityTableEntryNumber]?

        /// `SEQUENCE (SIZE (1..256)) OF CapabilityDescriptorNumber`, optional.
        package var capabilityDescriptorNumbers: [H245.CapabilityDescriptorNumber]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(multiplexCapability: Bool) {
            self.multiplexCapability = multiplexCapability
        }
    }
}

extension H245.SendTerminalCapabilitySet.SpecificRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let multiplexCapability = try reader.takeBit()
        self.init(multiplexCapability: multiplexCapability)
        if present & 1 << 1 != 0 {
            self.capabilityTableEntryNumbers = try reader.takeList(1, 65535) { reader throws(H323SyntaxError) in
                UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
            }
        }
        if present & 1 << 0 != 0 {
            self.capabilityDescriptorNumbers = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
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
        writer.put(self.capabilityTableEntryNumbers != nil)
        writer.put(self.capabilityDescriptorNumbers != nil)
        writer.put(self.multiplexCapability)
        if let value = self.capabilityTableEntryNumbers {
            writer.putList(value, 1, 65535) { element, writer in
                writer.putInteger(Int(element), 1, 65535)
            }
        }
        if let value = self.capabilityDescriptorNumbers {
            writer.putList(value, 1, 256) { element, writer in
                writer.putInteger(Int(element), 0, 255)
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
