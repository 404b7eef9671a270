// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConferenceCommand` (H.245).
    package enum ConferenceCommand: PERValue {
        case broadcastMyLogicalChannel(H245.LogicalChannelNumber)
        case cancelBroadcastMyLogicalChannel(H245.LogicalChannelNumber)
        case makeTerminalBroadcaster(H245.TerminalLabel)
        case cancelMakeTerminalBroadcaster
        case sendThisSource(H245.TerminalLabel)
        case cancelSendThisSource
        case dropConference
        case substituteConferenceIDCommand(H245.SubstituteConferenceIDCommand)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .substituteConferenceIDCommand(try H245.SubstituteConferenceIDCommand(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 6) {
        case 0:
            self = .broadcastMyLogicalChannel(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        case 1:
            self = .cancelBroadcastMyLogicalChannel(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        case 2:
            self = .makeTerminalBroadcaster(try H245.TerminalLabel(from: &reader))
        case 3:
            self = .cancelMakeTerminalBroadcaster
        case 4:
            self = .sendThisSource(try H245.TerminalLabel(from: &reader))
        case 5:
            self = .cancelSendThisSource
        default:
            self = .dropConference
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .broadcastMyLogicalChannel(let value):
            writer.putExtensibleChoice(0, of: 7)
            writer.putInteger(Int(value), 1, 65535)
        case .cancelBroadcastMyLogicalChannel(let value):
            writer.putExtensibleChoice(1, of: 7)
            writer.putInteger(Int(value), 1, 65535)
        case .makeTerminalBroadcaster(let value):
            writer.putExtensibleChoice(2, of: 7)
            value.encode(into: &writer)
        case .cancelMakeTerminalBroadcaster:
            writer.putExtensibleChoice(3, of: 7)
        case .sendThisSource(let value):
            writer.putExtensibleChoice(4, of: 7)
            value.encode(into: &writer)
        case .cancelSendThisSource:
            writer.putExtensibleChoice(5, of: 7)
        case .dropConference:
            writer.putExtensibleChoice(6, of: 7)
        case .substituteConferenceIDCommand(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
