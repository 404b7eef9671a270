// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RequestChannelCloseReject` (H.245).
    package struct RequestChannelCloseReject: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `CHOICE`.
        package var cause: H245.RequestChannelCloseReject.Cause

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            forwardLogicalChannelNumber: H245.LogicalChannelNumber,
            cause: H245.RequestChannelCloseReject.Cause
        ) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
            self.cause = cause
        }
    }
}

extension H245.RequestChannelCloseReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let cause = try H245.RequestChannelCloseReject.Cause(from: &reader)
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RequestChannelCloseReject {
    /// What `cause` of ``H245.RequestChannelCloseReject`` holds.
    package enum Cause: PERValue {
        case unspecified
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RequestChannelCloseReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .unspecified
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unspecified:
            writer.putExtensibleChoice(0, of: 1)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
