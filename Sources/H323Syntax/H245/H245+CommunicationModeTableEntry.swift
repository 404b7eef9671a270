// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `CommunicationModeTableEntry` (H.245).
    package struct CommunicationModeTableEntry: PERValue {
        /// `SEQUENCE OF NonStandardParameter`, optional.
        package var nonStandard: [H245.NonStandardParameter]?

        /// `INTEGER (1..255)`.
        package var sessionID: UInt8

        /// `INTEGER (1..255)`, optional.
        package var associatedSessionID: UInt8?

        /// `TerminalLabel`, optional.
        package var terminalLabel: H245.TerminalLabel?

        /// `BMPString (SIZE (1..128))`.
        package var sessionDescription: BMPString

        /// `CHOICE`.
        package var dataType: H245.CommunicationModeTableEntry.DataType

        /// `TransportAddress`, optional.
        package var mediaChannel: H245.TransportAddress?

        /// `BOOLEAN`, optional.
        package var mediaGuaranteedDelivery: Bool?

        /// `TransportAddress`, optional.
        package var mediaControlChannel: H245.TransportAddress?

        /// `BOOLEAN`, optional.
        package var mediaControlGuaranteedDelivery: Bool?

        /// `RedundancyEncoding`, addition 1.
        @BoxedIfPresent package var redundancyEncoding: H245.RedundancyEncoding?

        /// `INTEGER (1..255)`, addition 2.
        package var sessionDependency: UInt8?

        /// `TerminalLabel`, addition 3.
        package var destination: H245.TerminalLabel?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sessionID: UInt8,
            sessionDescription: BMPString,
            dataType: H245.CommunicationModeTableEntry.DataType
        ) {
            self.sessionID = sessionID
            self.sessionDescription = sessionDescription
            self.dataType = dataType
        }
    }
}

extension H245.CommunicationModeTableEntry {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        var nonStandard: [H245.NonStandardParameter]?
        if present & 1 << 6 != 0 {
            nonStandard = try reader.takeList(0, nil, of: H245.NonStandardParameter.init(from:))
        }
        let sessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        var associatedSessionID: UInt8?
        if present & 1 << 5 != 0 {
            associatedSessionID = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        }
        var terminalLabel: H245.TerminalLabel?
        if present & 1 << 4 != 0 {
            terminalLabel = try H245.TerminalLabel(from: &reader)
        }
        let sessionDescription = try reader.takeBMPString(1, 128)
        let dataType = try H245.CommunicationModeTableEntry.DataType(from: &reader)
        self.init(sessionID: sessionID, sessionDescription: sessionDescription, dataType: dataType)
        self.nonStandard = nonStandard
        self.associatedSessionID = associatedSessionID
        self.terminalLabel = terminalLabel
        if present & 1 << 3 != 0 {
            self.mediaChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 2 != 0 {
            self.mediaGuaranteedDelivery = try reader.takeBit()
        }
        if present & 1 << 1 != 0 {
            self.mediaControlChannel = try H245.TransportAddress(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.mediaControlGuaranteedDelivery = try reader.takeBit()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.redundancyEncoding = try H245.RedundancyEncoding(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.sessionDependency = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.destination = try H245.TerminalLabel(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self._redundancyEncoding.isPresent)
        bitmap.insert(1, if: self.sessionDependency != nil)
        bitmap.insert(2, if: self.destination != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        writer.put(self.associatedSessionID != nil)
        writer.put(self.terminalLabel != nil)
        writer.put(self.mediaChannel != nil)
        writer.put(self.mediaGuaranteedDelivery != nil)
        writer.put(self.mediaControlChannel != nil)
        writer.put(self.mediaControlGuaranteedDelivery != nil)
        if let value = self.nonStandard {
            writer.putList(value, 0, nil)
        }
        writer.putInteger(Int(self.sessionID), 1, 255)
        if let value = self.associatedSessionID {
            writer.putInteger(Int(value), 1, 255)
        }
        if let value = self.terminalLabel {
            value.encode(into: &writer)
        }
        writer.putBMPString(self.sessionDescription, 1, 128)
        self.dataType.encode(into: &writer)
        if let value = self.mediaChannel {
            value.encode(into: &writer)
        }
        if let value = self.mediaGuaranteedDelivery {
            writer.put(value)
        }
        if let value = self.mediaControlChannel {
            value.encode(into: &writer)
        }
        if let value = self.mediaControlGuaranteedDelivery {
            writer.put(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.redundancyEncoding {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.sessionDependency {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 255)
            writer.endOpenType(start)
        }
        if let value = self.destination {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.CommunicationModeTableEntry {
    /// What `dataType` of ``H245.CommunicationModeTableEntry`` holds.
    package enum DataType: PERValue {
        indirect case videoData(H245.VideoCapability)
        indirect case audioData(H245.AudioCapability)
        case data(H245.DataApplicationCapability)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CommunicationModeTableEntry.DataType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .videoData(try H245.VideoCapability(from: &reader))
        case 1:
            self = .audioData(try H245.AudioCapability(from: &reader))
        default:
            self = .data(try H245.DataApplicationCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .videoData(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .audioData(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .data(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
