// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A message that answers a request.
    package enum ResponseMessage: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case masterSlaveDeterminationAck(H245.MasterSlaveDeterminationAck)
        case masterSlaveDeterminationReject(H245.MasterSlaveDeterminationReject)
        case terminalCapabilitySetAck(H245.TerminalCapabilitySetAck)
        indirect case terminalCapabilitySetReject(H245.TerminalCapabilitySetReject)
        indirect case openLogicalChannelAck(H245.OpenLogicalChannelAck)
        indirect case openLogicalChannelReject(H245.OpenLogicalChannelReject)
        case closeLogicalChannelAck(H245.CloseLogicalChannelAck)
        case requestChannelCloseAck(H245.RequestChannelCloseAck)
        case requestChannelCloseReject(H245.RequestChannelCloseReject)
        case multiplexEntrySendAck(H245.MultiplexEntrySendAck)
        case multiplexEntrySendReject(H245.MultiplexEntrySendReject)
        case requestMultiplexEntryAck(H245.RequestMultiplexEntryAck)
        case requestMultiplexEntryReject(H245.RequestMultiplexEntryReject)
        case requestModeAck(H245.RequestModeAck)
        case requestModeReject(H245.RequestModeReject)
        case roundTripDelayResponse(H245.RoundTripDelayResponse)
        case maintenanceLoopAck(H245.MaintenanceLoopAck)
        indirect case maintenanceLoopReject(H245.MaintenanceLoopReject)
        case communicationModeResponse(H245.CommunicationModeResponse)
        case conferenceResponse(H245.ConferenceResponse)
        indirect case multilinkResponse(H245.MultilinkResponse)
        case logicalChannelRateAcknowledge(H245.LogicalChannelRateAcknowledge)
        indirect case logicalChannelRateReject(H245.LogicalChannelRateReject)
        case genericResponse(H245.GenericMessage)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ResponseMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .communicationModeResponse(try H245.CommunicationModeResponse(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .conferenceResponse(try H245.ConferenceResponse(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .multilinkResponse(try H245.MultilinkResponse(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .logicalChannelRateAcknowledge(try H245.LogicalChannelRateAcknowledge(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .logicalChannelRateReject(try H245.LogicalChannelRateReject(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .genericResponse(try H245.GenericMessage(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 18) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .masterSlaveDeterminationAck(try H245.MasterSlaveDeterminationAck(from: &reader))
        case 2:
            self = .masterSlaveDeterminationReject(try H245.MasterSlaveDeterminationReject(from: &reader))
        case 3:
            self = .terminalCapabilitySetAck(try H245.TerminalCapabilitySetAck(from: &reader))
        case 4:
            self = .terminalCapabilitySetReject(try H245.TerminalCapabilitySetReject(from: &reader))
        case 5:
            self = .openLogicalChannelAck(try H245.OpenLogicalChannelAck(from: &reader))
        case 6:
            self = .openLogicalChannelReject(try H245.OpenLogicalChannelReject(from: &reader))
        case 7:
            self = .closeLogicalChannelAck(try H245.CloseLogicalChannelAck(from: &reader))
        case 8:
            self = .requestChannelCloseAck(try H245.RequestChannelCloseAck(from: &reader))
        case 9:
            self = .requestChannelCloseReject(try H245.RequestChannelCloseReject(from: &reader))
        case 10:
            self = .multiplexEntrySendAck(try H245.MultiplexEntrySendAck(from: &reader))
        case 11:
            self = .multiplexEntrySendReject(try H245.MultiplexEntrySendReject(from: &reader))
        case 12:
            self = .requestMultiplexEntryAck(try H245.RequestMultiplexEntryAck(from: &reader))
        case 13:
            self = .requestMultiplexEntryReject(try H245.RequestMultiplexEntryReject(from: &reader))
        case 14:
            self = .requestModeAck(try H245.RequestModeAck(from: &reader))
        case 15:
            self = .requestModeReject(try H245.RequestModeReject(from: &reader))
        case 16:
            self = .roundTripDelayResponse(try H245.RoundTripDelayResponse(from: &reader))
        case 17:
            self = .maintenanceLoopAck(try H245.MaintenanceLoopAck(from: &reader))
        default:
            self = .maintenanceLoopReject(try H245.MaintenanceLoopReject(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 19)
            value.encode(into: &writer)
        case .masterSlaveDeterminationAck(let value):
            writer.putExtensibleChoice(1, of: 19)
            value.encode(into: &writer)
        case .masterSlaveDeterminationReject(let value):
            writer.putExtensibleChoice(2, of: 19)
            value.encode(into: &writer)
        case .terminalCapabilitySetAck(let value):
            writer.putExtensibleChoice(3, of: 19)
            value.encode(into: &writer)
        case .terminalCapabilitySetReject(let value):
            writer.putExtensibleChoice(4, of: 19)
            value.encode(into: &writer)
        case .openLogicalChannelAck(let value):
            writer.putExtensibleChoice(5, of: 19)
            value.encode(into: &writer)
        case .openLogicalChannelReject(let value):
            writer.putExtensibleChoice(6, of: 19)
            value.encode(into: &writer)
        case .closeLogicalChannelAck(let value):
            writer.putExtensibleChoice(7, of: 19)
            value.encode(into: &writer)
        case .requestChannelCloseAck(let value):
            writer.putExtensibleChoice(8, of: 19)
            value.encode(into: &writer)
        case .requestChannelCloseReject(let value):
            writer.putExtensibleChoice(9, of: 19)
            value.encode(into: &writer)
        case .multiplexEntrySendAck(let value):
            writer.putExtensibleChoice(10, of: 19)
            value.encode(into: &writer)
        case .multiplexEntrySendReject(let value):
            writer.putExtensibleChoice(11, of: 19)
            value.encode(into: &writer)
        case .requestMultiplexEntryAck(let value):
            writer.putExtensibleChoice(12, of: 19)
            value.encode(into: &writer)
        case .requestMultiplexEntryReject(let value):
            writer.putExtensibleChoice(13, of: 19)
            value.encode(into: &writer)
        case .requestModeAck(let value):
            writer.putExtensibleChoice(14, of: 19)
            value.encode(into: &writer)
        case .requestModeReject(let value):
            writer.putExtensibleChoice(15, of: 19)
            value.encode(into: &writer)
        case .roundTripDelayResponse(let value):
            writer.putExtensibleChoice(16, of: 19)
            value.encode(into: &writer)
        case .maintenanceLoopAck(let value):
            writer.putExtensibleChoice(17, of: 19)
            value.encode(into: &writer)
        case .maintenanceLoopReject(let value):
            writer.putExtensibleChoice(18, of: 19)
            value.encode(into: &writer)
        case .communicationModeResponse(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .conferenceResponse(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multilinkResponse(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .logicalChannelRateAcknowledge(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .logicalChannelRateReject(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericResponse(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
