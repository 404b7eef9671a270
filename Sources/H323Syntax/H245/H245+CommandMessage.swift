// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A message that asks for action and for no answer.
    package enum CommandMessage: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case maintenanceLoopOffCommand(H245.MaintenanceLoopOffCommand)
        case sendTerminalCapabilitySet(H245.SendTerminalCapabilitySet)
        case encryptionCommand(H245.EncryptionCommand)
        case flowControlCommand(H245.FlowControlCommand)
        indirect case endSessionCommand(H245.EndSessionCommand)
        indirect case miscellaneousCommand(H245.MiscellaneousCommand)
        case communicationModeCommand(H245.CommunicationModeCommand)
        case conferenceCommand(H245.ConferenceCommand)
        case h223MultiplexReconfiguration(H245.H223MultiplexReconfiguration)
        indirect case newATMVCCommand(H245.NewATMVCCommand)
        indirect case mobileMultilinkReconfigurationCommand(H245.MobileMultilinkReconfigurationCommand)
        case genericCommand(H245.GenericMessage)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CommandMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .communicationModeCommand(try H245.CommunicationModeCommand(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .conferenceCommand(try H245.ConferenceCommand(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .h223MultiplexReconfiguration(try H245.H223MultiplexReconfiguration(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .newATMVCCommand(try H245.NewATMVCCommand(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .mobileMultilinkReconfigurationCommand(
                    try H245.MobileMultilinkReconfigurationCommand(from: &reader)
                )
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .genericCommand(try H245.GenericMessage(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .maintenanceLoopOffCommand(try H245.MaintenanceLoopOffCommand(from: &reader))
        case 2:
            self = .sendTerminalCapabilitySet(try H245.SendTerminalCapabilitySet(from: &reader))
        case 3:
            self = .encryptionCommand(try H245.EncryptionCommand(from: &reader))
        case 4:
            self = .flowControlCommand(try H245.FlowControlCommand(from: &reader))
        case 5:
            self = .endSessionCommand(try H245.EndSessionCommand(from: &reader))
        default:
            self = .miscellaneousCommand(try H245.MiscellaneousCommand(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 7)
            value.encode(into: &writer)
        case .maintenanceLoopOffCommand(let value):
            writer.putExtensibleChoice(1, of: 7)
            value.encode(into: &writer)
        case .sendTerminalCapabilitySet(let value):
            writer.putExtensibleChoice(2, of: 7)
            value.encode(into: &writer)
        case .encryptionCommand(let value):
            writer.putExtensibleChoice(3, of: 7)
            value.encode(into: &writer)
        case .flowControlCommand(let value):
            writer.putExtensibleChoice(4, of: 7)
            value.encode(into: &writer)
        case .endSessionCommand(let value):
            writer.putExtensibleChoice(5, of: 7)
            value.encode(into: &writer)
        case .miscellaneousCommand(let value):
            writer.putExtensibleChoice(6, of: 7)
            value.encode(into: &writer)
        case .communicationModeCommand(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .conferenceCommand(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .h223MultiplexReconfiguration(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .newATMVCCommand(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .mobileMultilinkReconfigurationCommand(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericCommand(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
