// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultilinkResponse` (H.245).
    package enum MultilinkResponse: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case callInformation(H245.MultilinkResponse.CallInformation)
        case addConnection(H245.MultilinkResponse.AddConnection)
        indirect case removeConnection(H245.MultilinkResponse.RemoveConnection)
        case maximumHeaderInterval(H245.MultilinkResponse.MaximumHeaderInterval)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkResponse {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 4) {
        case 0:
            self = .nonStandard(try H245.NonStandardMessage(from: &reader))
        case 1:
            self = .callInformation(try H245.MultilinkResponse.CallInformation(from: &reader))
        case 2:
            self = .addConnection(try H245.MultilinkResponse.AddConnection(from: &reader))
        case 3:
            self = .removeConnection(try H245.MultilinkResponse.RemoveConnection(from: &reader))
        default:
            self = .maximumHeaderInterval(try H245.MultilinkResponse.MaximumHeaderInterval(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 5)
            value.encode(into: &writer)
        case .callInformation(let value):
            writer.putExtensibleChoice(1, of: 5)
            value.encode(into: &writer)
        case .addConnection(let value):
            writer.putExtensibleChoice(2, of: 5)
            value.encode(into: &writer)
        case .removeConnection(let value):
            writer.putExtensibleChoice(3, of: 5)
            value.encode(into: &writer)
        case .maximumHeaderInterval(let value):
            writer.putExtensibleChoice(4, of: 5)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MultilinkResponse {
    /// What `callInformation` of ``H245.MultilinkResponse`` holds.
    package struct CallInformation: PERValue {
        /// `DialingInformation`.
        package var dialingInformation: H245.DialingInformation

        /// `INTEGER (0..4294967295)`.
        package var callAssociationNumber: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(dialingInformation: H245.DialingInformation, callAssociationNumber: UInt32) {
            self.dialingInformation = dialingInformation
            self.callAssociationNumber = callAssociationNumber
        }
    }
}

extension H245.MultilinkResponse.CallInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let dialingInformation = try H245.DialingInformation(from: &reader)
        let callAssociationNumber = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(dialingInformation: dialingInformation, callAssociationNumber: callAssociationNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.dialingInformation.encode(into: &writer)
        writer.putInteger(Int(self.callAssociationNumber), 0, 4_294_967_295)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkResponse {
    /// What `addConnection` of ``H245.MultilinkResponse`` holds.
    package struct AddConnection: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `CHOICE`.
        package var responseCode: H245.MultilinkResponse.AddConnection.ResponseCode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sequenceNumber: H245.SequenceNumber,
            responseCode: H245.MultilinkResponse.AddConnection.ResponseCode
        ) {
            self.sequenceNumber = sequenceNumber
            self.responseCode = responseCode
        }
    }
}

extension H245.MultilinkResponse.AddConnection {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let responseCode = try H245.MultilinkResponse.AddConnection.ResponseCode(from: &reader)
        self.init(sequenceNumber: sequenceNumber, responseCode: responseCode)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        self.responseCode.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkResponse.AddConnection {
    /// What `responseCode` of ``H245.MultilinkResponse.AddConnection`` holds.
    package enum ResponseCode: PERValue {
        case accepted
        case rejected(H245.MultilinkResponse.AddConnection.ResponseCode.Rejected)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkResponse.AddConnection.ResponseCode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .accepted
        default:
            self = .rejected(try H245.MultilinkResponse.AddConnection.ResponseCode.Rejected(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .accepted:
            writer.putExtensibleChoice(0, of: 2)
        case .rejected(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MultilinkResponse.AddConnection.ResponseCode {
    /// What `rejected` of ``H245.MultilinkResponse.AddConnection.ResponseCode`` holds.
    package enum Rejected: PERValue {
        case connectionsNotAvailable
        case userRejected
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkResponse.AddConnection.ResponseCode.Rejected {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .connectionsNotAvailable
        default:
            self = .userRejected
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .connectionsNotAvailable:
            writer.putExtensibleChoice(0, of: 2)
        case .userRejected:
            writer.putExtensibleChoice(1, of: 2)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.MultilinkResponse {
    /// What `removeConnection` of ``H245.MultilinkResponse`` holds.
    package struct RemoveConnection: PERValue {
        /// `ConnectionIdentifier`.
        package var connectionIdentifier: H245.ConnectionIdentifier

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(connectionIdentifier: H245.ConnectionIdentifier) {
            self.connectionIdentifier = connectionIdentifier
        }
    }
}

extension H245.MultilinkResponse.RemoveConnection {
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

extension H245.MultilinkResponse {
    /// What `maximumHeaderInterval` of ``H245.MultilinkResponse`` holds.
    package struct MaximumHeaderInterval: PERValue {
        /// `INTEGER (0..65535)`.
        package var currentInterval: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(currentInterval: UInt16) {
            self.currentInterval = currentInterval
        }
    }
}

extension H245.MultilinkResponse.MaximumHeaderInterval {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let currentInterval = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(currentInterval: currentInterval)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.currentInterval), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
