// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The control channel is about to close; nothing follows.
    package enum EndSessionCommand: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case disconnect
        case gstnOptions(H245.EndSessionCommand.GstnOptions)
        case isdnOptions(H245.EndSessionCommand.IsdnOptions)
        case genericInformation([H245.GenericInformation])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.EndSessionCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .isdnOptions(try H245.EndSessionCommand.IsdnOptions(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .genericInformation(try reader.takeList(0, nil, of: H245.GenericInformation.init(from:)))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .disconnect
        default:
            self = .gstnOptions(try H245.EndSessionCommand.GstnOptions(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .disconnect:
            writer.putExtensibleChoice(1, of: 3)
        case .gstnOptions(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .isdnOptions(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericInformation(let value):
            let start = writer.beginAddition(1)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.EndSessionCommand {
    /// What `gstnOptions` of ``H245.EndSessionCommand`` holds.
    package enum GstnOptions: PERValue {
        case telephonyMode
        case v8bis
        case v34DSVD
        case v34DuplexFAX
        case v34H324
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.EndSessionCommand.GstnOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .telephonyMode
        case 1:
            self = .v8bis
        case 2:
            self = .v34DSVD
        case 3:
            self = .v34DuplexFAX
        default:
            self = .v34H324
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .telephonyMode:
            writer.putExtensibleChoice(0, of: 5)
        case .v8bis:
            writer.putExtensibleChoice(1, of: 5)
        case .v34DSVD:
            writer.putExtensibleChoice(2, of: 5)
        case .v34DuplexFAX:
            writer.putExtensibleChoice(3, of: 5)
        case .v34H324:
            writer.putExtensibleChoice(4, of: 5)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.EndSessionCommand {
    /// What `isdnOptions` of ``H245.EndSessionCommand`` holds.
    package enum IsdnOptions: PERValue {
        case telephonyMode
        case v140
        case terminalOnHold
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.EndSessionCommand.IsdnOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .telephonyMode
        case 1:
            self = .v140
        default:
            self = .terminalOnHold
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .telephonyMode:
            writer.putExtensibleChoice(0, of: 3)
        case .v140:
            writer.putExtensibleChoice(1, of: 3)
        case .terminalOnHold:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
