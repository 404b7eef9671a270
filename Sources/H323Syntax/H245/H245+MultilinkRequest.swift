// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultilinkRequest` (H.245).
    package enum MultilinkRequest: PERValue {
        indirect case nonStandard(H245.NonStandardMessage)
        case callInformation(H245.MultilinkRequest.CallInformation)
        case addConnection(H245.MultilinkRequest.AddConnection)
        indirect case removeConnection(H245.MultilinkRequest.RemoveConnection)
        case maximumHeaderInterval(H245.MultilinkRequest.MaximumHeaderInterval)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkRequest {
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
            self = .callInformation(try H245.MultilinkRequest.CallInformation(from: &reader))
        case 2:
            self = .addConnection(try H245.MultilinkRequest.AddConnection(from: &reader))
        case 3:
            self = .removeConnection(try H245.MultilinkRequest.RemoveConnection(from: &reader))
        default:
            self = .maximumHeaderInterval(try H245.MultilinkRequest.MaximumHeaderInterval(from: &reader))
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

extension H245.MultilinkRequest {
    /// What `callInformation` of ``H245.MultilinkRequest`` holds.
    package struct CallInformation: PERValue {
        /// `INTEGER (1..65535)`.
        package var maxNumberOfAdditionalConnections: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(maxNumberOfAdditionalConnections: UInt16) {
            self.maxNumberOfAdditionalConnections = maxNumberOfAdditionalConnections
        }
    }
}

extension H245.MultilinkRequest.CallInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let maxNumberOfAdditionalConnections = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(maxNumberOfAdditionalConnections: maxNumberOfAdditionalConnections)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.maxNumberOfAdditionalConnections), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkRequest {
    /// What `addConnection` of ``H245.MultilinkRequest`` holds.
    package struct AddConnection: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `DialingInformation`.
        package var dialingInformation: H245.DialingInformation

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, dialingInformation: H245.DialingInformation) {
            self.sequenceNumber = sequenceNumber
            self.dialingInformation = dialingInformation
        }
    }
}

extension H245.MultilinkRequest.AddConnection {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let dialingInformation = try H245.DialingInformation(from: &reader)
        self.init(sequenceNumber: sequenceNumber, dialingInformation: dialingInformation)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        self.dialingInformation.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkRequest {
    /// What `removeConnection` of ``H245.MultilinkRequest`` holds.
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

extension H245.MultilinkRequest.RemoveConnection {
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

extension H245.MultilinkRequest {
    /// What `maximumHeaderInterval` of ``H245.MultilinkRequest`` holds.
    package struct MaximumHeaderInterval: PERValue {
        /// `CHOICE`.
        package var requestType: H245.MultilinkRequest.MaximumHeaderInterval.RequestType

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(requestType: H245.MultilinkRequest.MaximumHeaderInterval.RequestType) {
            self.requestType = requestType
        }
    }
}

extension H245.MultilinkRequest.MaximumHeaderInterval {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let requestType = try H245.MultilinkRequest.MaximumHeaderInterval.RequestType(from: &reader)
        self.init(requestType: requestType)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.requestType.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MultilinkRequest.MaximumHeaderInterval {
    /// What `requestType` of ``H245.MultilinkRequest.MaximumHeaderInterval`` holds.
    package enum RequestType: PERValue {
        case currentIntervalInformation
        case requestedInterval(UInt16)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.MultilinkRequest.MaximumHeaderInterval.RequestType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .currentIntervalInformation
        default:
            self = .requestedInterval(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .currentIntervalInformation:
            writer.putExtensibleChoice(0, of: 2)
        case .requestedInterval(let value):
            writer.putExtensibleChoice(1, of: 2)
            writer.putInteger(Int(value), 0, 65535)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
