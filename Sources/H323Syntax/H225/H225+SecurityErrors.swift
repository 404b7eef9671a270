// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SecurityErrors` (H.225.0).
    package enum SecurityErrors: PERValue {
        case securityWrongSyncTime
        case securityReplay
        case securityWrongGeneralID
        case securityWrongSendersID
        case securityIntegrityFailed
        case securityWrongOID
        case securityDHmismatch
        case securityCertificateExpired
        case securityCertificateDateInvalid
        case securityCertificateRevoked
        case securityCertificateNotReadable
        case securityCertificateSignatureInvalid
        case securityCertificateMissing
        case securityCertificateIncomplete
        case securityUnsupportedCertificateAlgOID
        case securityUnknownCA
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.SecurityErrors {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 15) {
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
        case 5:
            self = .securityWrongOID
        case 6:
            self = .securityDHmismatch
        case 7:
            self = .securityCertificateExpired
        case 8:
            self = .securityCertificateDateInvalid
        case 9:
            self = .securityCertificateRevoked
        case 10:
            self = .securityCertificateNotReadable
        case 11:
            self = .securityCertificateSignatureInvalid
        case 12:
            self = .securityCertificateMissing
        case 13:
            self = .securityCertificateIncomplete
        case 14:
            self = .securityUnsupportedCertificateAlgOID
        default:
            self = .securityUnknownCA
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .securityWrongSyncTime:
            writer.putExtensibleChoice(0, of: 16)
        case .securityReplay:
            writer.putExtensibleChoice(1, of: 16)
        case .securityWrongGeneralID:
            writer.putExtensibleChoice(2, of: 16)
        case .securityWrongSendersID:
            writer.putExtensibleChoice(3, of: 16)
        case .securityIntegrityFailed:
            writer.putExtensibleChoice(4, of: 16)
        case .securityWrongOID:
            writer.putExtensibleChoice(5, of: 16)
        case .securityDHmismatch:
            writer.putExtensibleChoice(6, of: 16)
        case .securityCertificateExpired:
            writer.putExtensibleChoice(7, of: 16)
        case .securityCertificateDateInvalid:
            writer.putExtensibleChoice(8, of: 16)
        case .securityCertificateRevoked:
            writer.putExtensibleChoice(9, of: 16)
        case .securityCertificateNotReadable:
            writer.putExtensibleChoice(10, of: 16)
        case .securityCertificateSignatureInvalid:
            writer.putExtensibleChoice(11, of: 16)
        case .securityCertificateMissing:
            writer.putExtensibleChoice(12, of: 16)
        case .securityCertificateIncomplete:
            writer.putExtensibleChoice(13, of: 16)
        case .securityUnsupportedCertificateAlgOID:
            writer.putExtensibleChoice(14, of: 16)
        case .securityUnknownCA:
            writer.putExtensibleChoice(15, of: 16)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
