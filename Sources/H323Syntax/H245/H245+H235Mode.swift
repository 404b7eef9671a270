// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H235Mode` (H.245).
    package struct H235Mode: PERValue {
        /// `EncryptionAuthenticationAndIntegrity`.
        @Boxed package var encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity

        /// `CHOICE`.
        @Boxed package var mediaMode: H245.H235Mode.MediaMode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity,
            mediaMode: H245.H235Mode.MediaMode
        ) {
            self.encryptionAuthenticationAndIntegrity = encryptionAuthenticationAndIntegrity
            self.mediaMode = mediaMode
        }
    }
}

extension H245.H235Mode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let encryptionAuthenticationAndIntegrity = try H245.EncryptionAuthenticationAndIntegrity(from: &reader)
        let mediaMode = try H245.H235Mode.MediaMode(from: &reader)
        self.init(encryptionAuthenticationAndIntegrity: encryptionAuthenticationAndIntegrity, mediaMode: mediaMode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.encryptionAuthenticationAndIntegrity.encode(into: &writer)
        self.mediaMode.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H235Mode {
    /// What `mediaMode` of ``H245.H235Mode`` holds.
    package enum MediaMode: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case videoMode(H245.VideoMode)
        indirect case audioMode(H245.AudioMode)
        case dataMode(H245.DataMode)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H235Mode.MediaMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .videoMode(try H245.VideoMode(from: &reader))
        case 2:
            self = .audioMode(try H245.AudioMode(from: &reader))
        default:
            self = .dataMode(try H245.DataMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .videoMode(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .audioMode(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .dataMode(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
