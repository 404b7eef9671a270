// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The receiver of a channel wants it closed, or opened anew.
    package struct RequestChannelClose: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `QOSCapability`, addition 1.
        @BoxedIfPresent package var qosCapability: H245.QOSCapability?

        /// `CHOICE`, addition 2.
        package var reason: H245.RequestChannelClose.Reason?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(forwardLogicalChannelNumber: H245.LogicalChannelNumber) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
        }
    }
}

extension H245.RequestChannelClose {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.qosCapability = try H245.QOSCapability(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.reason = try H245.RequestChannelClose.Reason(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self._qosCapability.isPresent)
        bitmap.insert(1, if: self.reason != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.qosCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.reason {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RequestChannelClose {
    /// What `reason` of ``H245.RequestChannelClose`` holds.
    package enum Reason: PERValue {
        case unknown
        case normal
        case reopen
        case reservationFailure
        case networkErrorCode(UInt8)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RequestChannelClose.Reason {
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
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .unknown
        case 1:
            self = .normal
        case 2:
            self = .reopen
        default:
            self = .reservationFailure
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unknown:
            writer.putExtensibleChoice(0, of: 4)
        case .normal:
            writer.putExtensibleChoice(1, of: 4)
        case .reopen:
            writer.putExtensibleChoice(2, of: 4)
        case .reservationFailure:
            writer.putExtensibleChoice(3, of: 4)
        case .networkErrorCode(let value):
            let start = writer.beginAddition(0)
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
