// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// Both numbers are the same; try again.
    package struct MasterSlaveDeterminationReject: PERValue {
        /// `CHOICE`.
        package var cause: H245.MasterSlaveDeterminationReject.Cause

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(cause: H245.MasterSlaveDeterminationReject.Cause) {
            self.cause = cause
        }
    }
}

extension H245.MasterSlaveDeterminationReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let cause = try H245.MasterSlaveDeterminationReject.Cause(from: &reader)
        self.init(cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MasterSlaveDeterminationReject {
    /// What `cause` of ``H245.MasterSlaveDeterminationReject`` holds.
    package enum Cause: PERValue {
        case identicalNumbers
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MasterSlaveDeterminationReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .identicalNumbers
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .identicalNumbers:
            writer.putExtensibleChoice(0, of: 1)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
