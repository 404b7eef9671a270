// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// `Q2931Address` (H.245).
    package struct Q2931Address: PERValue {
        /// `CHOICE`.
        package var address: H245.Q2931Address.Address

        /// `OCTET STRING (SIZE (1..20))`, optional.
        package var subaddress: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(address: H245.Q2931Address.Address) {
            self.address = address
        }
    }
}

extension H245.Q2931Address {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let address = try H245.Q2931Address.Address(from: &reader)
        self.init(address: address)
        if present & 1 << 0 != 0 {
            self.subaddress = try reader.takeOctets(1, 20)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.subaddress != nil)
        self.address.encode(into: &writer)
        if let value = self.subaddress {
            writer.putOctets(value, 1, 20)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.Q2931Address {
    /// What `address` of ``H245.Q2931Address`` holds.
    package enum Address: PERValue {
        case internationalNumber(ByteString)
        case nsapAddress([UInt8])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.Q2931Address.Address {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .internationalNumber(try reader.takeString(.numeric, 1, 16))
        default:
            self = .nsapAddress(try reader.takeOctets(1, 20))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .internationalNumber(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putString(value, .numeric, 1, 16)
        case .nsapAddress(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putOctets(value, 1, 20)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
