// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `LogicalChannelRateRejectReason` (H.245).
    package enum LogicalChannelRateRejectReason: PERValue {
        case undefinedReason
        case insufficientResources
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.LogicalChannelRateRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .undefinedReason
        default:
            self = .insufficientResources
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .undefinedReason:
            writer.putExtensibleChoice(0, of: 2)
        case .insufficientResources:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
