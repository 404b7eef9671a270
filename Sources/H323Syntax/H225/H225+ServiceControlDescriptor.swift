// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `ServiceControlDescriptor` (H.225.0).
    package enum ServiceControlDescriptor: PERValue {
        case url(ByteString)
        case signal(H225.H248SignalsDescriptor)
        indirect case nonStandard(H225.NonStandardParameter)
        indirect case callCreditServiceControl(H225.CallCreditServiceControl)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.ServiceControlDescriptor {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .url(try reader.takeString(.ia5, 0, 512))
        case 1:
            self = .signal(try reader.takeOctets())
        case 2:
            self = .nonStandard(try H225.NonStandardParameter(from: &reader))
        default:
            self = .callCreditServiceControl(try H225.CallCreditServiceControl(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .url(let value):
            writer.putExtensibleChoice(0, of: 4)
            writer.putString(value, .ia5, 0, 512)
        case .signal(let value):
            writer.putExtensibleChoice(1, of: 4)
            writer.putOctets(value)
        case .nonStandard(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .callCreditServiceControl(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
