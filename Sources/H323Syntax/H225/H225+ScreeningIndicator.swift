// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ScreeningIndicator` (H.225.0).
    package enum ScreeningIndicator: PERValue {
        case userProvidedNotScreened
        case userProvidedVerifiedAndPassed
        case userProvidedVerifiedAndFailed
        case networkProvided
        /// What a newer version has added.
        case unrecognized(Int)
    }
}

extension H225.ScreeningIndicator {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeNormallySmall())
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .userProvidedNotScreened
        case 1:
            self = .userProvidedVerifiedAndPassed
        case 2:
            self = .userProvidedVerifiedAndFailed
        default:
            self = .networkProvided
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .userProvidedNotScreened:
            writer.putExtensibleChoice(0, of: 4)
        case .userProvidedVerifiedAndPassed:
            writer.putExtensibleChoice(1, of: 4)
        case .userProvidedVerifiedAndFailed:
            writer.putExtensibleChoice(2, of: 4)
        case .networkProvided:
            writer.putExtensibleChoice(3, of: 4)
        case .unrecognized(let value):
            writer.put(true)
            writer.putNormallySmall(value)
        }
    }
}
