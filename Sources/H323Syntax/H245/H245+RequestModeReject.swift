// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RequestModeReject` (H.245).
    package struct RequestModeReject: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `CHOICE`.
        package var cause: H245.RequestModeReject.Cause

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, cause: H245.RequestModeReject.Cause) {
            self.sequenceNumber = sequenceNumber
            self.cause = cause
        }
    }
}

extension H245.RequestModeReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let cause = try H245.RequestModeReject.Cause(from: &reader)
        self.init(sequenceNumber: sequenceNumber, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RequestModeReject {
    /// What `cause` of ``H245.RequestModeReject`` holds.
    package enum Cause: PERValue {
        case modeUnavailable
        case multipointConstraint
        case requestDenied
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RequestModeReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .modeUnavailable
        case 1:
            self = .multipointConstraint
        default:
            self = .requestDenied
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .modeUnavailable:
            writer.putExtensibleChoice(0, of: 3)
        case .multipointConstraint:
            writer.putExtensibleChoice(1, of: 3)
        case .requestDenied:
            writer.putExtensibleChoice(2, of: 3)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
