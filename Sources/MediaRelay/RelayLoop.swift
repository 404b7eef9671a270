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
    let source: UnsafeMutablePointer<cdatagram_address>

    var anchors: [UInt64: Anchor] = [:]

    /// Bound sockets that no call uses.
    var kept: [TransportAddress: FlowNumber] = [:]

    /// Sockets that are open, kept ones included.
    var socketCount = 0

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

    /// Waits for packets, passes them on, and does what has come due; returns whether orders wait.
    func turn() -> Bool {
        // Safe: the shim stores at most `CDATAGRAM_READY` numbers.
        let count = unsafe cdatagram_poll_wait(self.poll, self.ready, self.timeout)
        let now = Instant(nanoseconds: cdatagram_now())
        var isWoken = false
        for index in 0..<max(0, Int(count)) {
            // Safe: below the count that was stored.
            let number = unsafe self.ready[index]
            if number == Self.orderNumber {
                isWoken = true
            } else {
                self.receive(on: FlowNumber(truncatingIfNeeded: number), at: now)
            }
        }
        self.now = now
        if now.nanoseconds >= self.nextTone.nanoseconds {
            self.playTones()
        }
        if now.nanoseconds >= self.nextTick.nanoseconds {
            self.lookForSilence()
        }
        return isWoken
    }

    /// What there is to tell since the last call.
    func takeReports() -> [MediaReport] {
        guard !self.reports.isEmpty else {
            return []
        }
        defer { self.reports = [] }
        return self.reports
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

@available(*, unavailable)
extension RelayLoop: Sendable {}
