// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntryRejectionDescriptions` (H.245).
    package struct MultiplexEntryRejectionDescriptions: PERValue {
        /// `MultiplexTableEntryNumber`.
        package var multiplexTableEntryNumber: H245.MultiplexTableEntryNumber

        /// `CHOICE`.
        package var cause: H245.MultiplexEntryRejectionDescriptions.Cause

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            multiplexTableEntryNumber: H245.MultiplexTableEntryNumber,
            cause: H245.MultiplexEntryRejectionDescriptions.Cause
        ) {
            self.multiplexTableEntryNumber = multiplexTableEntryNumber
            self.cause = cause
        }
    }
}

extension H245.MultiplexEntryRejectionDescriptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let multiplexTableEntryNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        let cause = try H245.MultiplexEntryRejectionDescriptions.Cause(from: &reader)
        self.init(multiplexTableEntryNumber: multiplexTableEntryNumber, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.multiplexTableEntryNumber), 1, 15)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultiplexEntryRejectionDescriptions {
    /// What `cause` of ``H245.MultiplexEntryRejectionDescriptions`` holds.
    package enum Cause: PERValue {
        case unspecifiedCause
        case descriptorTooComplex
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultiplexEntryRejectionDescriptions.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .unspecifiedCause
        default:
            self = .descriptorTooComplex
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unspecifiedCause:
            writer.putExtensibleChoice(0, of: 2)
        case .descriptorTooComplex:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
