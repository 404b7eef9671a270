// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `RehomingModel` (H.225.0).
    package enum RehomingModel: PERValue {
        case gatekeeperBased
        case endpointBased
    }
}

extension H225.RehomingModel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .gatekeeperBased
        default:
            self = .endpointBased
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .gatekeeperBased:
            writer.putChoice(0, of: 2)
        case .endpointBased:
            writer.putChoice(1, of: 2)
        }
    }
}
