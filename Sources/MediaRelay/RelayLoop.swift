import CDatagram
import CallModel
import ProtocolKit
import RTP

/// The state and the work of one media thread.
///
/// Everything that a packet touches is a plain value in ``FlowTable``; everything else is touched by orders and ticks
/// only.
@safe
final class RelayLoop {
    /// The number under which the descriptors are polled that tell of orders.
    private static let orderNumber = UInt32.max

    /// The largest datagram there is.
    static let datagramCapacity = 65_536

    let configuration: MediaRelayConfiguration
    let poll: Int32
    let flows: FlowTable
    let buffer: UnsafeMutableRawBufferPointer
    private let ready: UnsafeMutablePointer<UInt32>
    /// How many flows of this turn have packets; their numbers stand at the beginning of `ready`.
    private var readyCount = 0
    let source: UnsafeMutablePointer<cdatagram_address>

    var anchors: [UInt64: Anchor] = [:]

    /// Bound sockets that no call uses.
    var kept: [TransportAddress: FlowNumber] = [:]

    /// Sockets that are open, kept ones included.
    var socketCount = 0

    /// Sockets that were opened or closed and not told of yet.
    var socketChanges: [SocketChange] = []

    /// Anchors that play a tone.
    var toneAnchors: Set<UInt64> = []

    var nextTick = Instant(nanoseconds: .max)
    var nextTone = Instant(nanoseconds: .max)
    var reports: [MediaReport] = []

    /// The time of the turn that is under way.
    var now: Instant

    init(configuration: MediaRelayConfiguration, poll: Int32, orderSignals: [Int32]) {
        self.configuration = configuration
        self.poll = poll
        self.flows = FlowTable(capacity: configuration.socketsPerThread)
        unsafe self.buffer = .allocate(byteCount: Self.datagramCapacity, alignment: 64)
        unsafe self.ready = .allocate(capacity: Int(CDATAGRAM_READY))
        unsafe self.source = .allocate(capacity: 1)
        unsafe self.source.initialize(to: cdatagram_address())
        self.now = Instant(nanoseconds: cdatagram_now())
        for descriptor in orderSignals {
            _ = cdatagram_poll_add(poll, descriptor, Self.orderNumber)
        }
    }

    deinit {
        unsafe self.buffer.deallocate()
        unsafe self.ready.deallocate()
        unsafe self.source.deallocate()
    }

    /// Waits for packets, orders or what comes due; returns whether orders are announced.
    func wait() -> Bool {
        // Safe: the shim stores at most `CDATAGRAM_READY` numbers.
        let count = unsafe cdatagram_poll_wait(self.poll, self.ready, self.timeout)
        self.now = Instant(nanoseconds: cdatagram_now())
        self.readyCount = 0
        var isWoken = false
        for index in 0..<max(0, Int(count)) {
            // Safe: below the count that was stored, as is the place that it moves to.
            let number = unsafe self.ready[index]
            if number == Self.orderNumber {
                isWoken = true
            } else {
                unsafe self.ready[self.readyCount] = number
                self.readyCount += 1
            }
        }
        return isWoken
    }

    /// Passes on the packets that were waited for, and does what has come due.
    func handlePackets() {
        let now = self.now
        for index in 0..<self.readyCount {
            // Safe: below the count that was stored.
            let number = unsafe self.ready[index]
            self.receive(on: FlowNumber(truncatingIfNeeded: number), at: now)
        }
        if now.nanoseconds >= self.nextTone.nanoseconds {
            self.playTones()
        }
        if now.nanoseconds >= self.nextTick.nanoseconds {
            self.lookForSilence()
        }
    }

    /// What there is to tell since the last call.
    func takeReports() -> [MediaReport] {
        guard !self.reports.isEmpty else {
            return []
        }
        defer { self.reports = [] }
        return self.reports
    }

    /// The sockets that were opened or closed since the last call, in order.
    func takeSocketChanges() -> [SocketChange] {
        guard !self.socketChanges.isEmpty else {
            return []
        }
        defer { self.socketChanges = [] }
        return self.socketChanges
    }

    /// Milliseconds from the last turn to the next tick or tone, rounded up; -1 for none.
    private var timeout: Int32 {
        let next = min(self.nextTick.nanoseconds, self.nextTone.nanoseconds)
        guard next < .max else {
            return -1
        }
        let left = next - self.now.nanoseconds
        return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
    }
}

/// What became of a socket, told to those who give orders.
enum SocketChange {
    case bound(TransportAddress)
    case closed(TransportAddress)
}

@available(*, unavailable)
extension RelayLoop: Sendable {}
