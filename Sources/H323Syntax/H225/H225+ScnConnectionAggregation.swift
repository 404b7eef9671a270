// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ScnConnectionAggregation` (H.225.0).
    package enum ScnConnectionAggregation: PERValue {
        case auto
        case none
        case h221
        case bondedMode1
        case bondedMode2
        case bondedMode3
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ScnConnectionAggregation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .auto
        case 1:
            self = .none
        case 2:
            self = .h221
        case 3:
            self = .bondedMode1
        case 4:
            self = .bondedMode2
        default:
            self = .bondedMode3
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .auto:
            writer.putExtensibleChoice(0, of: 6)
        case .none:
            writer.putExtensibleChoice(1, of: 6)
        case .h221:
            writer.putExtensibleChoice(2, of: 6)
        case .bondedMode1:
            writer.putExtensibleChoice(3, of: 6)
        case .bondedMode2:
            writer.putExtensibleChoice(4, of: 6)
        case .bondedMode3:
            writer.putExtensibleChoice(5, of: 6)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
