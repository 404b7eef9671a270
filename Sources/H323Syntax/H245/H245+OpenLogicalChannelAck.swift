// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The channel is open, and this is where its media go.
    package struct OpenLogicalChannelAck: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `SEQUENCE`, optional.
        @BoxedIfPresent
        package var reverseLogicalChannelParameters: H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters?

        /// `NetworkAccessParameters`, addition 1.
        @BoxedIfPresent package var separateStack: H245.NetworkAccessParameters?

        /// `CHOICE`, addition 2.
        package var forwardMultiplexAckParameters: H245.OpenLogicalChannelAck.ForwardMultiplexAckParameters?

        /// `EncryptionSync`, addition 3.
        @BoxedIfPresent package var encryptionSync: H245.EncryptionSync?

        /// `SEQUENCE OF GenericInformation`, addition 4.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(forwardLogicalChannelNumber: H245.LogicalChannelNumber) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
        }
    }
}

extension H245.OpenLogicalChannelAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(forwardLogicalChannelNumber: forwardLogicalChannelNumber)
        if present & 1 << 0 != 0 {
            typealias ReverseLogicalChannelParameters = H245.OpenLogicalChannelAck
                .ReverseLogicalChannelParameters
            self.reverseLogicalChannelParameters = try ReverseLogicalChannelParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.separateStack = try H245.NetworkAccessParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                typealias ForwardMultiplexAckParameters = H245.OpenLogicalChannelAck
                    .ForwardMultiplexAckParameters
                self.forwardMultiplexAckParameters = try ForwardMultiplexAckParameters(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.encryptionSync = try H245.EncryptionSync(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self._separateStack.isPresent)
        bitmap.insert(1, if: self.forwardMultiplexAckParameters != nil)
        bitmap.insert(2, if: self._encryptionSync.isPresent)
        bitmap.insert(3, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._reverseLogicalChannelParameters.isPresent)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        if let value = self.reverseLogicalChannelParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.separateStack {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.forwardMultiplexAckParameters {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.encryptionSync {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.genericInformation {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.OpenLogicalChannelAck {
    /// What `reverseLogicalChannelParameters` of ``H245.OpenLogicalChannelAck`` holds.
    package struct ReverseLogicalChannelParameters: PERValue {
        /// `LogicalChannelNumber`.
        package var reverseLogicalChannelNumber: H245.LogicalChannelNumber

        /// `INTEGER (0..65535)`, optional.
        package var portNumber: UInt16?

        /// `CHOICE`, optional.
        package var multiplexParameters: H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters.MultiplexParameters?

        /// `LogicalChannelNumber`, addition 1.
        package var replacementFor: H245.LogicalChannelNumber?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(reverseLogicalChannelNumber: H245.LogicalChannelNumber) {
            self.reverseLogicalChannelNumber = reverseLogicalChannelNumber
        }
    }
}

extension H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let reverseLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(reverseLogicalChannelNumber: reverseLogicalChannelNumber)
        if present & 1 << 1 != 0 {
            self.portNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        }
        if present & 1 << 0 != 0 {
            typealias MultiplexParameters = H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters
                .MultiplexParameters
            self.multiplexParameters = try MultiplexParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.replacementFor = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.replacementFor != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.portNumber != nil)
        writer.put(self.multiplexParameters != nil)
        writer.putInteger(Int(self.reverseLogicalChannelNumber), 1, 65535)
        if let value = self.portNumber {
            writer.putInteger(Int(value), 0, 65535)
        }
        if let value = self.multiplexParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.replacementFor {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters {
    /// What `multiplexParameters` of ``H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters`` holds.
    package enum MultiplexParameters: PERValue {
        indirect case h222LogicalChannelParameters(H245.H222LogicalChannelParameters)
        indirect case h2250LogicalChannelParameters(H245.H2250LogicalChannelParameters)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.OpenLogicalChannelAck.ReverseLogicalChannelParameters.MultiplexParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h2250LogicalChannelParameters(try H245.H2250LogicalChannelParameters(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .h222LogicalChannelParameters(try H245.H222LogicalChannelParameters(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h222LogicalChannelParameters(let value):
            writer.putExtensibleChoice(0, of: 1)
            value.encode(into: &writer)
        case .h2250LogicalChannelParameters(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.OpenLogicalChannelAck {
    /// What `forwardMultiplexAckParameters` of ``H245.OpenLogicalChannelAck`` holds.
    package enum ForwardMultiplexAckParameters: PERValue {
        indirect case h2250LogicalChannelAckParameters(H245.H2250LogicalChannelAckParameters)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.OpenLogicalChannelAck.ForwardMultiplexAckParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 0) {
        default:
            self = .h2250LogicalChannelAckParameters(try H245.H2250LogicalChannelAckParameters(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h2250LogicalChannelAckParameters(let value):
            writer.putExtensibleChoice(0, of: 1)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
