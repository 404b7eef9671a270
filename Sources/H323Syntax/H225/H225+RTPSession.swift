// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

package import ProtocolKit

extension H225 {
    /// `RTPSession` (H.225.0).
    package struct RTPSession: PERValue {
        /// `TransportChannelInfo`.
        package var rtpAddress: H225.TransportChannelInfo

        /// `TransportChannelInfo`.
        package var rtcpAddress: H225.TransportChannelInfo

        /// `PrintableString`.
        package var cname: ByteString

        /// `INTEGER (1..4294967295)`.
        package var ssrc: UInt32

        /// `INTEGER (1..255)`.
        package var sessionId: UInt8

        /// `SEQUENCE OF INTEGER (1..255)`.
        package var associatedSessionIds: [UInt8]

        /// `NULL`, addition 1.
        package var multicast = false

        /// `BandWidth`, addition 2.
        package var bandwidth: H225.BandWidth?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            rtpAddress: H225.TransportChannelInfo,
            rtcpAddress: H225.TransportChannelInfo,
            cname: ByteString,
            ssrc: UInt32,
            sessionId: UInt8,
            associatedSessionIds: [UInt8]
        ) {
            self.rtpAddress = rtpAddress
            self.rtcpAddress = rtcpAddress
            self.cname = cname
            self.ssrc = ssrc
            self.sessionId = sessionId
            self.associatedSessionIds = associatedSessionIds
        }
    }
}

extension H225.RTPSession {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let rtpAddress = try H225.TransportChannelInfo(from: &reader)
        let rtcpAddress = try H225.TransportChannelInfo(from: &reader)
        let cname = try reader.takeString(.printable)
        let ssrc = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        let sessionId = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let associatedSessionIds = try reader.takeList(0, nil) { reader throws(H323SyntaxError) in
            UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        }
        self.init(
            rtpAddress: rtpAddress,
            rtcpAddress: rtcpAddress,
            cname: cname,
            ssrc: ssrc,
            sessionId: sessionId,
            associatedSessionIds: associatedSessionIds
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.multicast = true
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.bandwidth = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.multicast)
        bitmap.insert(1, if: self.bandwidth != nil)
        writer.put(!bitmap.isEmpty)
        self.rtpAddress.encode(into: &writer)
        self.rtcpAddress.encode(into: &writer)
        writer.putString(self.cname, .printable)
        writer.putInteger(Int(self.ssrc), 1, 4_294_967_295)
        writer.putInteger(Int(self.sessionId), 1, 255)
        writer.putList(self.associatedSessionIds, 0, nil) { element, writer in
            writer.putInteger(Int(element), 1, 255)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if self.multicast {
            let start = writer.beginOpenType()
            writer.endOpenType(start)
        }
        if let value = self.bandwidth {
            let start = writer.beginOpenType()
            writer.putInteger(Int(value), 0, 4_294_967_295)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
