// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ScnConnectionType` (H.225.0).
    package enum ScnConnectionType: PERValue {
        case unknown
        case bChannel
        case hybrid2x64
        case hybrid384
        case hybrid1536
        case hybrid1920
        case multirate
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ScnConnectionType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .unknown
        case 1:
            self = .bChannel
        case 2:
            self = .hybrid2x64
        case 3:
            self = .hybrid384
        case 4:
            self = .hybrid1536
        case 5:
            self = .hybrid1920
        default:
            self = .multirate
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 7)
        case .bChannel:
            writer.putExtensibleChoice(1, of: 7)
        case .hybrid2x64:
            writer.putExtensibleChoice(2, of: 7)
        case .hybrid384:
            writer.putExtensibleChoice(3, of: 7)
        case .hybrid1536:
            writer.putExtensibleChoice(4, of: 7)
        case .hybrid1920:
            writer.putExtensibleChoice(5, of: 7)
        case .multirate:
            writer.putExtensibleChoice(6, of: 7)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
