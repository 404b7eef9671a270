// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A message of the H.245 control channel, of one of four kinds (annex A).
    package enum MultimediaSystemControlMessage: PERValue {
        indirect case request(H245.RequestMessage)
        indirect case response(H245.ResponseMessage)
        indirect case command(H245.CommandMessage)
        indirect case indication(H245.IndicationMessage)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultimediaSystemControlMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .request(try H245.RequestMessage(from: &reader))
        case 1:
            self = .response(try H245.ResponseMessage(from: &reader))
        case 2:
            self = .command(try H245.CommandMessage(from: &reader))
        default:
            self = .indication(try H245.IndicationMessage(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .request(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .response(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .command(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .indication(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
