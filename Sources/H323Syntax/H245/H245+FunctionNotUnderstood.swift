// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `FunctionNotUnderstood` (H.245).
    package indirect enum FunctionNotUnderstood: PERValue {
        case request(H245.RequestMessage)
        case response(H245.ResponseMessage)
        case command(H245.CommandMessage)
    }
}

extension H245.FunctionNotUnderstood {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .request(try H245.RequestMessage(from: &reader))
        case 1:
            self = .response(try H245.ResponseMessage(from: &reader))
        default:
            self = .command(try H245.CommandMessage(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .request(let value):
            writer.putChoice(0, of: 3)
            value.encode(into: &writer)
        case .response(let value):
            writer.putChoice(1, of: 3)
            value.encode(into: &writer)
        case .command(let value):
            writer.putChoice(2, of: 3)
            value.encode(into: &writer)
        }
    }
}
