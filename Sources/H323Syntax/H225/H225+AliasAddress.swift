// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// A name or a number of an endpoint.
    package enum AliasAddress: PERValue {
        case dialledDigits(ByteString)
        case h323ID(BMPString)
        case urlID(ByteString)
        indirect case transportID(H225.TransportAddress)
        case emailID(ByteString)
        case partyNumber(H225.PartyNumber)
        case mobileUIM(H225.MobileUIM)
        case isupNumber(H225.IsupNumber)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.AliasAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .urlID(try reader.takeString(.ia5, 1, 512))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .transportID(try H225.TransportAddress(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .emailID(try reader.takeString(.ia5, 1, 512))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .partyNumber(try H225.PartyNumber(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .mobileUIM(try H225.MobileUIM(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .isupNumber(try H225.IsupNumber(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .dialledDigits(try reader.takeString(H225.numberDigits, 1, 128))
        default:
            self = .h323ID(try reader.takeBMPString(1, 256))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .dialledDigits(let value):
            writer.putExtensibleChoice(0, of: 2)
            writer.putString(value, H225.numberDigits, 1, 128)
        case .h323ID(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putBMPString(value, 1, 256)
        case .urlID(let value):
            let start = writer.beginAddition(0)
            writer.putString(value, .ia5, 1, 512)
            writer.endOpenType(start)
        case .transportID(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .emailID(let value):
            let start = writer.beginAddition(2)
            writer.putString(value, .ia5, 1, 512)
            writer.endOpenType(start)
        case .partyNumber(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .mobileUIM(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .isupNumber(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
