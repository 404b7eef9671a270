// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223ModeParameters` (H.245).
    package struct H223ModeParameters: PERValue {
        /// `CHOICE`.
        @Boxed package var adaptationLayerType: H245.H223ModeParameters.AdaptationLayerType

        /// `BOOLEAN`.
        package var segmentableFlag: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(adaptationLayerType: H245.H223ModeParameters.AdaptationLayerType, segmentableFlag: Bool) {
            self.adaptationLayerType = adaptationLayerType
            self.segmentableFlag = segmentableFlag
        }
    }
}

extension H245.H223ModeParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let adaptationLayerType = try H245.H223ModeParameters.AdaptationLayerType(from: &reader)
        let segmentableFlag = try reader.takeBit()
        self.init(adaptationLayerType: adaptationLayerType, segmentableFlag: segmentableFlag)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.adaptationLayerType.encode(into: &writer)
        writer.put(self.segmentableFlag)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.H223ModeParameters {
    /// What `adaptationLayerType` of ``H245.H223ModeParameters`` holds.
    package enum AdaptationLayerType: PERValue {
        case nonStandard(H245.NonStandardParameter)
        case al1Framed
        case al1NotFramed
        case al2WithoutSequenceNumbers
        case al2WithSequenceNumbers
        case al3(H245.H223ModeParameters.AdaptationLayerType.Al3)
        indirect case al1M(H245.H223AL1MParameters)
        case al2M(H245.H223AL2MParameters)
        indirect case al3M(H245.H223AL3MParameters)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.H223ModeParameters.AdaptationLayerType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            switch try reader.takeNormallySmall() {
            case 0:
                try reader.enterOpenType()
                self = .al1M(try H245.H223AL1MParameters(from: &reader))
                reader.leaveOpenType()
            case 1:
                try reader.enterOpenType()
                self = .al2M(try H245.H223AL2MParameters(from: &reader))
                reader.leaveOpenType()
            case 2:
                try reader.enterOpenType()
                self = .al3M(try H245.H223AL3MParameters(from: &reader))
                reader.leaveOpenType()
            case let index:
                self = .unrecognized(try reader.takeUnrecognized(index))
            }
            return
        }
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        case 1:
            self = .al1Framed
        case 2:
            self = .al1NotFramed
        case 3:
            self = .al2WithoutSequenceNumbers
        case 4:
            self = .al2WithSequenceNumbers
        default:
            self = .al3(try H245.H223ModeParameters.AdaptationLayerType.Al3(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 6)
            value.encode(into: &writer)
        case .al1Framed:
            writer.putExtensibleChoice(1, of: 6)
        case .al1NotFramed:
            writer.putExtensibleChoice(2, of: 6)
        case .al2WithoutSequenceNumbers:
            writer.putExtensibleChoice(3, of: 6)
        case .al2WithSequenceNumbers:
            writer.putExtensibleChoice(4, of: 6)
        case .al3(let value):
            writer.putExtensibleChoice(5, of: 6)
            value.encode(into: &writer)
        case .al1M(let value):
            let start = writer.beginAddition(0)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .al2M(let value):
            let start = writer.beginAddition(1)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .al3M(let value):
            let start = writer.beginAddition(2)
            value.encode(into: &writer)
            writer.endOpenType(start)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H245.H223ModeParameters.AdaptationLayerType {
    /// What `al3` of ``H245.H223ModeParameters.AdaptationLayerType`` holds.
    package struct Al3: PERValue {
        /// `INTEGER (0..2)`.
        package var controlFieldOctets: UInt8

        /// `INTEGER (0..16777215)`.
        package var sendBufferSize: UInt32

        package init(controlFieldOctets: UInt8, sendBufferSize: UInt32) {
            self.controlFieldOctets = controlFieldOctets
            self.sendBufferSize = sendBufferSize
        }
    }
}

extension H245.H223ModeParameters.AdaptationLayerType.Al3 {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let controlFieldOctets = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 2))
        let sendBufferSize = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 16_777_215))
        self.init(controlFieldOctets: controlFieldOctets, sendBufferSize: sendBufferSize)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putInteger(Int(self.controlFieldOctets), 0, 2)
        writer.putInteger(Int(self.sendBufferSize), 0, 16_777_215)
    }
}
