// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// A channel for one medium is opened, in one direction or two (clause C.4).
    package struct OpenLogicalChannel: PERValue {
        /// `LogicalChannelNumber`.
        package var forwardLogicalChannelNumber: H245.LogicalChannelNumber

        /// `SEQUENCE`.
        @Boxed package var forwardLogicalChannelParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters

        /// `SEQUENCE`, optional.
        @BoxedIfPresent
        package var reverseLogicalChannelParameters: H245.OpenLogicalChannel.ReverseLogicalChannelParameters?

        /// `NetworkAccessParameters`, addition 1.
        @BoxedIfPresent package var separateStack: H245.NetworkAccessParameters?

        /// `EncryptionSync`, addition 2.
        @BoxedIfPresent package var encryptionSync: H245.EncryptionSync?

        /// `SEQUENCE OF GenericInformation`, addition 3.
        package var genericInformation: [H245.GenericInformation]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            forwardLogicalChannelNumber: H245.LogicalChannelNumber,
            forwardLogicalChannelParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters
        ) {
            self.forwardLogicalChannelNumber = forwardLogicalChannelNumber
            self.forwardLogicalChannelParameters = forwardLogicalChannelParameters
        }
    }
}

extension H245.OpenLogicalChannel {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let forwardLogicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let forwardLogicalChannelParameters = try H245.OpenLogicalChannel.ForwardLogicalChannelParameters(from: &reader)
        self.init(
            forwardLogicalChannelNumber: forwardLogicalChannelNumber,
            forwardLogicalChannelParameters: forwardLogicalChannelParameters
        )
        if present & 1 << 0 != 0 {
            typealias ReverseLogicalChannelParameters = H245.OpenLogicalChannel
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
                self.encryptionSync = try H245.EncryptionSync(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.genericInformation = try reader.takeList(0, nil, of: H245.GenericInformation.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 3)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 3, self.unrecognized)
        bitmap.insert(0, if: self._separateStack.isPresent)
        bitmap.insert(1, if: self._encryptionSync.isPresent)
        bitmap.insert(2, if: self.genericInformation != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._reverseLogicalChannelParameters.isPresent)
        writer.putInteger(Int(self.forwardLogicalChannelNumber), 1, 65535)
        self.forwardLogicalChannelParameters.encode(into: &writer)
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

extension H245.OpenLogicalChannel {
    /// What `forwardLogicalChannelParameters` of ``H245.OpenLogicalChannel`` holds.
    package struct ForwardLogicalChannelParameters: PERValue {
        /// `INTEGER (0..65535)`, optional.
        package var portNumber: UInt16?

        /// `DataType`.
        @Boxed package var dataType: H245.DataType

        /// `CHOICE`.
        package var multiplexParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters.MultiplexParameters

        /// `LogicalChannelNumber`, addition 1.
        package var forwardLogicalChannelDependency: H245.LogicalChannelNumber?

        /// `LogicalChannelNumber`, addition 2.
        package var replacementFor: H245.LogicalChannelNumber?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            dataType: H245.DataType,
            multiplexParameters: H245.OpenLogicalChannel.ForwardLogicalChannelParameters.MultiplexParameters
        ) {
            self.dataType = dataType
            self.multiplexParameters = multiplexParameters
        }
    }
}

extension H245.OpenLogicalChannel.ForwardLogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var portNumber: UInt16?
        if present & 1 << 0 != 0 {
            portNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        }
        let dataType = try H245.DataType(from: &reader)
        typealias MultiplexParameters = H245.OpenLogicalChannel.ForwardLogicalChannelParameters
            .MultiplexParameters
        let multiplexParameters = try MultiplexParameters(from: &reader)
        self.init(dataType: dataType, multiplexParameters: multiplexParameters)
        self.portNumber = portNumber
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.forwardLogicalChannelDependency = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.replacementFor = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.forwardLogicalChannelDependency != nil)
        bitmap.insert(1, if: self.replacementFor != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.portNumber != nil)
        if let value = self.portNumber {
            writer.putInteger(Int(value), 0, 65535)
        }
        self.dataType.encode(into: &writer)
        self.multiplexParameters.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.forwardLogicalChannelDependency {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        if let value = self.replacementFor {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.OpenLogicalChannel.ForwardLogicalChannelParameters {
    /// What `multiplexParameters` of ``H245.OpenLogicalChannel.ForwardLogicalChannelParameters`` holds.
    package enum MultiplexParameters: PERValue {
        indirect case h222LogicalChannelParameters(H245.H222LogicalChannelParameters)
        case h223LogicalChannelParameters(H245.H223LogicalChannelParameters)
        indirect case v76LogicalChannelParameters(H245.V76LogicalChannelParameters)
        indirect case h2250LogicalChannelParameters(H245.H2250LogicalChannelParameters)
        case none
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.OpenLogicalChannel.ForwardLogicalChannelParameters.MultiplexParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .h2250LogicalChannelParameters(try H245.H2250LogicalChannelParameters(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .none
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .h222LogicalChannelParameters(try H245.H222LogicalChannelParameters(from: &reader))
        case 1:
            self = .h223LogicalChannelParameters(try H245.H223LogicalChannelParameters(from: &reader))
        default:
            self = .v76LogicalChannelParameters(try H245.V76LogicalChannelParameters(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h222LogicalChannelParameters(let value):
            writer.putExtensibleChoice(0, of: 3)
            value.encode(into: &writer)
        case .h223LogicalChannelParameters(let value):
            writer.putExtensibleChoice(1, of: 3)
            value.encode(into: &writer)
        case .v76LogicalChannelParameters(let value):
            writer.putExtensibleChoice(2, of: 3)
            value.encode(into: &writer)
        case .h2250LogicalChannelParameters(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .none:
            let start = writer.beginAddition(1)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.OpenLogicalChannel {
    /// What `reverseLogicalChannelParameters` of ``H245.OpenLogicalChannel`` holds.
    package struct ReverseLogicalChannelParameters: PERValue {
        /// `DataType`.
        @Boxed package var dataType: H245.DataType

        /// `CHOICE`, optional.
        package var multiplexParameters: H245.OpenLogicalChannel.ReverseLogicalChannelParameters.MultiplexParameters?

        /// `LogicalChannelNumber`, addition 1.
        package var reverseLogicalChannelDependency: H245.LogicalChannelNumber?

        /// `LogicalChannelNumber`, addition 2.
        package var replacementFor: H245.LogicalChannelNumber?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(dataType: H245.DataType) {
            self.dataType = dataType
        }
    }
}

extension H245.OpenLogicalChannel.ReverseLogicalChannelParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let dataType = try H245.DataType(from: &reader)
        self.init(dataType: dataType)
        if present & 1 << 0 != 0 {
            typealias MultiplexParameters = H245.OpenLogicalChannel.ReverseLogicalChannelParameters
                .MultiplexParameters
            self.multiplexParameters = try MultiplexParameters(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.reverseLogicalChannelDependency = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.replacementFor = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.reverseLogicalChannelDependency != nil)
        bitmap.insert(1, if: self.replacementFor != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.multiplexParameters != nil)
        self.dataType.encode(into: &writer)
        if let value = self.multiplexParameters {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.reverseLogicalChannelDependency {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        if let value = self.replacementFor {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 1, 65535)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.OpenLogicalChannel.ReverseLogicalChannelParameters {
    /// What `multiplexParameters` of ``H245.OpenLogicalChannel.ReverseLogicalChannelParameters`` holds.
    package enum MultiplexParameters: PERValue {
        case h223LogicalChannelParameters(H245.H223LogicalChannelParameters)
        indirect case v76LogicalChannelParameters(H245.V76LogicalChannelParameters)
        indirect case h2250LogicalChannelParameters(H245.H2250LogicalChannelParameters)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.OpenLogicalChannel.ReverseLogicalChannelParameters.MultiplexParameters {
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
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .h223LogicalChannelParameters(try H245.H223LogicalChannelParameters(from: &reader))
        default:
            self = .v76LogicalChannelParameters(try H245.V76LogicalChannelParameters(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .h223LogicalChannelParameters(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .v76LogicalChannelParameters(let value):
            writer.putExtensibleChoice(1, of: 2)
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
