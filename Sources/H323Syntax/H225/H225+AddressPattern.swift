// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `AddressPattern` (H.225.0).
    package enum AddressPattern: PERValue {
        case wildcard(H225.AliasAddress)
        indirect case range(H225.AddressPattern.Range)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H225.AddressPattern {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .wildcard(try H225.AliasAddress(from: &reader))
        default:
            self = .range(try H225.AddressPattern.Range(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .wildcard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .range(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}

extension H225.AddressPattern {
    /// What `range` of ``H225.AddressPattern`` holds.
    package struct Range: PERValue {
        /// `PartyNumber`.
        package var startOfRange: H225.PartyNumber

        /// `PartyNumber`.
        package var endOfRange: H225.PartyNumber

        package init(startOfRange: H225.PartyNumber, endOfRange: H225.PartyNumber) {
            self.startOfRange = startOfRange
            self.endOfRange = endOfRange
        }
    }
}

extension H225.AddressPattern.Range {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let startOfRange = try H225.PartyNumber(from: &reader)
        let endOfRange = try H225.PartyNumber(from: &reader)
        self.init(startOfRange: startOfRange, endOfRange: endOfRange)
    }

    package func encode(into writer: inout PERWriter) {
        self.startOfRange.encode(into: &writer)
        self.endOfRange.encode(into: &writer)
    }
}
