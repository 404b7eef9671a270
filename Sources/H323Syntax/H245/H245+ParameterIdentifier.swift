// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// `ParameterIdentifier` (H.245).
    package enum ParameterIdentifier: PERValue {
        case standard(UInt8)
        case h221NonStandard(H245.NonStandardParameter)
        case uuid([UInt8])
        case domainBased(ByteString)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ParameterIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .standard(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127)))
        case 1:
            self = .h221NonStandard(try H245.NonStandardParameter(from: &reader))
        case 2:
            self = .uuid(try reader.takeOctets(16, 16))
        default:
            self = .domainBased(try reader.takeString(.ia5, 1, 64))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .standard(let value):
            writer.putExtensibleChoice(0, of: 4)
            writer.putInteger(Int(value), 0, 127)
        case .h221NonStandard(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .uuid(let value):
            writer.putExtensibleChoice(2, of: 4)
            writer.putOctets(value, 16, 16)
        case .domainBased(let value):
            writer.putExtensibleChoice(3, of: 4)
            writer.putString(value, .ia5, 1, 64)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
