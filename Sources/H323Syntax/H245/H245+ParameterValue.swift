// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ParameterValue` (H.245).
    package enum ParameterValue: PERValue {
        case logical
        case booleanArray(UInt8)
        case unsignedMin(UInt16)
        case unsignedMax(UInt16)
        case unsigned32Min(UInt32)
        case unsigned32Max(UInt32)
        case octetString([UInt8])
        case genericParameter([H245.GenericParameter])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ParameterValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .logical
        case 1:
            self = .booleanArray(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255)))
        case 2:
            self = .unsignedMin(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        case 3:
            self = .unsignedMax(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        case 4:
            self = .unsigned32Min(UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295)))
        case 5:
            self = .unsigned32Max(UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295)))
        case 6:
            self = .octetString(try reader.takeOctets())
        default:
            self = .genericParameter(try reader.takeList(0, nil, of: H245.GenericParameter.init(from:)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .logical:
            writer.putExtensibleChoice(0, of: 8)
        case .booleanArray(let value):
            writer.putExtensibleChoice(1, of: 8)
            writer.putInteger(Int(value), 0, 255)
        case .unsignedMin(let value):
            writer.putExtensibleChoice(2, of: 8)
            writer.putInteger(Int(value), 0, 65535)
        case .unsignedMax(let value):
            writer.putExtensibleChoice(3, of: 8)
            writer.putInteger(Int(value), 0, 65535)
        case .unsigned32Min(let value):
            writer.putExtensibleChoice(4, of: 8)
            writer.putInteger(Int(value), 0, 4_294_967_295)
        case .unsigned32Max(let value):
            writer.putExtensibleChoice(5, of: 8)
            writer.putInteger(Int(value), 0, 4_294_967_295)
        case .octetString(let value):
            writer.putExtensibleChoice(6, of: 8)
            writer.putOctets(value)
        case .genericParameter(let value):
            writer.putExtensibleChoice(7, of: 8)
            writer.putList(value, 0, nil)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
