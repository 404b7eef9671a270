// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H245 {
    /// What a user has pressed, as characters or as a signal with its duration.
    package enum UserInputIndication: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case alphanumeric(ByteString)
        indirect case userInputSupportIndication(H245.UserInputIndication.UserInputSupportIndication)
        indirect case signal(H245.UserInputIndication.Signal)
        indirect case signalUpdate(H245.UserInputIndication.SignalUpdate)
        case extendedAlphanumeric(H245.UserInputIndication.ExtendedAlphanumeric)
        indirect case encryptedAlphanumeric(H245.UserInputIndication.EncryptedAlphanumeric)
        case genericInformation([H245.GenericInformation])
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.UserInputIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .userInputSupportIndication(
                    try H245.UserInputIndication.UserInputSupportIndication(from: &reader)
                )
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .signal(try H245.UserInputIndication.Signal(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .signalUpdate(try H245.UserInputIndication.SignalUpdate(from: &reader))
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .extendedAlphanumeric(try H245.UserInputIndication.ExtendedAlphanumeric(from: &reader))
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .encryptedAlphanumeric(try H245.UserInputIndication.EncryptedAlphanumeric(from: &reader))
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .genericInformation(try reader.takeList(0, nil, of: H245.GenericInformation.init(from:)))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        default:
            self = .alphanumeric(ByteString(try reader.takeUnboundedOctets()))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .alphanumeric(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putUnboundedOctets(value.bytes)
        case .userInputSupportIndication(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .signal(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .signalUpdate(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .extendedAlphanumeric(let value):
            let start = writer.beginAddition(3)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .encryptedAlphanumeric(let value):
            let start = writer.beginAddition(4)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .genericInformation(let value):
            let start = writer.beginAddition(5)
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.UserInputIndication {
    /// What `userInputSupportIndication` of ``H245.UserInputIndication`` holds.
    package enum UserInputSupportIndication: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case basicString
        case iA5String
        case generalString
        case encryptedBasicString
        case encryptedIA5String
        case encryptedGeneralString
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.UserInputIndication.UserInputSupportIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .encryptedBasicString
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .encryptedIA5String
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .encryptedGeneralString
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
            self = .basicString
        case 2:
            self = .iA5String
        default:
            self = .generalString
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 4)
            value.encode(into: &writer)
        case .basicString:
            writer.putExtensibleChoice(1, of: 4)
        case .iA5String:
            writer.putExtensibleChoice(2, of: 4)
        case .generalString:
            writer.putExtensibleChoice(3, of: 4)
        case .encryptedBasicString:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .encryptedIA5String:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .encryptedGeneralString:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.UserInputIndication {
    /// What `signal` of ``H245.UserInputIndication`` holds.
    package struct Signal: PERValue {
        /// `IA5String (FROM (signalTypes)) (SIZE (1))`.
        package var signalType: ByteString

        /// `INTEGER (1..65535)`, optional.
        package var duration: UInt16?

        /// `SEQUENCE`, optional.
        package var rtp: H245.UserInputIndication.Signal.Rtp?

        /// `NULL`, addition 1.
        package var rtpPayloadIndication = false

        /// `Params`, addition 2.
        @BoxedIfPresent package var paramS: H245.Params?

        /// `OCTET STRING (SIZE (1))`, addition 3.
        package var encryptedSignalType: [UInt8]?

        /// `OBJECT IDENTIFIER`, addition 4.
        package var algorithmOID: OID?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(signalType: ByteString) {
            self.signalType = signalType
        }
    }
}

extension H245.UserInputIndication.Signal {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let signalType = try reader.takeString(H245.signalTypes, 1, 1)
        self.init(signalType: signalType)
        if present & 1 << 1 != 0 {
            self.duration = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        }
        if present & 1 << 0 != 0 {
            self.rtp = try H245.UserInputIndication.Signal.Rtp(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.rtpPayloadIndication = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.paramS = try H245.Params(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.encryptedSignalType = try reader.takeOctets(1, 1)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.algorithmOID = try reader.takeObjectIdentifier()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self.rtpPayloadIndication)
        bitmap.insert(1, if: self._paramS.isPresent)
        bitmap.insert(2, if: self.encryptedSignalType != nil)
        bitmap.insert(3, if: self.algorithmOID != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.duration != nil)
        writer.put(self.rtp != nil)
        writer.putString(self.signalType, H245.signalTypes, 1, 1)
        if let value = self.duration {
            writer.putInteger(Int(value), 1, 65535)
        }
        if let value = self.rtp {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if self.rtpPayloadIndication {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.paramS {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.encryptedSignalType {
            let start = writer.beginOpenType()
            writer.putOctets(value, 1, 1)
            writer.endOpenType(start)
        }
        if let value = self.algorithmOID {
            let start = writer.beginOpenType()
            writer.putObjectIdentifier(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication.Signal {
    /// What `rtp` of ``H245.UserInputIndication.Signal`` holds.
    package struct Rtp: PERValue {
        /// `INTEGER (0..4294967295)`, optional.
        package var timestamp: UInt32?

        /// `INTEGER (0..4294967295)`, optional.
        package var expirationTime: UInt32?

        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(logicalChannelNumber: H245.LogicalChannelNumber) {
            self.logicalChannelNumber = logicalChannelNumber
        }
    }
}

extension H245.UserInputIndication.Signal.Rtp {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var timestamp: UInt32?
        if present & 1 << 1 != 0 {
            timestamp = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        var expirationTime: UInt32?
        if present & 1 << 0 != 0 {
            expirationTime = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(logicalChannelNumber: logicalChannelNumber)
        self.timestamp = timestamp
        self.expirationTime = expirationTime
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.timestamp != nil)
        writer.put(self.expirationTime != nil)
        if let value = self.timestamp {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        if let value = self.expirationTime {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication {
    /// What `signalUpdate` of ``H245.UserInputIndication`` holds.
    package struct SignalUpdate: PERValue {
        /// `INTEGER (1..65535)`.
        package var duration: UInt16

        /// `SEQUENCE`, optional.
        package var rtp: H245.UserInputIndication.SignalUpdate.Rtp?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(duration: UInt16) {
            self.duration = duration
        }
    }
}

extension H245.UserInputIndication.SignalUpdate {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let duration = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(duration: duration)
        if present & 1 << 0 != 0 {
            self.rtp = try H245.UserInputIndication.SignalUpdate.Rtp(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.rtp != nil)
        writer.putInteger(Int(self.duration), 1, 65535)
        if let value = self.rtp {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication.SignalUpdate {
    /// What `rtp` of ``H245.UserInputIndication.SignalUpdate`` holds.
    package struct Rtp: PERValue {
        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(logicalChannelNumber: H245.LogicalChannelNumber) {
            self.logicalChannelNumber = logicalChannelNumber
        }
    }
}

extension H245.UserInputIndication.SignalUpdate.Rtp {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(logicalChannelNumber: logicalChannelNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication {
    /// What `extendedAlphanumeric` of ``H245.UserInputIndication`` holds.
    package struct ExtendedAlphanumeric: PERValue {
        /// `GeneralString`.
        package var alphanumeric: ByteString

        /// `NULL`, optional.
        package var rtpPayloadIndication = false

        /// `SEQUENCE`, addition 1.
        @BoxedIfPresent
        package var encryptedAlphanumeric: H245.UserInputIndication.ExtendedAlphanumeric.EncryptedAlphanumeric?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(alphanumeric: ByteString) {
            self.alphanumeric = alphanumeric
        }
    }
}

extension H245.UserInputIndication.ExtendedAlphanumeric {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let alphanumeric = ByteString(try reader.takeUnboundedOctets())
        self.init(alphanumeric: alphanumeric)
        self.rtpPayloadIndication = present & 1 << 0 != 0
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                typealias EncryptedAlphanumeric = H245.UserInputIndication.ExtendedAlphanumeric
                    .EncryptedAlphanumeric
                self.encryptedAlphanumeric = try EncryptedAlphanumeric(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._encryptedAlphanumeric.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.rtpPayloadIndication)
        writer.putUnboundedOctets(self.alphanumeric.bytes)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.encryptedAlphanumeric {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication.ExtendedAlphanumeric {
    /// What `encryptedAlphanumeric` of ``H245.UserInputIndication.ExtendedAlphanumeric`` holds.
    package struct EncryptedAlphanumeric: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `Params`, optional.
        @BoxedIfPresent package var paramS: H245.Params?

        /// `OCTET STRING`.
        package var encrypted: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(algorithmOID: OID, encrypted: [UInt8]) {
            self.algorithmOID = algorithmOID
            self.encrypted = encrypted
        }
    }
}

extension H245.UserInputIndication.ExtendedAlphanumeric.EncryptedAlphanumeric {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let algorithmOID = try reader.takeObjectIdentifier()
        var paramS: H245.Params?
        if present & 1 << 0 != 0 {
            paramS = try H245.Params(from: &reader)
        }
        let encrypted = try reader.takeOctets()
        self.init(algorithmOID: algorithmOID, encrypted: encrypted)
        self.paramS = paramS
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._paramS.isPresent)
        writer.putObjectIdentifier(self.algorithmOID)
        if let value = self.paramS {
            value.encode(into: &writer)
        }
        writer.putOctets(self.encrypted)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.UserInputIndication {
    /// What `encryptedAlphanumeric` of ``H245.UserInputIndication`` holds.
    package struct EncryptedAlphanumeric: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `Params`, optional.
        @BoxedIfPresent package var paramS: H245.Params?

        /// `OCTET STRING`.
        package var encrypted: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(algorithmOID: OID, encrypted: [UInt8]) {
            self.algorithmOID = algorithmOID
            self.encrypted = encrypted
        }
    }
}

extension H245.UserInputIndication.EncryptedAlphanumeric {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let algorithmOID = try reader.takeObjectIdentifier()
        var paramS: H245.Params?
        if present & 1 << 0 != 0 {
            paramS = try H245.Params(from: &reader)
        }
        let encrypted = try reader.takeOctets()
        self.init(algorithmOID: algorithmOID, encrypted: encrypted)
        self.paramS = paramS
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._paramS.isPresent)
        writer.putObjectIdentifier(self.algorithmOID)
        if let value = self.paramS {
            value.encode(into: &writer)
        }
        writer.putOctets(self.encrypted)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
