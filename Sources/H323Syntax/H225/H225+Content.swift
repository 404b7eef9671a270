// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `Content` (H.225.0).
    package enum Content: PERValue {
        case raw([UInt8])
        case text(ByteString)
        case unicode(BMPString)
        case bool(Bool)
        case number8(UInt8)
        case number16(UInt16)
        case number32(UInt32)
        case id(H225.GenericIdentifier)
        case alias(H225.AliasAddress)
        indirect case transport(H225.TransportAddress)
        case compound([H225.EnumeratedParameter])
        case nested([H225.GenericData])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.Content {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 11) {
        case 0:
            self = .raw(try reader.takeOctets())
        case 1:
            self = .text(try reader.takeString(.ia5))
        case 2:
            self = .unicode(try reader.takeBMPString())
        case 3:
            self = .bool(try reader.takeBit())
        case 4:
            self = .number8(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255)))
        case 5:
            self = .number16(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        case 6:
            self = .number32(UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295)))
        case 7:
            self = .id(try H225.GenericIdentifier(from: &reader))
        case 8:
            self = .alias(try H225.AliasAddress(from: &reader))
        case 9:
            self = .transport(try H225.TransportAddress(from: &reader))
        case 10:
            self = .compound(try reader.takeList(1, 512, of: H225.EnumeratedParameter.init(from:)))
        default:
            self = .nested(try reader.takeList(1, 16, of: H225.GenericData.init(from:)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .raw(let value):
            writer.putExtensibleChoice(0, of: 12)
            writer.putOctets(value)
        case .text(let value):
            writer.putExtensibleChoice(1, of: 12)
            writer.putString(value, .ia5)
        case .unicode(let value):
            writer.putExtensibleChoice(2, of: 12)
            writer.putBMPString(value)
        case .bool(let value):
            writer.putExtensibleChoice(3, of: 12)
            writer.put(value)
        case .number8(let value):
            writer.putExtensibleChoice(4, of: 12)
            writer.putInteger(Int(value), 0, 255)
        case .number16(let value):
            writer.putExtensibleChoice(5, of: 12)
            writer.putInteger(Int(value), 0, 65535)
        case .number32(let value):
            writer.putExtensibleChoice(6, of: 12)
            writer.putInteger(Int(value), 0, 4_294_967_295)
        case .id(let value):
            writer.putExtensibleChoice(7, of: 12)
            value.encode(into: &writer)
        case .alias(let value):
            writer.putExtensibleChoice(8, of: 12)
            value.encode(into: &writer)
        case .transport(let value):
            writer.putExtensibleChoice(9, of: 12)
            value.encode(into: &writer)
        case .compound(let value):
            writer.putExtensibleChoice(10, of: 12)
            writer.putList(value, 1, 512)
        case .nested(let value):
            writer.putExtensibleChoice(11, of: 12)
            writer.putList(value, 1, 16)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
