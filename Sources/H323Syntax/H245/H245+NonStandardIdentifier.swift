// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `NonStandardIdentifier` (H.245).
    package enum NonStandardIdentifier: PERValue {
        case object(OID)
        case h221NonStandard(H245.NonStandardIdentifier.H221NonStandard)
    }
}

extension H245.NonStandardIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .object(try reader.takeObjectIdentifier())
        default:
            self = .h221NonStandard(try H245.NonStandardIdentifier.H221NonStandard(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .object(let value):
            writer.putChoice(0, of: 2)
            writer.putObjectIdentifier(value)
        case .h221NonStandard(let value):
            writer.putChoice(1, of: 2)
            value.encode(into: &writer)
        }
    }
}

extension H245.NonStandardIdentifier {
    /// What `h221NonStandard` of ``H245.NonStandardIdentifier`` holds.
    package struct H221NonStandard: PERValue {
        /// `INTEGER (0..255)`.
        package var t35CountryCode: UInt8

        /// `INTEGER (0..255)`.
        package var t35Extension: UInt8

        /// `INTEGER (0..65535)`.
        package var manufacturerCode: UInt16

        package init(t35CountryCode: UInt8, t35Extension: UInt8, manufacturerCode: UInt16) {
            self.t35CountryCode = t35CountryCode
            self.t35Extension = t35Extension
            self.manufacturerCode = manufacturerCode
        }
    }
}

extension H245.NonStandardIdentifier.H221NonStandard {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let t35CountryCode = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let t35Extension = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let manufacturerCode = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(t35CountryCode: t35CountryCode, t35Extension: t35Extension, manufacturerCode: manufacturerCode)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.t35CountryCode), 0, 255)
        writer.putInteger(Int(self.t35Extension), 0, 255)
        writer.putInteger(Int(self.manufacturerCode), 0, 65535)
    }
}
