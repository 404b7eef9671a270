// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RemoteMCRequest` (H.245).
    package enum RemoteMCRequest: PERValue {
        case masterActivate
        case slaveActivate
        case deActivate
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RemoteMCRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .masterActivate
        case 1:
            self = .slaveActivate
        default:
            self = .deActivate
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .masterActivate:
            writer.putExtensibleChoice(0, of: 3)
        case .slaveActivate:
            writer.putExtensibleChoice(1, of: 3)
        case .deActivate:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
