// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `RegistrationRejectReason` (H.225.0).
    package enum RegistrationRejectReason: PERValue {
        case discoveryRequired
        case invalidRevision
        case invalidCallSignalAddress
        case invalidRASAddress
        case duplicateAlias([H225.AliasAddress])
        case invalidTerminalType
        case undefinedReason
        case transportNotSupported
        case transportQOSNotSupported
        case resourceUnavailable
        case invalidAlias
        case securityDenial
        case fullRegistrationRequired
        case additiveRegistrationNotSupported
        indirect case invalidTerminalAliases(H225.RegistrationRejectReason.InvalidTerminalAliases)
        case genericDataReason
        case neededFeatureNotSupported
        case securityError(H225.SecurityErrors)
        case registerWithAssignedGK
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.RegistrationRejectReason {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .transportQOSNotSupported
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .resourceUnavailable
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .invalidAlias
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .securityDenial
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .fullRegistrationRequired
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .additiveRegistrationNotSupported
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .invalidTerminalAliases(try H225.RegistrationRejectReason.InvalidTerminalAliases(from: &reader))
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .genericDataReason
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .neededFeatureNotSupported
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .securityError(try H225.SecurityErrors(from: &reader))
                reader.leaveOpenType()
            case 10:
                try reader.enterOpenType()
                self = .registerWithAssignedGK
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 7) {
        case 0:
            self = .discoveryRequired
        case 1:
            self = .invalidRevision
        case 2:
            self = .invalidCallSignalAddress
        case 3:
            self = .invalidRASAddress
        case 4:
            self = .duplicateAlias(try reader.takeList(0, nil, of: H225.AliasAddress.init(from:)))
        case 5:
            self = .invalidTerminalType
        case 6:
            self = .undefinedReason
        default:
            self = .transportNotSupported
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .discoveryRequired:
            writer.putExtensibleChoice(0, of: 8)
        case .invalidRevision:
            writer.putExtensibleChoice(1, of: 8)
        case .invalidCallSignalAddress:
            writer.putExtensibleChoice(2, of: 8)
        case .invalidRASAddress:
            writer.putExtensibleChoice(3, of: 8)
        case .duplicateAlias(let value):
            writer.putExtensibleChoice(4, of: 8)
            writer.putList(value, 0, nil)
        case .invalidTerminalType:
            writer.putExtensibleChoice(5, of: 8)
        case .undefinedReason:
            writer.putExtensibleChoice(6, of: 8)
        case .transportNotSupported:
            writer.putExtensibleChoice(7, of: 8)
        case .transportQOSNotSupported:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .resourceUnavailable:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .invalidAlias:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .securityDenial:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .fullRegistrationRequired:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .additiveRegistrationNotSupported:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .invalidTerminalAliases(let value):
            let start = writer.beginAddition(6)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericDataReason:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .neededFeatureNotSupported:
            let start = writer.beginAddition(8)
            writer.endOpenType(start)
        case .securityError(let value):
            let start = writer.beginAddition(9)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .registerWithAssignedGK:
            let start = writer.beginAddition(10)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.RegistrationRejectReason {
    /// What `invalidTerminalAliases` of ``H225.RegistrationRejectReason`` holds.
    package struct InvalidTerminalAliases: PERValue {
        /// `SEQUENCE OF AliasAddress`, optional.
        package var terminalAlias: [H225.AliasAddress]?

        /// `SEQUENCE OF AddressPattern`, optional.
        package var terminalAliasPattern: [H225.AddressPattern]?

        /// `SEQUENCE OF SupportedPrefix`, optional.
        package var supportedPrefixes: [H225.SupportedPrefix]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.RegistrationRejectReason.InvalidTerminalAliases {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.terminalAlias = try reader.takeList(0, nil, of: H225.AliasAddress.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.terminalAliasPattern = try reader.takeList(0, nil, of: H225.AddressPattern.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.supportedPrefixes = try reader.takeList(0, nil, of: H225.SupportedPrefix.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.terminalAlias != nil)
        writer.put(self.terminalAliasPattern != nil)
        writer.put(self.supportedPrefixes != nil)
        if let value = self.terminalAlias {
            writer.putList(value, 0, nil)
        }
        if let value = self.terminalAliasPattern {
            writer.putList(value, 0, nil)
        }
        if let value = self.supportedPrefixes {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
