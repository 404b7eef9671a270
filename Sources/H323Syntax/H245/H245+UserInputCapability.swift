// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `UserInputCapability` (H.245).
    package enum UserInputCapability: PERValue {
        case nonStandard([H245.NonStandardParameter])
        case basicString
        case iA5String
        case generalString
        case dtmf
        case hookflash
        case extendedAlphanumeric
        case encryptedBasicString
        case encryptedIA5String
        case encryptedGeneralString
        case secureDTMF
        indirect case genericUserInputCapability(H245.GenericCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.UserInputCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .extendedAlphanumeric
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .encryptedBasicString
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .encryptedIA5String
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .encryptedGeneralString
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .secureDTMF
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .genericUserInputCapability(try H245.GenericCapability(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .nonStandard(try reader.takeList(1, 16, of: H245.NonStandardParameter.init(from:)))
        case 1:
            self = .basicString
        case 2:
            self = .iA5String
        case 3:
            self = .generalString
        case 4:
            self = .dtmf
        default:
            self = .hookflash
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 6)
            writer.putList(value, 1, 16)
        case .basicString:
            writer.putExtensibleChoice(1, of: 6)
        case .iA5String:
            writer.putExtensibleChoice(2, of: 6)
        case .generalString:
            writer.putExtensibleChoice(3, of: 6)
        case .dtmf:
            writer.putExtensibleChoice(4, of: 6)
        case .hookflash:
            writer.putExtensibleChoice(5, of: 6)
        case .extendedAlphanumeric:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .encryptedBasicString:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .encryptedIA5String:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .encryptedGeneralString:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .secureDTMF:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .genericUserInputCapability(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
