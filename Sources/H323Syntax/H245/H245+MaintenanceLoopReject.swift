// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MaintenanceLoopReject` (H.245).
    package struct MaintenanceLoopReject: PERValue {
        /// `CHOICE`.
        package var type: H245.MaintenanceLoopReject.TypeValue

        /// `CHOICE`.
        package var cause: H245.MaintenanceLoopReject.Cause

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.MaintenanceLoopReject.TypeValue, cause: H245.MaintenanceLoopReject.Cause) {
            self.type = type
            self.cause = cause
        }
    }
}

extension H245.MaintenanceLoopReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let type = try H245.MaintenanceLoopReject.TypeValue(from: &reader)
        let cause = try H245.MaintenanceLoopReject.Cause(from: &reader)
        self.init(type: type, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.type.encode(into: &writer)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MaintenanceLoopReject {
    /// What `type` of ``H245.MaintenanceLoopReject`` holds.
    package enum TypeValue: PERValue {
        case systemLoop
        case mediaLoop(H245.LogicalChannelNumber)
        case logicalChannelLoop(H245.LogicalChannelNumber)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MaintenanceLoopReject.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .systemLoop
        case 1:
            self = .mediaLoop(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        default:
            self = .logicalChannelLoop(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .systemLoop:
            writer.putExtensibleChoice(0, of: 3)
        case .mediaLoop(let value):
            writer.putExtensibleChoice(1, of: 3)
            writer.putInteger(Int(value), 1, 65535)
        case .logicalChannelLoop(let value):
            writer.putExtensibleChoice(2, of: 3)
            writer.putInteger(Int(value), 1, 65535)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MaintenanceLoopReject {
    /// What `cause` of ``H245.MaintenanceLoopReject`` holds.
    package enum Cause: PERValue {
        case canNotPerformLoop
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MaintenanceLoopReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .canNotPerformLoop
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .canNotPerformLoop:
            writer.putExtensibleChoice(0, of: 1)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
