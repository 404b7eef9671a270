// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H235Media` (H.245).
    package struct H235Media: PERValue {
        /// `EncryptionAuthenticationAndIntegrity`.
        @Boxed package var encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity

        /// `CHOICE`.
        @Boxed package var mediaType: H245.H235Media.MediaType

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity,
            mediaType: H245.H235Media.MediaType
        ) {
            self.encryptionAuthenticationAndIntegrity = encryptionAuthenticationAndIntegrity
            self.mediaType = mediaType
        }
    }
}

extension H245.H235Media {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let encryptionAuthenticationAndIntegrity = try H245.EncryptionAuthenticationAndIntegrity(from: &reader)
        let mediaType = try H245.H235Media.MediaType(from: &reader)
        self.init(encryptionAuthenticationAndIntegrity: encryptionAuthenticationAndIntegrity, mediaType: mediaType)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.encryptionAuthenticationAndIntegrity.encode(into: &writer)
        self.mediaType.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H235Media {
    /// What `mediaType` of ``H245.H235Media`` holds.
    package enum MediaType: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case videoData(H245.VideoCapability)
        indirect case audioData(H245.AudioCapability)
        case data(H245.DataApplicationCapability)
        indirect case redundancyEncoding(H245.RedundancyEncoding)
        indirect case multiplePayloadStream(H245.MultiplePayloadStream)
        case depFec(H245.DepFECData)
        case fec(H245.FECData)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H235Media.MediaType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .redundancyEncoding(try H245.RedundancyEncoding(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .multiplePayloadStream(try H245.MultiplePayloadStream(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .depFec(try H245.DepFECData(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .fec(try H245.FECData(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 3) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .videoData(try H245.VideoCapability(from: &reader))
        case 2:
            self = .audioData(try H245.AudioCapability(from: &reader))
        default:
            self = .data(try H245.DataApplicationCapability(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .videoData(let value):
            writer.putExtensibleChoice(1, of: 4)
            value.encode(into: &writer)
        case .audioData(let value):
            writer.putExtensibleChoice(2, of: 4)
            value.encode(into: &writer)
        case .data(let value):
            writer.putExtensibleChoice(3, of: 4)
            value.encode(into: &writer)
        case .redundancyEncoding(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .multiplePayloadStream(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .depFec(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .fec(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
