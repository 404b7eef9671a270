// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V76Capability` (H.245).
    package struct V76Capability: PERValue {
        /// `BOOLEAN`.
        package var suspendResumeCapabilitywAddress: Bool

        /// `BOOLEAN`.
        package var suspendResumeCapabilitywoAddress: Bool

        /// `BOOLEAN`.
        package var rejCapability: Bool

        /// `BOOLEAN`.
        package var sREJCapability: Bool

        /// `BOOLEAN`.
        package var mREJCapability: Bool

        /// `BOOLEAN`.
        package var crc8bitCapability: Bool

        /// `BOOLEAN`.
        package var crc16bitCapability: Bool

        /// `BOOLEAN`.
        package var crc32bitCapability: Bool

        /// `BOOLEAN`.
        package var uihCapability: Bool

        /// `INTEGER (2..8191)`.
        package var numOfDLCS: UInt16

        /// `BOOLEAN`.
        package var twoOctetAddressFieldCapability: Bool

        /// `BOOLEAN`.
        package var loopBackTestCapability: Bool

        /// `INTEGER (1..4095)`.
        package var n401Capability: UInt16

        /// `INTEGER (1..127)`.
        package var maxWindowSizeCapability: UInt8

        /// `V75Capability`.
        package var v75Capability: H245.V75Capability

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            suspendResumeCapabilitywAddress: Bool,
            suspendResumeCapabilitywoAddress: Bool,
            rejCapability: Bool,
            sREJCapability: Bool,
            mREJCapability: Bool,
            crc8bitCapability: Bool,
            crc16bitCapability: Bool,
            crc32bitCapability: Bool,
            uihCapability: Bool,
            numOfDLCS: UInt16,
            twoOctetAddressFieldCapability: Bool,
            loopBackTestCapability: Bool,
            n401Capability: UInt16,
            maxWindowSizeCapability: UInt8,
            v75Capability: H245.V75Capability
        ) {
            self.suspendResumeCapabilitywAddress = suspendResumeCapabilitywAddress
            self.suspendResumeCapabilitywoAddress = suspendResumeCapabilitywoAddress
            self.rejCapability = rejCapability
            self.sREJCapability = sREJCapability
            self.mREJCapability = mREJCapability
            self.crc8bitCapability = crc8bitCapability
            self.crc16bitCapability = crc16bitCapability
            self.crc32bitCapability = crc32bitCapability
            self.uihCapability = uihCapability
            self.numOfDLCS = numOfDLCS
            self.twoOctetAddressFieldCapability = twoOctetAddressFieldCapability
            self.loopBackTestCapability = loopBackTestCapability
            self.n401Capability = n401Capability
            self.maxWindowSizeCapability = maxWindowSizeCapability
            self.v75Capability = v75Capability
        }
    }
}

extension H245.V76Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let suspendResumeCapabilitywAddress = try reader.takeBit()
        let suspendResumeCapabilitywoAddress = try reader.takeBit()
        let rejCapability = try reader.takeBit()
        let sREJCapability = try reader.takeBit()
        let mREJCapability = try reader.takeBit()
        let crc8bitCapability = try reader.takeBit()
        let crc16bitCapability = try reader.takeBit()
        let crc32bitCapability = try reader.takeBit()
        let uihCapability = try reader.takeBit()
        let numOfDLCS = UInt16(truncatingIfNeeded: try reader.takeInteger(2, 8191))
        let twoOctetAddressFieldCapability = try reader.takeBit()
        let loopBackTestCapability = try reader.takeBit()
        let n401Capability = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 4095))
        let maxWindowSizeCapability = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 127))
        let v75Capability = try H245.V75Capability(from: &reader)
        self.init(
            suspendResumeCapabilitywAddress: suspendResumeCapabilitywAddress,
            suspendResumeCapabilitywoAddress: suspendResumeCapabilitywoAddress,
            rejCapability: rejCapability,
            sREJCapability: sREJCapability,
            mREJCapability: mREJCapability,
            crc8bitCapability: crc8bitCapability,
            crc16bitCapability: crc16bitCapability,
            crc32bitCapability: crc32bitCapability,
            uihCapability: uihCapability,
            numOfDLCS: numOfDLCS,
            twoOctetAddressFieldCapability: twoOctetAddressFieldCapability,
            loopBackTestCapability: loopBackTestCapability,
            n401Capability: n401Capability,
            maxWindowSizeCapability: maxWindowSizeCapability,
            v75Capability: v75Capability
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.suspendResumeCapabilitywAddress)
        writer.put(self.suspendResumeCapabilitywoAddress)
        writer.put(self.rejCapability)
        writer.put(self.sREJCapability)
        writer.put(self.mREJCapability)
        writer.put(self.crc8bitCapability)
        writer.put(self.crc16bitCapability)
        writer.put(self.crc32bitCapability)
        writer.put(self.uihCapability)
        writer.putInteger(Int(self.numOfDLCS), 2, 8191)
        writer.put(self.twoOctetAddressFieldCapability)
        writer.put(self.loopBackTestCapability)
        writer.putInteger(Int(self.n401Capability), 1, 4095)
        writer.putInteger(Int(self.maxWindowSizeCapability), 1, 127)
        self.v75Capability.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
