// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MediaTransportType` (H.245).
    package enum MediaTransportType: PERValue {
        case ipUDP
        case ipTCP
        case atmAAL5UNIDIR
        case atmAAL5BIDIR
        case atmAAL5Compressed(H245.MediaTransportType.AtmAAL5Compressed)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MediaTransportType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .atmAAL5Compressed(try H245.MediaTransportType.AtmAAL5Compressed(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .ipUDP
        case 1:
            self = .ipTCP
        case 2:
            self = .atmAAL5UNIDIR
        default:
            self = .atmAAL5BIDIR
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .ipUDP:
            writer.putExtensibleChoice(0, of: 4)
        case .ipTCP:
            writer.putExtensibleChoice(1, of: 4)
        case .atmAAL5UNIDIR:
            writer.putExtensibleChoice(2, of: 4)
        case .atmAAL5BIDIR:
            writer.putExtensibleChoice(3, of: 4)
        case .atmAAL5Compressed(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MediaTransportType {
    /// What `atm-AAL5-compressed` of ``H245.MediaTransportType`` holds.
    package struct AtmAAL5Compressed: PERValue {
        /// `BOOLEAN`.
        package var variableDelta: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(variableDelta: Bool) {
            self.variableDelta = variableDelta
        }
    }
}

extension H245.MediaTransportType.AtmAAL5Compressed {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let variableDelta = try reader.takeBit()
        self.init(variableDelta: variableDelta)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.variableDelta)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
