package import ProtocolKit

/// What the relay tells call control.
package enum MediaReport: Hashable, Sendable {
    /// The first acceptable packet of a stream since it was opened, its remotes changed or it was listened for.
    case firstPacket(MediaAnchor, stream: Int, from: TransportAddress)
    /// Nothing acceptable arrived on a stream for this long though the far end may send.
    case silent(MediaAnchor, stream: Int, for: Duration)
    /// The final counters of an anchor that was closed; its ports are free again.
    case counters(MediaAnchor, [StreamCounters])
    /// A socket failed; the anchor is of no use any more.
    case failed(MediaAnchor, MediaFailure)

    /// The anchor that it is about.
    package var anchor: MediaAnchor {
        switch self {
        case .firstPacket(let anchor, _, _), .silent(let anchor, _, _), .counters(let anchor, _),
            .failed(let anchor, _):
            anchor
        }
    }
}

/// Why an anchor is of no use any more.
package enum MediaFailure: UInt8, Error, Hashable, Sendable {
    case portUnavailable
    case socketError
    case tableFull
}

/// What passed on one stream, seen from its leg.
package struct StreamCounters: Hashable, Sendable {
    /// The place of its m-line.
    package var index: Int

    /// Packets accepted from the leg.
    package var packetsReceived: UInt64 = 0

    /// Octets accepted from the leg, RTP headers included.
    package var octetsReceived: UInt64 = 0

    /// Packets sent to the leg.
    package var packetsSent: UInt64 = 0

    /// Octets sent to the leg.
    package var octetsSent: UInt64 = 0

    /// RTCP packets accepted from the leg.
    package var controlPacketsReceived: UInt64 = 0

    /// Packets refused because of their form or, once the far end is described, their source.
    package var packetsRefused: UInt64 = 0

    /// Packets lost on the way from the leg, by sequence number (RFC 3550 §A.3).
    package var packetsLost: UInt64 = 0

    /// Interarrival jitter of what the leg sends, in microseconds (RFC 3550 §A.8).
    package var jitterMicroseconds: UInt32 = 0

    /// Packets lost on the way to the leg, as its last receiver report says (RFC 3550 §6.4.1).
    package var reportedLost: UInt32 = 0

    /// Jitter at the leg, in its RTP timestamp units, as its last receiver report says.
    package var reportedJitter: UInt32 = 0

    /// RTP events (telephone-event) relayed from the leg.
    package var eventsReceived: UInt64 = 0

    /// When the last acceptable packet came, on the relay's clock; `nil` if none did.
    package var lastPacket: Instant?

    package init(index: Int) {
        self.index = index
    }
}
