// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SupportedProtocols` (H.225.0).
    package enum SupportedProtocols: PERValue {
        indirect case nonStandardData(H225.NonStandardParameter)
        indirect case h310(H225.H310Caps)
        indirect case h320(H225.H320Caps)
        indirect case h321(H225.H321Caps)
        indirect case h322(H225.H322Caps)
        indirect case h323(H225.H323Caps)
        indirect case h324(H225.H324Caps)
        indirect case voice(H225.VoiceCaps)
        indirect case t120Only(H225.T120OnlyCaps)
        indirect case nonStandardProtocol(H225.NonStandardProtocol)
        indirect case t38FaxAnnexbOnly(H225.T38FaxAnnexbOnlyCaps)
        indirect case sip(H225.SIPCaps)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.SupportedProtocols {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .nonStandardProtocol(try H225.NonStandardProtocol(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .t38FaxAnnexbOnly(try H225.T38FaxAnnexbOnlyCaps(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .sip(try H225.SIPCaps(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 8) {
        case 0:
            self = .nonStandardData(try H225.NonStandardParameter(from: &reader))
        case 1:
            self = .h310(try H225.H310Caps(from: &reader))
        case 2:
            self = .h320(try H225.H320Caps(from: &reader))
        case 3:
            self = .h321(try H225.H321Caps(from: &reader))
        case 4:
            self = .h322(try H225.H322Caps(from: &reader))
        case 5:
            self = .h323(try H225.H323Caps(from: &reader))
        case 6:
            self = .h324(try H225.H324Caps(from: &reader))
        case 7:
            self = .voice(try H225.VoiceCaps(from: &reader))
        default:
            self = .t120Only(try H225.T120OnlyCaps(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandardData(let value):
            writer.putExtensibleChoice(0, of: 9)
            value.encode(into: &writer)
        case .h310(let value):
            writer.putExtensibleChoice(1, of: 9)
            value.encode(into: &writer)
        case .h320(let value):
            writer.putExtensibleChoice(2, of: 9)
            value.encode(into: &writer)
        case .h321(let value):
            writer.putExtensibleChoice(3, of: 9)
            value.encode(into: &writer)
        case .h322(let value):
            writer.putExtensibleChoice(4, of: 9)
            value.encode(into: &writer)
        case .h323(let value):
            writer.putExtensibleChoice(5, of: 9)
            value.encode(into: &writer)
        case .h324(let value):
            writer.putExtensibleChoice(6, of: 9)
            value.encode(into: &writer)
        case .voice(let value):
            writer.putExtensibleChoice(7, of: 9)
            value.encode(into: &writer)
        case .t120Only(let value):
            writer.putExtensibleChoice(8, of: 9)
            value.encode(into: &writer)
        case .nonStandardProtocol(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .t38FaxAnnexbOnly(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .sip(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
