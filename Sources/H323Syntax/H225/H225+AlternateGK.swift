// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `AlternateGK` (H.225.0).
    package struct AlternateGK: PERValue {
        /// `TransportAddress`.
        @Boxed package var rasAddress: H225.TransportAddress

        /// `GatekeeperIdentifier`, optional.
        package var gatekeeperIdentifier: H225.GatekeeperIdentifier?

        /// `BOOLEAN`.
        package var needToRegister: Bool

        /// `INTEGER (0..127)`.
        package var priority: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(rasAddress: H225.TransportAddress, needToRegister: Bool, priority: UInt8) {
            self.rasAddress = rasAddress
            self.needToRegister = needToRegister
            self.priority = priority
        }
    }
}

extension H225.AlternateGK {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let rasAddress = try H225.TransportAddress(from: &reader)
        var gatekeeperIdentifier: H225.GatekeeperIdentifier?
        if present & 1 << 0 != 0 {
            gatekeeperIdentifier = try reader.takeBMPString(1, 128)
        }
        let needToRegister = try reader.takeBit()
        let priority = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        self.init(rasAddress: rasAddress, needToRegister: needToRegister, priority: priority)
        self.gatekeeperIdentifier = gatekeeperIdentifier
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.gatekeeperIdentifier != nil)
        self.rasAddress.encode(into: &writer)
        if let value = self.gatekeeperIdentifier {
            writer.putBMPString(value, 1, 128)
        }
        writer.put(self.needToRegister)
        writer.putInteger(Int(self.priority), 0, 127)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
