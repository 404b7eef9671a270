// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A message that tells something.
    package enum IndicationMessage: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case functionNotUnderstood(H245.FunctionNotUnderstood)
        case masterSlaveDeterminationRelease(H245.MasterSlaveDeterminationRelease)
        case terminalCapabilitySetRelease(H245.TerminalCapabilitySetRelease)
        case openLogicalChannelConfirm(H245.OpenLogicalChannelConfirm)
        case requestChannelCloseRelease(H245.RequestChannelCloseRelease)
        case multiplexEntrySendRelease(H245.MultiplexEntrySendRelease)
        case requestMultiplexEntryRelease(H245.RequestMultiplexEntryRelease)
        case requestModeRelease(H245.RequestModeRelease)
        indirect case miscellaneousIndication(H245.MiscellaneousIndication)
        indirect case jitterIndication(H245.JitterIndication)
        case h223SkewIndication(H245.H223SkewIndication)
        indirect case newATMVCIndication(H245.NewATMVCIndication)
        indirect case userInput(H245.UserInputIndication)
        case h2250MaximumSkewIndication(H245.H2250MaximumSkewIndication)
        case mcLocationIndication(H245.MCLocationIndication)
        case conferenceIndication(H245.ConferenceIndication)
        indirect case vendorIdentification(H245.VendorIdentification)
        indirect case functionNotSupported(H245.FunctionNotSupported)
        case multilinkIndication(H245.MultilinkIndication)
        case logicalChannelRateRelease(H245.LogicalChannelRateRelease)
        case flowControlIndication(H245.FlowControlIndication)
        case mobileMultilinkReconfigurationIndication(H245.MobileMultilinkReconfigurationIndication)
        case genericIndication(H245.GenericMessage)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.IndicationMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h2250MaximumSkewIndication(try H245.H2250MaximumSkewIndication(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .mcLocationIndication(try H245.MCLocationIndication(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .conferenceIndication(try H245.ConferenceIndication(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .vendorIdentification(try H245.VendorIdentification(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .functionNotSupported(try H245.FunctionNotSupported(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .multilinkIndication(try H245.MultilinkIndication(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .logicalChannelRateRelease(try H245.LogicalChannelRateRelease(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .flowControlIndication(try H245.FlowControlIndication(from: &reader))
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .mobileMultilinkReconfigurationIndication(
                    try H245.MobileMultilinkReconfigurationIndication(from: &reader)
                )
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .genericIndication(try H245.GenericMessage(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 13) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .functionNotUnderstood(try H245.FunctionNotUnderstood(from: &reader))
        case 2:
            self = .masterSlaveDeterminationRelease(try H245.MasterSlaveDeterminationRelease(from: &reader))
        case 3:
            self = .terminalCapabilitySetRelease(try H245.TerminalCapabilitySetRelease(from: &reader))
        case 4:
            self = .openLogicalChannelConfirm(try H245.OpenLogicalChannelConfirm(from: &reader))
        case 5:
            self = .requestChannelCloseRelease(try H245.RequestChannelCloseRelease(from: &reader))
        case 6:
            self = .multiplexEntrySendRelease(try H245.MultiplexEntrySendRelease(from: &reader))
        case 7:
            self = .requestMultiplexEntryRelease(try H245.RequestMultiplexEntryRelease(from: &reader))
        case 8:
            self = .requestModeRelease(try H245.RequestModeRelease(from: &reader))
        case 9:
            self = .miscellaneousIndication(try H245.MiscellaneousIndication(from: &reader))
        case 10:
            self = .jitterIndication(try H245.JitterIndication(from: &reader))
        case 11:
            self = .h223SkewIndication(try H245.H223SkewIndication(from: &reader))
        case 12:
            self = .newATMVCIndication(try H245.NewATMVCIndication(from: &reader))
        default:
            self = .userInput(try H245.UserInputIndication(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 14)
            value.encode(into: &writer)
        case .functionNotUnderstood(let value):
            writer.putExtensibleChoice(1, of: 14)
            value.encode(into: &writer)
        case .masterSlaveDeterminationRelease(let value):
            writer.putExtensibleChoice(2, of: 14)
            value.encode(into: &writer)
        case .terminalCapabilitySetRelease(let value):
            writer.putExtensibleChoice(3, of: 14)
            value.encode(into: &writer)
        case .openLogicalChannelConfirm(let value):
            writer.putExtensibleChoice(4, of: 14)
            value.encode(into: &writer)
        case .requestChannelCloseRelease(let value):
            writer.putExtensibleChoice(5, of: 14)
            value.encode(into: &writer)
        case .multiplexEntrySendRelease(let value):
            writer.putExtensibleChoice(6, of: 14)
            value.encode(into: &writer)
        case .requestMultiplexEntryRelease(let value):
            writer.putExtensibleChoice(7, of: 14)
            value.encode(into: &writer)
        case .requestModeRelease(let value):
            writer.putExtensibleChoice(8, of: 14)
            value.encode(into: &writer)
        case .miscellaneousIndication(let value):
            writer.putExtensibleChoice(9, of: 14)
            value.encode(into: &writer)
        case .jitterIndication(let value):
            writer.putExtensibleChoice(10, of: 14)
            value.encode(into: &writer)
        case .h223SkewIndication(let value):
            writer.putExtensibleChoice(11, of: 14)
            value.encode(into: &writer)
        case .newATMVCIndication(let value):
            writer.putExtensibleChoice(12, of: 14)
            value.encode(into: &writer)
        case .userInput(let value):
            writer.putExtensibleChoice(13, of: 14)
            value.encode(into: &writer)
        case .h2250MaximumSkewIndication(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .mcLocationIndication(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .conferenceIndication(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .vendorIdentification(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .functionNotSupported(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multilinkIndication(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .logicalChannelRateRelease(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .flowControlIndication(let value):
            let start = writer.beginAddition(7)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .mobileMultilinkReconfigurationIndication(let value):
            let start = writer.beginAddition(8)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericIndication(let value):
            let start = writer.beginAddition(9)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
