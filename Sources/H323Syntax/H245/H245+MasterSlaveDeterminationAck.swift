// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// What the other end is.
    package struct MasterSlaveDeterminationAck: PERValue {
        /// `CHOICE`.
        package var decision: H245.MasterSlaveDeterminationAck.Decision

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(decision: H245.MasterSlaveDeterminationAck.Decision) {
            self.decision = decision
        }
    }
}

extension H245.MasterSlaveDeterminationAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let decision = try H245.MasterSlaveDeterminationAck.Decision(from: &reader)
        self.init(decision: decision)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.decision.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.MasterSlaveDeterminationAck {
    /// What `decision` of ``H245.MasterSlaveDeterminationAck`` holds.
    package enum Decision: PERValue {
        case master
        case slave
    }
}

extension H245.MasterSlaveDeterminationAck.Decision {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .master
        default:
            self = .slave
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .master:
            writer.putChoice(0, of: 2)
        case .slave:
            writer.putChoice(1, of: 2)
        }
    }
}
