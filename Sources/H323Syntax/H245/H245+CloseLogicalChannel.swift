// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The sender of a channel closes it.
    package struct CloseLogicalChannel: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `CHOICE`.
        package var source: H245.CloseLogicalChannel.Source

        /// `CHOICE`, addition 1.
        package var reason: H245.CloseLogicalChannel.Reason?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(forwardLogicalChannelNumber: H245.LogicalChannelNumber, source: H245.CloseLogicalChannel.Source) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
            self.source = source
        }
    }
}

extension H245.CloseLogicalChannel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let source = try H245.CloseLogicalChannel.Source(from: &reader)
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber, source: source)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.reason = try H245.CloseLogicalChannel.Reason(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.reason != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        self.source.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.reason {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.CloseLogicalChannel {
    /// What `source` of ``H245.CloseLogicalChannel`` holds.
    package enum Source: PERValue {
        case user
        case lcse
    }
}

extension H245.CloseLogicalChannel.Source {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .user
        default:
            self = .lcse
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .user:
            writer.putChoice(0, of: 2)
        case .lcse:
            writer.putChoice(1, of: 2)
        }
    }
}

extension H245.CloseLogicalChannel {
    /// What `reason` of ``H245.CloseLogicalChannel`` holds.
    package enum Reason: PERValue {
        case unknown
        case reopen
        case reservationFailure
        case networkErrorCode(UInt8)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.CloseLogicalChannel.Reason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .networkErrorCode(UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255)))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .unknown
        case 1:
            self = .reopen
        default:
            self = .reservationFailure
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 3)
        case .reopen:
            writer.putExtensibleChoice(1, of: 3)
        case .reservationFailure:
            writer.putExtensibleChoice(2, of: 3)
        case .networkErrorCode(let value):
            let start = writer.beginAddition(0)
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
