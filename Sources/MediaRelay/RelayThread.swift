import CDatagram
import CallModel
import Glibc
import ProtocolKit
import Synchronization

/// One media thread and the queue of orders that leads to it.
///
/// To wake a thread that sleeps costs more than most orders. Most of them say what becomes of packets, and a packet wakes
/// the thread by itself: it carries out what waits before it looks at any. Such orders therefore raise no alarm; they
/// wait for a packet, or a little. What cannot wait is what the thread has to do unasked: to play, and to bind the
/// sockets of a leg by the time that it is heard: joined with another, or with itself.
final class RelayThread: Sendable {
    private struct Inbox {
        var orders: [MediaOrder] = []
        var isRaised = false
        var isTimed = false
        var mustStop = false
        /// The ports whose sockets are open, whether a call has them or they are kept for the next.
        var bound: Set<TransportAddress> = []
        /// The anchors among the orders that need sockets which are not open yet.
        var unbound: Set<UInt64> = []

        /// Queues an order; returns whether the thread has to act before a packet wakes it.
        mutating func append(_ order: MediaOrder) -> Bool {
            self.orders.append(order)
            switch order {
            case .open(let anchor, let streams):
                if !self.areBound(streams) {
                    self.unbound.insert(anchor.number)
                }
                return false
            case .replan(_, let streams):
                return !self.areBound(streams)
            case .join(let first, let second):
                return self.unbound.contains(first.number) || self.unbound.contains(second.number)
            case .play(let anchor, let signal):
                return signal.isSent || self.unbound.contains(anchor.number)
            case .setRemotes, .select, .part, .listen, .close:
                return false
            }
        }

        private func areBound(_ streams: [StreamPlan]) -> Bool {
            streams.allSatisfy { stream in
                self.bound.contains(stream.local) && stream.localRTCP.map { self.bound.contains($0) } != false
            }
        }
    }

    /// How long orders may wait, in milliseconds.
    private static let patience: Int32 = 50

    private let inbox = Mutex(Inbox())
    /// Whether orders wait; read at every turn, where a lock would cost more.
    private let hasOrders = Atomic(false)
    private let poll: Int32
    private let wakeup: Int32
    private let timer: Int32
    private let configuration: MediaRelayConfiguration
    private let report: @Sendable ([MediaReport]) -> Void
    private let thread = Mutex<pthread_t?>(nil)

    init(
        configuration: MediaRelayConfiguration,
        report: @escaping @Sendable ([MediaReport]) -> Void
    ) throws(MediaRelayError) {
        self.configuration = configuration
        self.report = report
        self.poll = cdatagram_poll_create()
        self.wakeup = cdatagram_wakeup_create()
        self.timer = cdatagram_timer_create()
        let failed = min(self.poll, self.wakeup, self.timer)
        guard failed >= 0 else {
            self.closeDescriptors()
            throw .noDescriptor(-failed)
        }
        let failure = self.start()
        guard failure == 0 else {
            self.closeDescriptors()
            throw .noThread(failure)
        }
    }

    /// Queues orders; they are carried out before the next packet is looked at, and before long if none comes.
    func submit(_ orders: [MediaOrder]) {
        guard !orders.isEmpty else {
            return
        }
        let (raises, times) = self.inbox.withLock { inbox in
            var isUrgent = false
            for order in orders {
                isUrgent = inbox.append(order) || isUrgent
            }
            self.hasOrders.store(true, ordering: .releasing)
            let raises = isUrgent && !inbox.isRaised
            let times = !isUrgent && !inbox.isRaised && !inbox.isTimed
            inbox.isRaised = inbox.isRaised || raises
            inbox.isTimed = inbox.isTimed || times
            return (raises, times)
        }
        if raises {
            cdatagram_wakeup_raise(self.wakeup)
        } else if times {
            cdatagram_timer_set(self.timer, Self.patience)
        }
    }

    /// Ends the thread and waits for its end; a second call does nothing.
    func stop() {
        let thread = self.thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let thread else {
            return
        }
        self.inbox.withLock { $0.mustStop = true }
        cdatagram_wakeup_raise(self.wakeup)
        pthread_join(thread, nil)
        self.closeDescriptors()
    }

    private func start() -> Int32 {
        var thread = pthread_t()
        // Safe: the retained reference is balanced by the thread, which takes it exactly once.
        let context = unsafe Unmanaged.passRetained(self).toOpaque()
        let failure = unsafe pthread_create(
            &thread,
            nil,
            { context in
                guard let context = unsafe context else {
                    return nil
                }
                unsafe Unmanaged<RelayThread>.fromOpaque(context).takeRetainedValue().run()
                return nil
            },
            context
        )
        guard failure == 0 else {
            unsafe Unmanaged<RelayThread>.fromOpaque(context).release()
            return failure
        }
        self.thread.withLock { $0 = thread }
        return 0
    }

    /// The life of the thread.
    private func run() {
        let loop = RelayLoop(
            configuration: self.configuration,
            poll: self.poll,
            orderSignals: [self.wakeup, self.timer]
        )
        while true {
            let isWoken = loop.wait()
            if isWoken || self.hasOrders.load(ordering: .acquiring) {
                let (orders, mustStop) = self.takeOrders(isWoken: isWoken)
                guard !mustStop else {
                    loop.closeAll()
                    return
                }
                for order in orders {
                    loop.perform(order)
                }
                self.publish(loop.takeSocketChanges())
            }
            loop.handlePackets()
            let reports = loop.takeReports()
            if !reports.isEmpty {
                self.report(reports)
            }
        }
    }

    /// Takes the orders that wait, and whether the thread shall end.
    ///
    /// What told of them is silenced first: what is told in between is told again. Orders that a packet was faster than
    /// leave it to ring.
    private func takeOrders(isWoken: Bool) -> (orders: [MediaOrder], mustStop: Bool) {
        if isWoken {
            cdatagram_wakeup_clear(self.wakeup)
            cdatagram_timer_set(self.timer, 0)
        }
        return self.inbox.withLock { inbox in
            let taken = (inbox.orders, inbox.mustStop)
            inbox.orders = []
            inbox.unbound = []
            self.hasOrders.store(false, ordering: .relaxed)
            if isWoken {
                inbox.isRaised = false
                inbox.isTimed = false
            }
            return taken
        }
    }

    private func publish(_ changes: [SocketChange]) {
        guard !changes.isEmpty else {
            return
        }
        self.inbox.withLock { inbox in
            for change in changes {
                switch change {
                case .bound(let address): inbox.bound.insert(address)
                case .closed(let address): inbox.bound.remove(address)
                }
            }
        }
    }

    private func closeDescriptors() {
        for descriptor in [self.poll, self.wakeup, self.timer] where descriptor >= 0 {
            cdatagram_close(descriptor)
        }
    }
}

extension Signal {
    /// Whether the thread sends by itself: an echo waits for packets, and silence is the end of sending.
    fileprivate var isSent: Bool {
        switch self {
        case .tone, .cadence, .tones, .digits: true
        case .silence, .echo: false
        }
    }
}
