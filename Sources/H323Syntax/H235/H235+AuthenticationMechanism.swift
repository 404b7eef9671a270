// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// How an endpoint may prove who it is.
    package enum AuthenticationMechanism: PERValue {
        case dhExch
        case pwdSymEnc
        case pwdHash
        case certSign
        case ipsec
        case tls
        case nonStandard(H235.NonStandardParameter)
        case authenticationBES(H235.AuthenticationBES)
        case keyExch(OID)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H235.AuthenticationMechanism {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .authenticationBES(try H235.AuthenticationBES(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .keyExch(try reader.takeObjectIdentifier())
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .dhExch
        case 1:
            self = .pwdSymEnc
        case 2:
            self = .pwdHash
        case 3:
            self = .certSign
        case 4:
            self = .ipsec
        case 5:
            self = .tls
        default:
            self = .nonStandard(try H235.NonStandardParameter(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .dhExch:
            writer.putExtensibleChoice(0, of: 7)
        case .pwdSymEnc:
            writer.putExtensibleChoice(1, of: 7)
        case .pwdHash:
            writer.putExtensibleChoice(2, of: 7)
        case .certSign:
            writer.putExtensibleChoice(3, of: 7)
        case .ipsec:
            writer.putExtensibleChoice(4, of: 7)
        case .tls:
            writer.putExtensibleChoice(5, of: 7)
        case .nonStandard(let value):
            writer.putExtensibleChoice(6, of: 7)
            value.encode(into: &writer)
        case .authenticationBES(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .keyExch(let value):
            let start = writer.beginAddition(1)
            writer.putObjectIdentifier(value)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
