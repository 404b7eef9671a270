// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `InfoRequestResponseStatus` (H.225.0).
    package enum InfoRequestResponseStatus: PERValue {
        case complete
        case incomplete
        case segment(UInt16)
        case invalidCall
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.InfoRequestResponseStatus {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .complete
        case 1:
            self = .incomplete
        case 2:
            self = .segment(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        default:
            self = .invalidCall
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .complete:
            writer.putExtensibleChoice(0, of: 4)
        case .incomplete:
            writer.putExtensibleChoice(1, of: 4)
        case .segment(let value):
            writer.putExtensibleChoice(2, of: 4)
            writer.putInteger(Int(value), 0, 65535)
        case .invalidCall:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
