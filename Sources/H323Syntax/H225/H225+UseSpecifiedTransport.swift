// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `UseSpecifiedTransport` (H.225.0).
    package enum UseSpecifiedTransport: PERValue {
        case tcp
        case annexE
        case sctp
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.UseSpecifiedTransport {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .sctp
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .tcp
        default:
            self = .annexE
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .tcp:
            writer.putExtensibleChoice(0, of: 2)
        case .annexE:
            writer.putExtensibleChoice(1, of: 2)
        case .sctp:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
