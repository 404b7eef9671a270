// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallTerminationCause` (H.225.0).
    package enum CallTerminationCause: PERValue {
        case releaseCompleteReason(H225.ReleaseCompleteReason)
        case releaseCompleteCauseIE([UInt8])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.CallTerminationCause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .releaseCompleteReason(try H225.ReleaseCompleteReason(from: &reader))
        default:
            self = .releaseCompleteCauseIE(try reader.takeOctets(2, 32))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .releaseCompleteReason(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .releaseCompleteCauseIE(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putOctets(value, 2, 32)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
