// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The bit rate of a channel is limited, or no longer.
    package struct FlowControlCommand: PERValue {
        /// `CHOICE`.
        package var scope: H245.FlowControlCommand.Scope

        /// `CHOICE`.
        package var restriction: H245.FlowControlCommand.Restriction

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(scope: H245.FlowControlCommand.Scope, restriction: H245.FlowControlCommand.Restriction) {
            self.scope = scope
            self.restriction = restriction
        }
    }
}

extension H245.FlowControlCommand {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let scope = try H245.FlowControlCommand.Scope(from: &reader)
        let restriction = try H245.FlowControlCommand.Restriction(from: &reader)
        self.init(scope: scope, restriction: restriction)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.scope.encode(into: &writer)
        self.restriction.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.FlowControlCommand {
    /// What `scope` of ``H245.FlowControlCommand`` holds.
    package enum Scope: PERValue {
        case logicalChannelNumber(H245.LogicalChannelNumber)
        case resourceID(UInt16)
        case wholeMultiplex
    }
}

extension H245.FlowControlCommand.Scope {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .logicalChannelNumber(UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535)))
        case 1:
            self = .resourceID(UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535)))
        default:
            self = .wholeMultiplex
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .logicalChannelNumber(let value):
            writer.putChoice(0, of: 3)
            writer.putInteger(Int(value), 1, 65535)
        case .resourceID(let value):
            writer.putChoice(1, of: 3)
            writer.putInteger(Int(value), 0, 65535)
        case .wholeMultiplex:
            writer.putChoice(2, of: 3)
        }
    }
}

extension H245.FlowControlCommand {
    /// What `restriction` of ``H245.FlowControlCommand`` holds.
    package enum Restriction: PERValue {
        case maximumBitRate(UInt32)
        case noRestriction
    }
}

extension H245.FlowControlCommand.Restriction {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .maximumBitRate(UInt32(truncatingIfNeeded: try reader.takeInteger(0, 16_777_215)))
        default:
            self = .noRestriction
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .maximumBitRate(let value):
            writer.putChoice(0, of: 2)
            writer.putInteger(Int(value), 0, 16_777_215)
        case .noRestriction:
            writer.putChoice(1, of: 2)
        }
    }
}
