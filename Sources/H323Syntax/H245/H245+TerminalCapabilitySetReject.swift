// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// They cannot be used.
    package struct TerminalCapabilitySetReject: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `CHOICE`.
        package var cause: H245.TerminalCapabilitySetReject.Cause

        /// `SEQUENCE OF GenericInformation`, addition 1.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, cause: H245.TerminalCapabilitySetReject.Cause) {
            self.sequenceNumber = sequenceNumber
            self.cause = cause
        }
    }
}

extension H245.TerminalCapabilitySetReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let cause = try H245.TerminalCapabilitySetReject.Cause(from: &reader)
        self.init(sequenceNumber: sequenceNumber, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericInformation {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.TerminalCapabilitySetReject {
    /// What `cause` of ``H245.TerminalCapabilitySetReject`` holds.
    package enum Cause: PERValue {
        case unspecified
        case undefinedTableEntryUsed
        case descriptorCapacityExceeded
        case tableEntryCapacityExceeded(H245.TerminalCapabilitySetReject.Cause.TableEntryCapacityExceeded)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.TerminalCapabilitySetReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .unspecified
        case 1:
            self = .undefinedTableEntryUsed
        case 2:
            self = .descriptorCapacityExceeded
        default:
            self = .tableEntryCapacityExceeded(
                try H245.TerminalCapabilitySetReject.Cause.TableEntryCapacityExceeded(from: &reader)
            )
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unspecified:
            writer.putExtensibleChoice(0, of: 4)
        case .undefinedTableEntryUsed:
            writer.putExtensibleChoice(1, of: 4)
        case .descriptorCapacityExceeded:
            writer.putExtensibleChoice(2, of: 4)
        case .tableEntryCapacityExceeded(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.TerminalCapabilitySetReject.Cause {
    /// What `tableEntryCapacityExceeded` of ``H245.TerminalCapabilitySetReject.Cause`` holds.
    package enum TableEntryCapacityExceeded: PERValue {
        case highestEntryNumberProcessed(H245.CapabilityTableEntryNumber)
        case noneProcessed
    }
}

extension H245.TerminalCapabilitySetReject.Cause.TableEntryCapacityExceeded {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .highestEntryNumberProcessed(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        default:
            self = .noneProcessed
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .highestEntryNumberProcessed(let value):
            writer.putChoice(0, of: 2)
            writer.putInteger(Int(value), 1, 65535)
        case .noneProcessed:
            writer.putChoice(1, of: 2)
        }
    }
}
