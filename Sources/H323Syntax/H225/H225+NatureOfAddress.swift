// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `NatureOfAddress` (H.225.0).
    package enum NatureOfAddress: PERValue {
        case unknown
        case subscriberNumber
        case nationalNumber
        case internationalNumber
        case networkSpecificNumber
        case routingNumberNationalFormat
        case routingNumberNetworkSpecificFormat
        case routingNumberWithCalledDirectoryNumber
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.NatureOfAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .unknown
        case 1:
            self = .subscriberNumber
        case 2:
            self = .nationalNumber
        case 3:
            self = .internationalNumber
        case 4:
            self = .networkSpecificNumber
        case 5:
            self = .routingNumberNationalFormat
        case 6:
            self = .routingNumberNetworkSpecificFormat
        default:
            self = .routingNumberWithCalledDirectoryNumber
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 8)
        case .subscriberNumber:
            writer.putExtensibleChoice(1, of: 8)
        case .nationalNumber:
            writer.putExtensibleChoice(2, of: 8)
        case .internationalNumber:
            writer.putExtensibleChoice(3, of: 8)
        case .networkSpecificNumber:
            writer.putExtensibleChoice(4, of: 8)
        case .routingNumberNationalFormat:
            writer.putExtensibleChoice(5, of: 8)
        case .routingNumberNetworkSpecificFormat:
            writer.putExtensibleChoice(6, of: 8)
        case .routingNumberWithCalledDirectoryNumber:
            writer.putExtensibleChoice(7, of: 8)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
