// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `DialingInformationNetworkType` (H.245).
    package enum DialingInformationNetworkType: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case nIsdn
        case gstn
        case mobile
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.DialingInformationNetworkType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .mobile
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .nIsdn
        default:
            self = .gstn
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .nIsdn:
            writer.putExtensibleChoice(1, of: 3)
        case .gstn:
            writer.putExtensibleChoice(2, of: 3)
        case .mobile:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
