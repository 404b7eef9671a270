package import MGCPSyntax
package import ProtocolKit
package import SDP

/// A connection of a media gateway of the lab (RFC 3435 §2.1.3).
package struct LabConnection: Sendable {
    /// Its identifier, which the gateway chose.
    package let id: MGCPConnectionID

    /// The call that it belongs to.
    package let callID: MGCPCallID

    /// Where its media arrives.
    package let localPort: UInt16

    /// What it does with media.
    package var mode: ConnectionMode

    /// The options that it was given last.
    package var options = LocalConnectionOptions()

    /// The description of the other side.
    package var remote: SessionDescription?

    /// What the other side was told, once it was.
    package var local: SessionDescription?

    /// The codec and, where there are any, the telephone events, with the payload types of the other side.
    package var formats: [PayloadFormat] = []

    /// What it carried so far.
    package var statistics = ConnectionParameters()

    /// Our side of the session.
    var session: LocalSession

    /// Since when the mode and the other side have been as they are.
    var unchangedSince: Instant

    /// The codec that is sent.
    package var codec: PayloadFormat? {
        self.formats.first { !$0.isAuxiliary }
    }

    /// The payload type of telephone events.
    package var eventPayloadType: UInt8? {
        self.formats.first(where: \.isTelephoneEvent)?.payloadType
    }

    /// Where media goes; `nil` while nothing can be sent.
    package var destination: TransportAddress? {
        self.remote?.media.first { $0.kind == .audio }?.remoteAddress
    }

    /// Whether media of the endpoint is sent.
    package var sends: Bool {
        guard let remote, self.destination != nil else {
            return false
        }
        let direction = remote.media.first { $0.kind == .audio }?.effectiveDirection ?? .sendrecv
        switch self.mode {
        case .sendOnly, .sendReceive, .conference: return direction.receives
        case .receiveOnly, .inactive, .loopback, .continuityTest, .networkLoopback, .networkContinuityTest, .other:
            return false
        }
    }

    /// Whether what arrives is heard at the endpoint.
    package var receives: Bool {
        switch self.mode {
        case .receiveOnly, .sendReceive, .conference: true
        case .sendOnly, .inactive, .loopback, .continuityTest, .networkLoopback, .networkContinuityTest, .other: false
        }
    }

    /// Whether what arrives goes back to where it came from (RFC 3435 §2.3.5: `netwloop`, `netwtest`).
    package var loops: Bool {
        self.mode == .networkLoopback || self.mode == .networkContinuityTest
    }

    /// Counts the packets that a gateway without real media would have sent and received since the last change.
    mutating func estimateStatistics(at now: Instant) {
        let milliseconds = max(0, self.unchangedSince.duration(to: now).nanoseconds / 1_000_000)
        let packets = UInt64(milliseconds) / 20
        self.unchangedSince = now
        if self.sends {
            self.statistics.packetsSent = (self.statistics.packetsSent ?? 0) + packets
            self.statistics.octetsSent = (self.statistics.octetsSent ?? 0) + packets * 160
        }
        if self.receives, self.remote != nil {
            self.statistics.packetsReceived = (self.statistics.packetsReceived ?? 0) + packets
            self.statistics.octetsReceived = (self.statistics.octetsReceived ?? 0) + packets * 160
        }
    }

    /// The whole of `P:`; what was never counted is 0 (RFC 3435 §3.2.2.7).
    package var parameters: ConnectionParameters {
        var parameters = self.statistics
        parameters.packetsSent = parameters.packetsSent ?? 0
        parameters.octetsSent = parameters.octetsSent ?? 0
        parameters.packetsReceived = parameters.packetsReceived ?? 0
        parameters.octetsReceived = parameters.octetsReceived ?? 0
        parameters.packetsLost = parameters.packetsLost ?? 0
        parameters.jitter = parameters.jitter ?? 0
        parameters.latency = parameters.latency ?? 0
        return parameters
    }
}
