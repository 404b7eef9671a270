// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `TunnelledProtocol` (H.225.0).
    package struct TunnelledProtocol: PERValue {
        /// `CHOICE`.
        @Boxed package var id: H225.TunnelledProtocol.Id

        /// `IA5String (SIZE (1..64))`, optional.
        package var subIdentifier: ByteString?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(id: H225.TunnelledProtocol.Id) {
            self.id = id
        }
    }
}

extension H225.TunnelledProtocol {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let id = try H225.TunnelledProtocol.Id(from: &reader)
        self.init(id: id)
        if present & 1 << 0 != 0 {
            self.subIdentifier = try reader.takeString(.ia5, 1, 64)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.subIdentifier != nil)
        self.id.encode(into: &writer)
        if let value = self.subIdentifier {
            writer.putString(value, .ia5, 1, 64)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.TunnelledProtocol {
    /// What `id` of ``H225.TunnelledProtocol`` holds.
    package enum Id: PERValue {
        case tunnelledProtocolObjectID(OID)
        case tunnelledProtocolAlternateID(H225.TunnelledProtocolAlternateIdentifier)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.TunnelledProtocol.Id {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .tunnelledProtocolObjectID(try reader.takeObjectIdentifier())
        default:
            self = .tunnelledProtocolAlternateID(try H225.TunnelledProtocolAlternateIdentifier(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .tunnelledProtocolObjectID(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putObjectIdentifier(value)
        case .tunnelledProtocolAlternateID(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
