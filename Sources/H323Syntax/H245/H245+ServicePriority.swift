// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ServicePriority` (H.245).
    package struct ServicePriority: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandardData: H245.NonStandardParameter?

        /// `BOOLEAN`.
        package var servicePrioritySignalled: Bool

        /// `ServicePriorityValue`, optional.
        @BoxedIfPresent package var servicePriorityValue: H245.ServicePriorityValue?

        /// `INTEGER (0..4095)`, addition 1.
        package var serviceClass: UInt16?

        /// `INTEGER (0..255)`, addition 2.
        package var serviceSubclass: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(servicePrioritySignalled: Bool) {
            self.servicePrioritySignalled = servicePrioritySignalled
        }
    }
}

extension H245.ServicePriority {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var nonStandardData: H245.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandardData = try H245.NonStandardParameter(from: &reader)
        }
        let servicePrioritySignalled = try reader.takeBit()
        self.init(servicePrioritySignalled: servicePrioritySignalled)
        self.nonStandardData = nonStandardData
        if present & 1 << 0 != 0 {
            self.servicePriorityValue = try H245.ServicePriorityValue(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.serviceClass = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 4095))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.serviceSubclass = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.serviceClass != nil)
        bitmap.insert(1, if: self.serviceSubclass != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardData != nil)
        writer.put(self._servicePriorityValue.isPresent)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.put(self.servicePrioritySignalled)
        if let value = self.servicePriorityValue {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.serviceClass {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 4095)
            writer.endOpenType(start)
        }
        if let value = self.serviceSubclass {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
