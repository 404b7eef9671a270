// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RemoteMCResponse` (H.245).
    package enum RemoteMCResponse: PERValue {
        case accept
        case reject(H245.RemoteMCResponse.Reject)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RemoteMCResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .accept
        default:
            self = .reject(try H245.RemoteMCResponse.Reject(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .accept:
            writer.putExtensibleChoice(0, of: 2)
        case .reject(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.RemoteMCResponse {
    /// What `reject` of ``H245.RemoteMCResponse`` holds.
    package enum Reject: PERValue {
        case unspecified
        case functionNotSupported
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RemoteMCResponse.Reject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .unspecified
        default:
            self = .functionNotSupported
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unspecified:
            writer.putExtensibleChoice(0, of: 2)
        case .functionNotSupported:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
