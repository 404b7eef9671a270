// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConferenceRequest` (H.245).
    package enum ConferenceRequest: PERValue {
        case terminalListRequest
        case makeMeChair
        case cancelMakeMeChair
        case dropTerminal(H245.TerminalLabel)
        case requestTerminalID(H245.TerminalLabel)
        case enterH243Password
        case enterH243TerminalID
        case enterH243ConferenceID
        case enterExtensionAddress
        case requestChairTokenOwner
        indirect case requestTerminalCertificate(H245.ConferenceRequest.RequestTerminalCertificate)
        case broadcastMyLogicalChannel(H245.LogicalChannelNumber)
        case makeTerminalBroadcaster(H245.TerminalLabel)
        case sendThisSource(H245.TerminalLabel)
        case requestAllTerminalIDs
        case remoteMCRequest(H245.RemoteMCRequest)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .enterExtensionAddress
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .requestChairTokenOwner
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .requestTerminalCertificate(try H245.ConferenceRequest.RequestTerminalCertificate(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .broadcastMyLogicalChannel(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .makeTerminalBroadcaster(try H245.TerminalLabel(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .sendThisSource(try H245.TerminalLabel(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .requestAllTerminalIDs
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .remoteMCRequest(try H245.RemoteMCRequest(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .terminalListRequest
        case 1:
            self = .makeMeChair
        case 2:
            self = .cancelMakeMeChair
        case 3:
            self = .dropTerminal(try H245.TerminalLabel(from: &reader))
        case 4:
            self = .requestTerminalID(try H245.TerminalLabel(from: &reader))
        case 5:
            self = .enterH243Password
        case 6:
            self = .enterH243TerminalID
        default:
            self = .enterH243ConferenceID
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .terminalListRequest:
            writer.putExtensibleChoice(0, of: 8)
        case .makeMeChair:
            writer.putExtensibleChoice(1, of: 8)
        case .cancelMakeMeChair:
            writer.putExtensibleChoice(2, of: 8)
        case .dropTerminal(let value):
            writer.putExtensibleChoice(3, of: 8)
            value.encode(into: &writer)
        case .requestTerminalID(let value):
            writer.putExtensibleChoice(4, of: 8)
            value.encode(into: &writer)
        case .enterH243Password:
            writer.putExtensibleChoice(5, of: 8)
        case .enterH243TerminalID:
            writer.putExtensibleChoice(6, of: 8)
        case .enterH243ConferenceID:
            writer.putExtensibleChoice(7, of: 8)
        case .enterExtensionAddress:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .requestChairTokenOwner:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .requestTerminalCertificate(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .broadcastMyLogicalChannel(let value):
            let start = writer.beginAddition(3)
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        case .makeTerminalBroadcaster(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .sendThisSource(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .requestAllTerminalIDs:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .remoteMCRequest(let value):
            let start = writer.beginAddition(7)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.ConferenceRequest {
    /// What `requestTerminalCertificate` of ``H245.ConferenceRequest`` holds.
    package struct RequestTerminalCertificate: PERValue {
        /// `TerminalLabel`, optional.
        package var terminalLabel: H245.TerminalLabel?

        /// `CertSelectionCriteria`, optional.
        package var certSelectionCriteria: H245.CertSelectionCriteria?

        /// `INTEGER (1..4294967295)`, optional.
        package var sRandom: UInt32?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.ConferenceRequest.RequestTerminalCertificate {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.terminalLabel = try H245.TerminalLabel(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.certSelectionCriteria = try reader.takeList(1, 16, of: H245.Criteria.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.sRandom = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.terminalLabel != nil)
        writer.put(self.certSelectionCriteria != nil)
        writer.put(self.sRandom != nil)
        if let value = self.terminalLabel {
            value.encode(into: &writer)
        }
        if let value = self.certSelectionCriteria {
            writer.putList(value, 1, 16)
        }
        if let value = self.sRandom {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
