import CDatagram
import CallModel
import ProtocolKit
import RTP

/// The number of a flow in its table, which is also what the poll set returns for its socket.
typealias FlowNumber = Int32

/// One bound socket and all that the packet path must know about it: plain values of fixed size.
///
/// What a packet's destination flow needs stands first, in one cache line.
struct Flow {
    /// What the socket is lent for.
    enum Role: UInt8 {
        /// Bound and kept for the next call; packets are thrown away.
        case kept
        case rtp
        case rtcp
        case udptl
    }

    /// The far end that is sent to, when ``hasDestination``.
    var destination = cdatagram_address()

    var packetsSent: UInt64 = 0
    var octetsSent: UInt64 = 0

    /// The socket.
    let descriptor: Int32

    var hasDestination = false
    var role = Role.kept

    /// Whether RTCP comes and goes on this port too (RFC 5761).
    var sharesPort = false

    /// Whether the destination is learned from the source (symmetric RTP, RFC 4961).
    var followsSource = false

    /// Whether the first acceptable packet is still to be reported.
    var awaitsFirst = false

    /// Whether silence is watched.
    var isWatched = false

    /// The flow that passes on what comes in here, and the one for RTCP; -1 for none.
    var target: FlowNumber = -1
    var controlTarget: FlowNumber = -1

    /// The flow that keeps the counters of the stream: itself, or for an RTCP socket that of its RTP.
    var media: FlowNumber = -1

    var packetsReceived: UInt64 = 0
    var octetsReceived: UInt64 = 0
    var controlPacketsReceived: UInt64 = 0
    var packetsRefused: UInt64 = 0
    var lastPacket: Int64 = 0
    var reportedLost: UInt32 = 0
    var reportedJitter: UInt32 = 0

    var filter = SourceFilter(.strict, described: nil)
    var formats = StreamFormats()
    var silence = SilenceWatch(timeout: nil, at: .start)
    var statistics = ReceptionStatistics()
    var events = TelephoneEventCounter()

    /// What signaling last said about the far end.
    var described: TransportAddress?

    /// Whose it is, for reports.
    var anchor = MediaAnchor(number: 0, thread: 0)
    var stream = 0

    /// Where the socket is bound.
    let local: TransportAddress

    /// The code point that the socket has.
    var dscp: UInt8 = 0

    init(descriptor: Int32, local: TransportAddress) {
        self.descriptor = descriptor
        self.local = local
    }

    /// The socket as it is between two calls.
    var kept: Flow {
        var flow = Flow(descriptor: self.descriptor, local: self.local)
        flow.dscp = self.dscp
        return flow
    }

    /// What passed so far.
    var counters: StreamCounters {
        var counters = StreamCounters(index: self.stream)
        counters.packetsReceived = self.packetsReceived
        counters.octetsReceived = self.octetsReceived
        counters.packetsSent = self.packetsSent
        counters.octetsSent = self.octetsSent
        counters.controlPacketsReceived = self.controlPacketsReceived
        counters.packetsRefused = self.packetsRefused
        counters.packetsLost = self.statistics.lost
        counters.jitterMicroseconds = self.statistics.jitterMicroseconds(clockRate: self.formats.clockRate)
        counters.reportedLost = self.reportedLost
        counters.reportedJitter = self.reportedJitter
        counters.eventsReceived = self.events.count
        counters.lastPacket = self.lastPacket == 0 ? nil : Instant(nanoseconds: self.lastPacket)
        return counters
    }
}

extension cdatagram_address {
    init(_ address: TransportAddress) {
        self.init()
        // Safe: the shim writes only into the value it is given.
        unsafe cdatagram_address_set(&self, address.ip.high, address.ip.low, address.port)
    }
}
