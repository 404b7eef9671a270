// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RTPPayloadType` (H.245).
    package struct RTPPayloadType: PERValue {
        /// `CHOICE`.
        @Boxed package var payloadDescriptor: H245.RTPPayloadType.PayloadDescriptor

        /// `INTEGER (0..127)`, optional.
        package var payloadType: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(payloadDescriptor: H245.RTPPayloadType.PayloadDescriptor) {
            self.payloadDescriptor = payloadDescriptor
        }
    }
}

extension H245.RTPPayloadType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let payloadDescriptor = try H245.RTPPayloadType.PayloadDescriptor(from: &reader)
        self.init(payloadDescriptor: payloadDescriptor)
        if present & 1 << 0 != 0 {
            self.payloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.payloadType != nil)
        self.payloadDescriptor.encode(into: &writer)
        if let value = self.payloadType {
            writer.putInteger(Int(value), 0, 127)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RTPPayloadType {
    /// What `payloadDescriptor` of ``H245.RTPPayloadType`` holds.
    package enum PayloadDescriptor: PERValue {
        case nonStandardIdentifier(H245.NonStandardParameter)
        case rfcNumber(Int)
        case oid(OID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RTPPayloadType.PayloadDescriptor {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandardIdentifier(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .rfcNumber(try reader.takeExtensibleInteger(1, 32768))
        default:
            self = .oid(try reader.takeObjectIdentifier())
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandardIdentifier(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .rfcNumber(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putExtensibleInteger(value, 1, 32768)
        case .oid(let value):
            writer.putExtensibleChoice(2, of: 3)
            writer.putObjectIdentifier(value)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
