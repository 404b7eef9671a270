import CDatagram
import CallModel
import Glibc
import Synchronization

/// One media thread and the queue of orders that leads to it.
///
/// To wake a thread that sleeps costs more than most orders. Ports that are taken into use before anybody can send to
/// them, and those that are given back, therefore wait a little for an order that cannot wait.
final class RelayThread: Sendable {
    private struct Inbox {
        var orders: [MediaOrder] = []
        var isRaised = false
        var isTimed = false
        var mustStop = false
    }

    /// How long orders may wait, in milliseconds.
    private static let patience: Int32 = 50

    private let inbox = Mutex(Inbox())
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

    /// Queues orders and wakes the thread, now or before long.
    func submit(_ orders: [MediaOrder]) {
        guard !orders.isEmpty else {
            return
        }
        let isUrgent = Self.isUrgent(orders)
        let (raises, times) = self.inbox.withLock { inbox in
            inbox.orders.append(contentsOf: orders)
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

    /// Whether an order changes what is heard: all but opening, what belongs to it, and closing.
    private static func isUrgent(_ orders: [MediaOrder]) -> Bool {
        orders.contains { order in
            switch order {
            case .open, .close:
                false
            case .setRemotes(let anchor, _):
                !orders.contains { if case .open(anchor, _) = $0 { true } else { false } }
            case .part(let anchor):
                !orders.contains(.close(anchor))
            case .replan, .select, .join, .play, .listen:
                true
            }
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
            if loop.turn() {
                let inbox = self.takeInbox()
                guard !inbox.mustStop else {
                    loop.closeAll()
                    return
                }
                for order in inbox.orders {
                    loop.perform(order)
                }
            }
            let reports = loop.takeReports()
            if !reports.isEmpty {
                self.report(reports)
            }
        }
    }

    /// Silences what told of orders, then takes them: what is told in between is told again.
    private func takeInbox() -> Inbox {
        cdatagram_wakeup_clear(self.wakeup)
        cdatagram_timer_set(self.timer, 0)
        return self.inbox.withLock { inbox in
            let taken = inbox
            inbox = Inbox(mustStop: taken.mustStop)
            return taken
        }
    }

    private func closeDescriptors() {
        for descriptor in [self.poll, self.wakeup, self.timer] where descriptor >= 0 {
            cdatagram_close(descriptor)
        }
    }
}
