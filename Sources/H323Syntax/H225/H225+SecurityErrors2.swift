// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SecurityErrors2` (H.225.0).
    package enum SecurityErrors2: PERValue {
        case securityWrongSyncTime
        case securityReplay
        case securityWrongGeneralID
        case securityWrongSendersID
        case securityIntegrityFailed
        case securityWrongOID
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.SecurityErrors2 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .securityWrongSyncTime
        case 1:
            self = .securityReplay
        case 2:
            self = .securityWrongGeneralID
        case 3:
            self = .securityWrongSendersID
        case 4:
            self = .securityIntegrityFailed
        default:
            self = .securityWrongOID
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .securityWrongSyncTime:
            writer.putExtensibleChoice(0, of: 6)
        case .securityReplay:
            writer.putExtensibleChoice(1, of: 6)
        case .securityWrongGeneralID:
            writer.putExtensibleChoice(2, of: 6)
        case .securityWrongSendersID:
            writer.putExtensibleChoice(3, of: 6)
        case .securityIntegrityFailed:
            writer.putExtensibleChoice(4, of: 6)
        case .securityWrongOID:
            writer.putExtensibleChoice(5, of: 6)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
