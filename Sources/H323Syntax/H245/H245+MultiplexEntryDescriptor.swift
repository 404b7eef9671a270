// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntryDescriptor` (H.245).
    package struct MultiplexEntryDescriptor: PERValue {
        /// `MultiplexTableEntryNumber`.
        package var multiplexTableEntryNumber: H245.MultiplexTableEntryNumber

        /// `SEQUENCE (SIZE (1..256)) OF MultiplexElement`, optional.
        package var elementList: [H245.MultiplexElement]?

        package init(multiplexTableEntryNumber: H245.MultiplexTableEntryNumber) {
            self.multiplexTableEntryNumber = multiplexTableEntryNumber
        }
    }
}

extension H245.MultiplexEntryDescriptor {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let present = try reader.takeBits(1)
        let multiplexTableEntryNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        self.init(multiplexTableEntryNumber: multiplexTableEntryNumber)
        if present & 1 << 0 != 0 {
            self.elementList = try reader.takeList(1, 256, of: H245.MultiplexElement.init(from:))
        }
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.elementList != nil)
        writer.putInteger(Int(self.multiplexTableEntryNumber), 1, 15)
        if let value = self.elementList {
            writer.putList(value, 1, 256)
        }
    }
}
