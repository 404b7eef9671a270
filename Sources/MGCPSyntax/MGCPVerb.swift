package import ProtocolKit

/// What a command asks for (RFC 3435 §3.2.1.1).
package enum MGCPVerb: Hashable, Sendable {
    /// EPCF (§2.3.2).
    case endpointConfiguration
    /// CRCX (§2.3.5).
    case createConnection
    /// MDCX (§2.3.6).
    case modifyConnection
    /// DLCX (§2.3.7 to §2.3.9).
    case deleteConnection
    /// RQNT (§2.3.3).
    case notificationRequest
    /// NTFY (§2.3.4).
    case notify
    /// AUEP (§2.3.10).
    case auditEndpoint
    /// AUCX (§2.3.11).
    case auditConnection
    /// RSIP (§2.3.12).
    case restartInProgress
    /// MESG of the base package (appendix B.3).
    case message
    /// Any other four characters, as a number with the first in its highest octet; experimental ones start with X.
    case other(UInt32)

    /// The verb that these four capital letters and digits stand for.
    init(code: UInt32) {
        switch code {
        case 0x4550_4346: self = .endpointConfiguration
        case 0x4352_4358: self = .createConnection
        case 0x4D44_4358: self = .modifyConnection
        case 0x444C_4358: self = .deleteConnection
        case 0x5251_4E54: self = .notificationRequest
        case 0x4E54_4659: self = .notify
        case 0x4155_4550: self = .auditEndpoint
        case 0x4155_4358: self = .auditConnection
        case 0x5253_4950: self = .restartInProgress
        case 0x4D45_5347: self = .message
        default: self = .other(code)
        }
    }

    /// The verb with this name, a letter and three letters or digits of either case.
    package init?(_ name: ByteString) {
        var code: UInt32 = 0
        guard name.count == 4, let first = name.bytes.first, first.isASCIILetter else {
            return nil
        }
        for octet in name.bytes {
            guard octet.isASCIILetter || octet.isASCIIDigit else {
                return nil
            }
            code = code << 8 | UInt32(octet.asciiUppercased)
        }
        self.init(code: code)
    }

    /// The four characters, the first in the highest octet.
    package var code: UInt32 {
        switch self {
        case .endpointConfiguration: 0x4550_4346
        case .createConnection: 0x4352_4358
        case .modifyConnection: 0x4D44_4358
        case .deleteConnection: 0x444C_4358
        case .notificationRequest: 0x5251_4E54
        case .notify: 0x4E54_4659
        case .auditEndpoint: 0x4155_4550
        case .auditConnection: 0x4155_4358
        case .restartInProgress: 0x5253_4950
        case .message: 0x4D45_5347
        case .other(let code): code
        }
    }

    /// Whether no specification that we know defines it; such a command is answered 504.
    package var isUnknown: Bool {
        if case .other = self {
            return true
        }
        return false
    }

    /// Appends the four characters.
    package func append(to bytes: inout [UInt8]) {
        for shift in [UInt32(24), 16, 8, 0] {
            bytes.append(UInt8(truncatingIfNeeded: self.code >> shift))
        }
    }
}

extension MGCPVerb: CustomStringConvertible {
    package var description: String {
        var bytes: [UInt8] = []
        self.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
