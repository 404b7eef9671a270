// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `T38FaxProfile` (H.245).
    package struct T38FaxProfile: PERValue {
        /// `BOOLEAN`.
        package var fillBitRemoval: Bool

        /// `BOOLEAN`.
        package var transcodingJBIG: Bool

        /// `BOOLEAN`.
        package var transcodingMMR: Bool

        /// `INTEGER (0..255)`, addition 1.
        package var version: UInt8?

        /// `T38FaxRateManagement`, addition 2.
        package var t38FaxRateManagement: H245.T38FaxRateManagement?

        /// `T38FaxUdpOptions`, addition 3.
        @BoxedIfPresent package var t38FaxUdpOptions: H245.T38FaxUdpOptions?

        /// `T38FaxTcpOptions`, addition 4.
        package var t38FaxTcpOptions: H245.T38FaxTcpOptions?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(fillBitRemoval: Bool, transcodingJBIG: Bool, transcodingMMR: Bool) {
            self.fillBitRemoval = fillBitRemoval
            self.transcodingJBIG = transcodingJBIG
            self.transcodingMMR = transcodingMMR
        }
    }
}

extension H245.T38FaxProfile {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let fillBitRemoval = try reader.takeBit()
        let transcodingJBIG = try reader.takeBit()
        let transcodingMMR = try reader.takeBit()
        self.init(fillBitRemoval: fillBitRemoval, transcodingJBIG: transcodingJBIG, transcodingMMR: transcodingMMR)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.version = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.t38FaxRateManagement = try H245.T38FaxRateManagement(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(2, of: bitmap) {
                self.t38FaxUdpOptions = try H245.T38FaxUdpOptions(from: &reader)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(3, of: bitmap) {
                self.t38FaxTcpOptions = try H245.T38FaxTcpOptions(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 4)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 4, self.unrecognized)
        bitmap.insert(0, if: self.version != nil)
        bitmap.insert(1, if: self.t38FaxRateManagement != nil)
        bitmap.insert(2, if: self._t38FaxUdpOptions.isPresent)
        bitmap.insert(3, if: self.t38FaxTcpOptions != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.fillBitRemoval)
        writer.put(self.transcodingJBIG)
        writer.put(self.transcodingMMR)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.version {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 255)
            writer.endOpenType(start)
        }
        if let value = self.t38FaxRateManagement {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.t38FaxUdpOptions {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        if let value = self.t38FaxTcpOptions {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
