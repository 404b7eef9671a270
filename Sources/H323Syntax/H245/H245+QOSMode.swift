// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `QOSMode` (H.245).
    package enum QOSMode: PERValue {
        case guaranteedQOS
        case controlledLoad
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.QOSMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .guaranteedQOS
        default:
            self = .controlledLoad
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .guaranteedQOS:
            writer.putExtensibleChoice(0, of: 2)
        case .controlledLoad:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
