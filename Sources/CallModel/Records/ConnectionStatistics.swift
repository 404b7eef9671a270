/// What a far end has counted of the media of one leg, as it says itself (RFC 3435 §3.2.2.8, RFC 3550 §6.4).
package struct ConnectionStatistics: Hashable, Sendable {
    /// RTP packets that the far end has sent.
    package var packetsSent: UInt64 = 0

    /// Octets that it has sent; whether headers count differs from peer to peer.
    package var octetsSent: UInt64 = 0

    /// RTP packets that it has received.
    package var packetsReceived: UInt64 = 0

    /// Octets that it has received.
    package var octetsReceived: UInt64 = 0

    /// Packets that it has missed.
    package var packetsLost: UInt64 = 0

    /// Average interarrival jitter in milliseconds, where it tells.
    package var jitterMilliseconds: UInt32?

    /// Average latency in milliseconds, where it tells.
    package var latencyMilliseconds: UInt32?

    package init() {}
}
