// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A message that asks for a response.
    package enum RequestMessage: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case masterSlaveDetermination(H245.MasterSlaveDetermination)
        indirect case terminalCapabilitySet(H245.TerminalCapabilitySet)
        indirect case openLogicalChannel(H245.OpenLogicalChannel)
        indirect case closeLogicalChannel(H245.CloseLogicalChannel)
        indirect case requestChannelClose(H245.RequestChannelClose)
        case multiplexEntrySend(H245.MultiplexEntrySend)
        case requestMultiplexEntry(H245.RequestMultiplexEntry)
        case requestMode(H245.RequestMode)
        case roundTripDelayRequest(H245.RoundTripDelayRequest)
        case maintenanceLoopRequest(H245.MaintenanceLoopRequest)
        case communicationModeRequest(H245.CommunicationModeRequest)
        case conferenceRequest(H245.ConferenceRequest)
        indirect case multilinkRequest(H245.MultilinkRequest)
        case logicalChannelRateRequest(H245.LogicalChannelRateRequest)
        case genericRequest(H245.GenericMessage)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RequestMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .communicationModeRequest(try H245.CommunicationModeRequest(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .conferenceRequest(try H245.ConferenceRequest(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .multilinkRequest(try H245.MultilinkRequest(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .logicalChannelRateRequest(try H245.LogicalChannelRateRequest(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .genericRequest(try H245.GenericMessage(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 10) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .masterSlaveDetermination(try H245.MasterSlaveDetermination(from: &reader))
        case 2:
            self = .terminalCapabilitySet(try H245.TerminalCapabilitySet(from: &reader))
        case 3:
            self = .openLogicalChannel(try H245.OpenLogicalChannel(from: &reader))
        case 4:
            self = .closeLogicalChannel(try H245.CloseLogicalChannel(from: &reader))
        case 5:
            self = .requestChannelClose(try H245.RequestChannelClose(from: &reader))
        case 6:
            self = .multiplexEntrySend(try H245.MultiplexEntrySend(from: &reader))
        case 7:
            self = .requestMultiplexEntry(try H245.RequestMultiplexEntry(from: &reader))
        case 8:
            self = .requestMode(try H245.RequestMode(from: &reader))
        case 9:
            self = .roundTripDelayRequest(try H245.RoundTripDelayRequest(from: &reader))
        default:
            self = .maintenanceLoopRequest(try H245.MaintenanceLoopRequest(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 11)
            value.encode(into: &writer)
        case .masterSlaveDetermination(let value):
            writer.putExtensibleChoice(1, of: 11)
            value.encode(into: &writer)
        case .terminalCapabilitySet(let value):
            writer.putExtensibleChoice(2, of: 11)
            value.encode(into: &writer)
        case .openLogicalChannel(let value):
            writer.putExtensibleChoice(3, of: 11)
            value.encode(into: &writer)
        case .closeLogicalChannel(let value):
            writer.putExtensibleChoice(4, of: 11)
            value.encode(into: &writer)
        case .requestChannelClose(let value):
            writer.putExtensibleChoice(5, of: 11)
            value.encode(into: &writer)
        case .multiplexEntrySend(let value):
            writer.putExtensibleChoice(6, of: 11)
            value.encode(into: &writer)
        case .requestMultiplexEntry(let value):
            writer.putExtensibleChoice(7, of: 11)
            value.encode(into: &writer)
        case .requestMode(let value):
            writer.putExtensibleChoice(8, of: 11)
            value.encode(into: &writer)
        case .roundTripDelayRequest(let value):
            writer.putExtensibleChoice(9, of: 11)
            value.encode(into: &writer)
        case .maintenanceLoopRequest(let value):
            writer.putExtensibleChoice(10, of: 11)
            value.encode(into: &writer)
        case .communicationModeRequest(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .conferenceRequest(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multilinkRequest(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .logicalChannelRateRequest(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericRequest(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
