// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `BandwidthDetails` (H.225.0).
    package struct BandwidthDetails: PERValue {
        /// `BOOLEAN`.
        package var sender: Bool

        /// `BOOLEAN`.
        package var multicast: Bool

        /// `BandWidth`.
        package var bandwidth: H225.BandWidth

        /// `TransportChannelInfo`.
        package var rtcpAddresses: H225.TransportChannelInfo

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sender: Bool,
            multicast: Bool,
            bandwidth: H225.BandWidth,
            rtcpAddresses: H225.TransportChannelInfo
        ) {
            self.sender = sender
            self.multicast = multicast
            self.bandwidth = bandwidth
            self.rtcpAddresses = rtcpAddresses
        }
    }
}

extension H225.BandwidthDetails {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let sender = try reader.takeBit()
        let multicast = try reader.takeBit()
        let bandwidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        let rtcpAddresses = try H225.TransportChannelInfo(from: &reader)
        self.init(sender: sender, multicast: multicast, bandwidth: bandwidth, rtcpAddresses: rtcpAddresses)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.sender)
        writer.put(self.multicast)
        writer.putInteger(Int(self.bandwidth), 0, 4_294_967_295)
        self.rtcpAddresses.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
