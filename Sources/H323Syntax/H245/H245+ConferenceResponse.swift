// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConferenceResponse` (H.245).
    package enum ConferenceResponse: PERValue {
        indirect case mCTerminalIDResponse(H245.ConferenceResponse.MCTerminalIDResponse)
        indirect case terminalIDResponse(H245.ConferenceResponse.TerminalIDResponse)
        indirect case conferenceIDResponse(H245.ConferenceResponse.ConferenceIDResponse)
        indirect case passwordResponse(H245.ConferenceResponse.PasswordResponse)
        case terminalListResponse([H245.TerminalLabel])
        case videoCommandReject
        case terminalDropReject
        case makeMeChairResponse(H245.ConferenceResponse.MakeMeChairResponse)
        case extensionAddressResponse(H245.ConferenceResponse.ExtensionAddressResponse)
        indirect case chairTokenOwnerResponse(H245.ConferenceResponse.ChairTokenOwnerResponse)
        indirect case terminalCertificateResponse(H245.ConferenceResponse.TerminalCertificateResponse)
        case broadcastMyLogicalChannelResponse(H245.ConferenceResponse.BroadcastMyLogicalChannelResponse)
        case makeTerminalBroadcasterResponse(H245.ConferenceResponse.MakeTerminalBroadcasterResponse)
        case sendThisSourceResponse(H245.ConferenceResponse.SendThisSourceResponse)
        case requestAllTerminalIDsResponse(H245.RequestAllTerminalIDsResponse)
        case remoteMCResponse(H245.RemoteMCResponse)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .extensionAddressResponse(try H245.ConferenceResponse.ExtensionAddressResponse(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .chairTokenOwnerResponse(try H245.ConferenceResponse.ChairTokenOwnerResponse(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .terminalCertificateResponse(
                    try H245.ConferenceResponse.TerminalCertificateResponse(from: &reader)
                )
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .broadcastMyLogicalChannelResponse(
                    try H245.ConferenceResponse.BroadcastMyLogicalChannelResponse(from: &reader)
                )
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .makeTerminalBroadcasterResponse(
                    try H245.ConferenceResponse.MakeTerminalBroadcasterResponse(from: &reader)
                )
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .sendThisSourceResponse(try H245.ConferenceResponse.SendThisSourceResponse(from: &reader))
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .requestAllTerminalIDsResponse(try H245.RequestAllTerminalIDsResponse(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .remoteMCResponse(try H245.RemoteMCResponse(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .mCTerminalIDResponse(try H245.ConferenceResponse.MCTerminalIDResponse(from: &reader))
        case 1:
            self = .terminalIDResponse(try H245.ConferenceResponse.TerminalIDResponse(from: &reader))
        case 2:
            self = .conferenceIDResponse(try H245.ConferenceResponse.ConferenceIDResponse(from: &reader))
        case 3:
            self = .passwordResponse(try H245.ConferenceResponse.PasswordResponse(from: &reader))
        case 4:
            self = .terminalListResponse(try reader.takeList(1, 256, of: H245.TerminalLabel.init(from:)))
        case 5:
            self = .videoCommandReject
        case 6:
            self = .terminalDropReject
        default:
            self = .makeMeChairResponse(try H245.ConferenceResponse.MakeMeChairResponse(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .mCTerminalIDResponse(let value):
            writer.putExtensibleChoice(0, of: 8)
            value.encode(into: &writer)
        case .terminalIDResponse(let value):
            writer.putExtensibleChoice(1, of: 8)
            value.encode(into: &writer)
        case .conferenceIDResponse(let value):
            writer.putExtensibleChoice(2, of: 8)
            value.encode(into: &writer)
        case .passwordResponse(let value):
            writer.putExtensibleChoice(3, of: 8)
            value.encode(into: &writer)
        case .terminalListResponse(let value):
            writer.putExtensibleChoice(4, of: 8)
            writer.putList(value, 1, 256)
        case .videoCommandReject:
            writer.putExtensibleChoice(5, of: 8)
        case .terminalDropReject:
            writer.putExtensibleChoice(6, of: 8)
        case .makeMeChairResponse(let value):
            writer.putExtensibleChoice(7, of: 8)
            value.encode(into: &writer)
        case .extensionAddressResponse(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .chairTokenOwnerResponse(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .terminalCertificateResponse(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .broadcastMyLogicalChannelResponse(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .makeTerminalBroadcasterResponse(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .sendThisSourceResponse(let value):
            let start = writer.beginAddition(5)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .requestAllTerminalIDsResponse(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .remoteMCResponse(let value):
            let start = writer.beginAddition(7)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.ConferenceResponse {
    /// What `mCTerminalIDResponse` of ``H245.ConferenceResponse`` holds.
    package struct MCTerminalIDResponse: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `TerminalID`.
        package var terminalID: H245.TerminalID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, terminalID: H245.TerminalID) {
            self.terminalLabel = terminalLabel
            self.terminalID = terminalID
        }
    }
}

extension H245.ConferenceResponse.MCTerminalIDResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let terminalID = try reader.takeOctets(1, 128)
        self.init(terminalLabel: terminalLabel, terminalID: terminalID)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.terminalID, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `terminalIDResponse` of ``H245.ConferenceResponse`` holds.
    package struct TerminalIDResponse: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `TerminalID`.
        package var terminalID: H245.TerminalID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, terminalID: H245.TerminalID) {
            self.terminalLabel = terminalLabel
            self.terminalID = terminalID
        }
    }
}

extension H245.ConferenceResponse.TerminalIDResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let terminalID = try reader.takeOctets(1, 128)
        self.init(terminalLabel: terminalLabel, terminalID: terminalID)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.terminalID, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `conferenceIDResponse` of ``H245.ConferenceResponse`` holds.
    package struct ConferenceIDResponse: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `ConferenceID`.
        package var conferenceID: H245.ConferenceID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, conferenceID: H245.ConferenceID) {
            self.terminalLabel = terminalLabel
            self.conferenceID = conferenceID
        }
    }
}

extension H245.ConferenceResponse.ConferenceIDResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let conferenceID = try reader.takeOctets(1, 32)
        self.init(terminalLabel: terminalLabel, conferenceID: conferenceID)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.conferenceID, 1, 32)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `passwordResponse` of ``H245.ConferenceResponse`` holds.
    package struct PasswordResponse: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `Password`.
        package var password: H245.Password

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, password: H245.Password) {
            self.terminalLabel = terminalLabel
            self.password = password
        }
    }
}

extension H245.ConferenceResponse.PasswordResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let password = try reader.takeOctets(1, 32)
        self.init(terminalLabel: terminalLabel, password: password)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.password, 1, 32)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `makeMeChairResponse` of ``H245.ConferenceResponse`` holds.
    package enum MakeMeChairResponse: PERValue {
        case grantedChairToken
        case deniedChairToken
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceResponse.MakeMeChairResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .grantedChairToken
        default:
            self = .deniedChairToken
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .grantedChairToken:
            writer.putExtensibleChoice(0, of: 2)
        case .deniedChairToken:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.ConferenceResponse {
    /// What `extensionAddressResponse` of ``H245.ConferenceResponse`` holds.
    package struct ExtensionAddressResponse: PERValue {
        /// `TerminalID`.
        package var extensionAddress: H245.TerminalID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(extensionAddress: H245.TerminalID) {
            self.extensionAddress = extensionAddress
        }
    }
}

extension H245.ConferenceResponse.ExtensionAddressResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let extensionAddress = try reader.takeOctets(1, 128)
        self.init(extensionAddress: extensionAddress)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putOctets(self.extensionAddress, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `chairTokenOwnerResponse` of ``H245.ConferenceResponse`` holds.
    package struct ChairTokenOwnerResponse: PERValue {
        /// `TerminalLabel`.
        package var terminalLabel: H245.TerminalLabel

        /// `TerminalID`.
        package var terminalID: H245.TerminalID

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(terminalLabel: H245.TerminalLabel, terminalID: H245.TerminalID) {
            self.terminalLabel = terminalLabel
            self.terminalID = terminalID
        }
    }
}

extension H245.ConferenceResponse.ChairTokenOwnerResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let terminalLabel = try H245.TerminalLabel(from: &reader)
        let terminalID = try reader.takeOctets(1, 128)
        self.init(terminalLabel: terminalLabel, terminalID: terminalID)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.terminalLabel.encode(into: &writer)
        writer.putOctets(self.terminalID, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `terminalCertificateResponse` of ``H245.ConferenceResponse`` holds.
    package struct TerminalCertificateResponse: PERValue {
        /// `TerminalLabel`, optional.
        package var terminalLabel: H245.TerminalLabel?

        /// `OCTET STRING (SIZE (1..65535))`, optional.
        package var certificateResponse: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.ConferenceResponse.TerminalCertificateResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.terminalLabel = try H245.TerminalLabel(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.certificateResponse = try reader.takeOctets(1, 65535)
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
        writer.put(self.certificateResponse != nil)
        if let value = self.terminalLabel {
            value.encode(into: &writer)
        }
        if let value = self.certificateResponse {
            writer.putOctets(value, 1, 65535)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.ConferenceResponse {
    /// What `broadcastMyLogicalChannelResponse` of ``H245.ConferenceResponse`` holds.
    package enum BroadcastMyLogicalChannelResponse: PERValue {
        case grantedBroadcastMyLogicalChannel
        case deniedBroadcastMyLogicalChannel
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceResponse.BroadcastMyLogicalChannelResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .grantedBroadcastMyLogicalChannel
        default:
            self = .deniedBroadcastMyLogicalChannel
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .grantedBroadcastMyLogicalChannel:
            writer.putExtensibleChoice(0, of: 2)
        case .deniedBroadcastMyLogicalChannel:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.ConferenceResponse {
    /// What `makeTerminalBroadcasterResponse` of ``H245.ConferenceResponse`` holds.
    package enum MakeTerminalBroadcasterResponse: PERValue {
        case grantedMakeTerminalBroadcaster
        case deniedMakeTerminalBroadcaster
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceResponse.MakeTerminalBroadcasterResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .grantedMakeTerminalBroadcaster
        default:
            self = .deniedMakeTerminalBroadcaster
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .grantedMakeTerminalBroadcaster:
            writer.putExtensibleChoice(0, of: 2)
        case .deniedMakeTerminalBroadcaster:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.ConferenceResponse {
    /// What `sendThisSourceResponse` of ``H245.ConferenceResponse`` holds.
    package enum SendThisSourceResponse: PERValue {
        case grantedSendThisSource
        case deniedSendThisSource
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.ConferenceResponse.SendThisSourceResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .grantedSendThisSource
        default:
            self = .deniedSendThisSource
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .grantedSendThisSource:
            writer.putExtensibleChoice(0, of: 2)
        case .deniedSendThisSource:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
