// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexElement` (H.245).
    package struct MultiplexElement: PERValue {
        /// `CHOICE`.
        package var type: H245.MultiplexElement.TypeValue

        /// `CHOICE`.
        package var repeatCount: H245.MultiplexElement.RepeatCount

        package init(type: H245.MultiplexElement.TypeValue, repeatCount: H245.MultiplexElement.RepeatCount) {
            self.type = type
            self.repeatCount = repeatCount
        }
    }
}

extension H245.MultiplexElement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let type = try H245.MultiplexElement.TypeValue(from: &reader)
        let repeatCount = try H245.MultiplexElement.RepeatCount(from: &reader)
        self.init(type: type, repeatCount: repeatCount)
    }

    package func encode(into writer: inout PERWriter) {
        self.type.encode(into: &writer)
        self.repeatCount.encode(into: &writer)
    }
}

extension H245.MultiplexElement {
    /// What `type` of ``H245.MultiplexElement`` holds.
    package enum TypeValue: PERValue {
        case logicalChannelNumber(UInt16)
        case subElementList([H245.MultiplexElement])
    }
}

extension H245.MultiplexElement.TypeValue {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .logicalChannelNumber(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        default:
            self = .subElementList(try reader.takeList(2, 255, of: H245.MultiplexElement.init(from:)))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .logicalChannelNumber(let value):
            writer.putChoice(0, of: 2)
            writer.putInteger(Int(value), 0, 65535)
        case .subElementList(let value):
            writer.putChoice(1, of: 2)
            writer.putList(value, 2, 255)
        }
    }
}

extension H245.MultiplexElement {
    /// What `repeatCount` of ``H245.MultiplexElement`` holds.
    package enum RepeatCount: PERValue {
        case finite(UInt16)
        case untilClosingFlag
    }
}

extension H245.MultiplexElement.RepeatCount {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .finite(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        default:
            self = .untilClosingFlag
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .finite(let value):
            writer.putChoice(0, of: 2)
            writer.putInteger(Int(value), 1, 65535)
        case .untilClosingFlag:
            writer.putChoice(1, of: 2)
        }
    }
}
