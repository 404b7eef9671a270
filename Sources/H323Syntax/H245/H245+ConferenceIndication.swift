// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConferenceIndication` (H.245).
    package enum ConferenceIndication: PERValue {
        case sbeNumber(UInt8)
        case terminalNumberAssign(H245.TerminalLabel)
        case terminalJoinedConference(H245.TerminalLabel)
        case terminalLeftConference(H245.TerminalLabel)
        case seenByAtLeastOneOther
        case cancelSeenByAtLeastOneOther
        case seenByAll
        case cancelSeenByAll
        case terminalYouAreSeeing(H245.TerminalLabel)
        case requestForFloor
        case withdrawChairToken
        case floorRequested(H245.TerminalLabel)
        case terminalYouAreSeeingInSubPictureNumber(H245.TerminalYouAreSeeingInSubPictureNumber)
        case videoIndicateCompose(H245.VideoIndicateCompose)
        case masterMCU
        case cancelMasterMCU
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .withdrawChairToken
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .floorRequested(try H245.TerminalLabel(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .terminalYouAreSeeingInSubPictureNumber(
                    try H245.TerminalYouAreSeeingInSubPictureNumber(from: &reader)
                )
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .videoIndicateCompose(try H245.VideoIndicateCompose(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .masterMCU
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .cancelMasterMCU
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 9) {
        case 0:
            self = .sbeNumber(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 9)))
        case 1:
            self = .terminalNumberAssign(try H245.TerminalLabel(from: &reader))
        case 2:
            self = .terminalJoinedConference(try H245.TerminalLabel(from: &reader))
        case 3:
            self = .terminalLeftConference(try H245.TerminalLabel(from: &reader))
        case 4:
            self = .seenByAtLeastOneOther
        case 5:
            self = .cancelSeenByAtLeastOneOther
        case 6:
            self = .seenByAll
        case 7:
            self = .cancelSeenByAll
        case 8:
            self = .terminalYouAreSeeing(try H245.TerminalLabel(from: &reader))
        default:
            self = .requestForFloor
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .sbeNumber(let value):
            writer.putExtensibleChoice(0, of: 10)
            writer.putInteger(Int(value), 0, 9)
        case .terminalNumberAssign(let value):
            writer.putExtensibleChoice(1, of: 10)
            value.encode(into: &writer)
        case .terminalJoinedConference(let value):
            writer.putExtensibleChoice(2, of: 10)
            value.encode(into: &writer)
        case .terminalLeftConference(let value):
            writer.putExtensibleChoice(3, of: 10)
            value.encode(into: &writer)
        case .seenByAtLeastOneOther:
            writer.putExtensibleChoice(4, of: 10)
        case .cancelSeenByAtLeastOneOther:
            writer.putExtensibleChoice(5, of: 10)
        case .seenByAll:
            writer.putExtensibleChoice(6, of: 10)
        case .cancelSeenByAll:
            writer.putExtensibleChoice(7, of: 10)
        case .terminalYouAreSeeing(let value):
            writer.putExtensibleChoice(8, of: 10)
            value.encode(into: &writer)
        case .requestForFloor:
            writer.putExtensibleChoice(9, of: 10)
        case .withdrawChairToken:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .floorRequested(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .terminalYouAreSeeingInSubPictureNumber(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .videoIndicateCompose(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .masterMCU:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .cancelMasterMCU:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
