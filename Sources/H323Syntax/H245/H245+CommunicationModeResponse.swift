// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CommunicationModeResponse` (H.245).
    package enum CommunicationModeResponse: PERValue {
        case communicationModeTable([H245.CommunicationModeTableEntry])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CommunicationModeResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .communicationModeTable(
                try reader.takeList(1, 256, of: H245.CommunicationModeTableEntry.init(from:))
            )
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .communicationModeTable(let value):
            writer.putExtensibleChoice(0, of: 1)
            writer.putList(value, 1, 256)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
