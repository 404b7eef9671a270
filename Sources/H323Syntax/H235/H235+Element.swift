// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `Element` (H.235.0).
    package enum Element: PERValue {
        case octets([UInt8])
        case integer(Int)
        case bits(BitString)
        case name(BMPString)
        case flag(Bool)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.Element {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .octets(try reader.takeOctets())
        case 1:
            self = .integer(try reader.takeUnconstrainedInteger())
        case 2:
            self = .bits(try reader.takeBitString())
        case 3:
            self = .name(try reader.takeBMPString())
        default:
            self = .flag(try reader.takeBit())
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .octets(let value):
            writer.putExtensibleChoice(0, of: 5)
            writer.putOctets(value)
        case .integer(let value):
            writer.putExtensibleChoice(1, of: 5)
            writer.putUnconstrainedInteger(value)
        case .bits(let value):
            writer.putExtensibleChoice(2, of: 5)
            writer.putBitString(value)
        case .name(let value):
            writer.putExtensibleChoice(3, of: 5)
            writer.putBMPString(value)
        case .flag(let value):
            writer.putExtensibleChoice(4, of: 5)
            writer.put(value)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
