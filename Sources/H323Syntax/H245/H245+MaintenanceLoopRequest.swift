// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MaintenanceLoopRequest` (H.245).
    package struct MaintenanceLoopRequest: PERValue {
        /// `CHOICE`.
        package var type: H245.MaintenanceLoopRequest.TypeValue

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.MaintenanceLoopRequest.TypeValue) {
            self.type = type
        }
    }
}

extension H245.MaintenanceLoopRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let type = try H245.MaintenanceLoopRequest.TypeValue(from: &reader)
        self.init(type: type)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.type.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MaintenanceLoopRequest {
    /// What `type` of ``H245.MaintenanceLoopRequest`` holds.
    package enum TypeValue: PERValue {
        case systemLoop
        case mediaLoop(H245.LogicalChannelNumber)
        case logicalChannelLoop(H245.LogicalChannelNumber)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MaintenanceLoopRequest.TypeValue {
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
