// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultilinkIndication` (H.245).
    package enum MultilinkIndication: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case crcDesired(H245.MultilinkIndication.CrcDesired)
        indirect case excessiveError(H245.MultilinkIndication.ExcessiveError)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .crcDesired(try H245.MultilinkIndication.CrcDesired(from: &reader))
        default:
            self = .excessiveError(try H245.MultilinkIndication.ExcessiveError(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .crcDesired(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .excessiveError(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MultilinkIndication {
    /// What `crcDesired` of ``H245.MultilinkIndication`` holds.
    package struct CrcDesired: PERValue {
        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.MultilinkIndication.CrcDesired {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        self.init()
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkIndication {
    /// What `excessiveError` of ``H245.MultilinkIndication`` holds.
    package struct ExcessiveError: PERValue {
        /// `ConnectionIdentifier`.
        package var connectionIdentifier: H245.ConnectionIdentifier

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(connectionIdentifier: H245.ConnectionIdentifier) {
            self.connectionIdentifier = connectionIdentifier
        }
    }
}

extension H245.MultilinkIndication.ExcessiveError {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let connectionIdentifier = try H245.ConnectionIdentifier(from: &reader)
        self.init(connectionIdentifier: connectionIdentifier)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.connectionIdentifier.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
