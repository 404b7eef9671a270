// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Whether call signaling goes directly or through the gatekeeper.
    package enum CallModel: PERValue {
        case direct
        case gatekeeperRouted
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CallModel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .direct
        default:
            self = .gatekeeperRouted
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .direct:
            writer.putExtensibleChoice(0, of: 2)
        case .gatekeeperRouted:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
