// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// What an endpoint is and who made it.
    package struct EndpointType: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `VendorIdentifier`, optional.
        @BoxedIfPresent package var vendor: H225.VendorIdentifier?

        /// `GatekeeperInfo`, optional.
        package var gatekeeper: H225.GatekeeperInfo?

        /// `GatewayInfo`, optional.
        package var gateway: H225.GatewayInfo?

        /// `McuInfo`, optional.
        package var mcu: H225.McuInfo?

        /// `TerminalInfo`, optional.
        package var terminal: H225.TerminalInfo?

        /// `BOOLEAN`.
        package var mc: Bool

        /// `BOOLEAN`.
        package var undefinedNode: Bool

        /// `BIT STRING (SIZE (32))`, addition 1.
        package var set: BitString?

        /// `SEQUENCE OF TunnelledProtocol`, addition 2.
        package var supportedTunnelledProtocols: [H225.TunnelledProtocol]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(mc: Bool, undefinedNode: Bool) {
            self.mc = mc
            self.undefinedNode = undefinedNode
        }
    }
}

extension H225.EndpointType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(6)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 5 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        var vendor: H225.VendorIdentifier?
        if present & 1 << 4 != 0 {
            vendor = try H225.VendorIdentifier(from: &reader)
        }
        var gatekeeper: H225.GatekeeperInfo?
        if present & 1 << 3 != 0 {
            gatekeeper = try H225.GatekeeperInfo(from: &reader)
        }
        var gateway: H225.GatewayInfo?
        if present & 1 << 2 != 0 {
            gateway = try H225.GatewayInfo(from: &reader)
        }
        var mcu: H225.McuInfo?
        if present & 1 << 1 != 0 {
            mcu = try H225.McuInfo(from: &reader)
        }
        var terminal: H225.TerminalInfo?
        if present & 1 << 0 != 0 {
            terminal = try H225.TerminalInfo(from: &reader)
        }
        let mc = try reader.takeBit()
        let undefinedNode = try reader.takeBit()
        self.init(mc: mc, undefinedNode: undefinedNode)
        self.nonStandardData = nonStandardData
        self.vendor = vendor
        self.gatekeeper = gatekeeper
        self.gateway = gateway
        self.mcu = mcu
        self.terminal = terminal
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.set = try reader.takeBitString(32, 32)
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.supportedTunnelledProtocols = try reader.takeList(0, nil, of: H225.TunnelledProtocol.init(from:))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.set != nil)
        bitmap.insert(1, if: self.supportedTunnelledProtocols != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self._vendor.isPresent)
        writer.put(self.gatekeeper != nil)
        writer.put(self.gateway != nil)
        writer.put(self.mcu != nil)
        writer.put(self.terminal != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.vendor {
            value.encode(into: &writer)
        }
        if let value = self.gatekeeper {
            value.encode(into: &writer)
        }
        if let value = self.gateway {
            value.encode(into: &writer)
        }
        if let value = self.mcu {
            value.encode(into: &writer)
        }
        if let value = self.terminal {
            value.encode(into: &writer)
        }
        writer.put(self.mc)
        writer.put(self.undefinedNode)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.set {
            let start = writer.beginOpenType()
            writer.putBitString(value, 32, 32)
            writer.endOpenType(start)
        }
        if let value = self.supportedTunnelledProtocols {
            let start = writer.beginOpenType()
            writer.putList(value, 0, nil)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
