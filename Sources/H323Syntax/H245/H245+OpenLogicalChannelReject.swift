// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The channel is not opened.
    package struct OpenLogicalChannelReject: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `CHOICE`.
        package var cause: H245.OpenLogicalChannelReject.Cause

        /// `SEQUENCE OF GenericInformation`, addition 1.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            forwardLogicalChannelNumber: H245.LogicalChannelNumber,
            cause: H245.OpenLogicalChannelReject.Cause
        ) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
            self.cause = cause
        }
    }
}

extension H245.OpenLogicalChannelReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let cause = try H245.OpenLogicalChannelReject.Cause(from: &reader)
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber, cause: cause)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        self.cause.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericInformation {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.OpenLogicalChannelReject {
    /// What `cause` of ``H245.OpenLogicalChannelReject`` holds.
    package enum Cause: PERValue {
        case unspecified
        case unsuitableReverseParameters
        case dataTypeNotSupported
        case dataTypeNotAvailable
        case unknownDataType
        case dataTypeALCombinationNotSupported
        case multicastChannelNotAllowed
        case insufficientBandwidth
        case separateStackEstablishmentFailed
        case invalidSessionID
        case masterSlaveConflict
        case waitForCommunicationMode
        case invalidDependentChannel
        case replacementForRejected
        case securityDenied
        case qoSControlNotSupported
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.OpenLogicalChannelReject.Cause {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .multicastChannelNotAllowed
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .insufficientBandwidth
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .separateStackEstablishmentFailed
                reader.leaveOpenType()
            case 3:
                try reader.enterOpenType()
                self = .invalidSessionID
                reader.leaveOpenType()
            case 4:
                try reader.enterOpenType()
                self = .masterSlaveConflict
                reader.leaveOpenType()
            case 5:
                try reader.enterOpenType()
                self = .waitForCommunicationMode
                reader.leaveOpenType()
            case 6:
                try reader.enterOpenType()
                self = .invalidDependentChannel
                reader.leaveOpenType()
            case 7:
                try reader.enterOpenType()
                self = .replacementForRejected
                reader.leaveOpenType()
            case 8:
                try reader.enterOpenType()
                self = .securityDenied
                reader.leaveOpenType()
            case 9:
                try reader.enterOpenType()
                self = .qoSControlNotSupported
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .unspecified
        case 1:
            self = .unsuitableReverseParameters
        case 2:
            self = .dataTypeNotSupported
        case 3:
            self = .dataTypeNotAvailable
        case 4:
            self = .unknownDataType
        default:
            self = .dataTypeALCombinationNotSupported
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .unspecified:
            writer.putExtensibleChoice(0, of: 6)
        case .unsuitableReverseParameters:
            writer.putExtensibleChoice(1, of: 6)
        case .dataTypeNotSupported:
            writer.putExtensibleChoice(2, of: 6)
        case .dataTypeNotAvailable:
            writer.putExtensibleChoice(3, of: 6)
        case .unknownDataType:
            writer.putExtensibleChoice(4, of: 6)
        case .dataTypeALCombinationNotSupported:
            writer.putExtensibleChoice(5, of: 6)
        case .multicastChannelNotAllowed:
            let start = writer.beginAddition(0)
            writer.endOpenType(start)
        case .insufficientBandwidth:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .separateStackEstablishmentFailed:
            let start = writer.beginAddition(2)
            writer.endOpenType(start)
        case .invalidSessionID:
            let start = writer.beginAddition(3)
            writer.endOpenType(start)
        case .masterSlaveConflict:
            let start = writer.beginAddition(4)
            writer.endOpenType(start)
        case .waitForCommunicationMode:
            let start = writer.beginAddition(5)
            writer.endOpenType(start)
        case .invalidDependentChannel:
            let start = writer.beginAddition(6)
            writer.endOpenType(start)
        case .replacementForRejected:
            let start = writer.beginAddition(7)
            writer.endOpenType(start)
        case .securityDenied:
            let start = writer.beginAddition(8)
            writer.endOpenType(start)
        case .qoSControlNotSupported:
            let start = writer.beginAddition(9)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
