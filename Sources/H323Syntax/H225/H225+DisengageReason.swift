// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `DisengageReason` (H.225.0).
    package enum DisengageReason: PERValue {
        case forcedDrop
        case normalDrop
        case undefinedReason
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.DisengageReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .forcedDrop
        case 1:
            self = .normalDrop
        default:
            self = .undefinedReason
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .forcedDrop:
            writer.putExtensibleChoice(0, of: 3)
        case .normalDrop:
            writer.putExtensibleChoice(1, of: 3)
        case .undefinedReason:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
