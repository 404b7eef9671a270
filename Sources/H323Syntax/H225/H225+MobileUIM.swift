// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `MobileUIM` (H.225.0).
    package enum MobileUIM: PERValue {
        indirect case ansi41Uim(H225.ANSI41UIM)
        indirect case gsmUim(H225.GSMUIM)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.MobileUIM {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .ansi41Uim(try H225.ANSI41UIM(from: &reader))
        default:
            self = .gsmUim(try H225.GSMUIM(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .ansi41Uim(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .gsmUim(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
