// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncodingDTModeElement` (H.245).
    package struct RedundancyEncodingDTModeElement: PERValue {
        /// `CHOICE`.
        @Boxed package var type: H245.RedundancyEncodingDTModeElement.TypeValue

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.RedundancyEncodingDTModeElement.TypeValue) {
            self.type = type
        }
    }
}

extension H245.RedundancyEncodingDTModeElement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let type = try H245.RedundancyEncodingDTModeElement.TypeValue(from: &reader)
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

extension H245.RedundancyEncodingDTModeElement {
    /// What `type` of ``H245.RedundancyEncodingDTModeElement`` holds.
    package enum TypeValue: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case videoMode(H245.VideoMode)
        indirect case audioMode(H245.AudioMode)
        case dataMode(H245.DataMode)
        indirect case encryptionMode(H245.EncryptionMode)
        case h235Mode(H245.H235Mode)
        indirect case fecMode(H245.FECMode)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RedundancyEncodingDTModeElement.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .fecMode(try H245.FECMode(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .videoMode(try H245.VideoMode(from: &reader))
        case 2:
            self = .audioMode(try H245.AudioMode(from: &reader))
        case 3:
            self = .dataMode(try H245.DataMode(from: &reader))
        case 4:
            self = .encryptionMode(try H245.EncryptionMode(from: &reader))
        default:
            self = .h235Mode(try H245.H235Mode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 6)
            value.encode(into: &writer)
        case .videoMode(let value):
            writer.putExtensibleChoice(1, of: 6)
            value.encode(into: &writer)
        case .audioMode(let value):
            writer.putExtensibleChoice(2, of: 6)
            value.encode(into: &writer)
        case .dataMode(let value):
            writer.putExtensibleChoice(3, of: 6)
            value.encode(into: &writer)
        case .encryptionMode(let value):
            writer.putExtensibleChoice(4, of: 6)
            value.encode(into: &writer)
        case .h235Mode(let value):
            writer.putExtensibleChoice(5, of: 6)
            value.encode(into: &writer)
        case .fecMode(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
