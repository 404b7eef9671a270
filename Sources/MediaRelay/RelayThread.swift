import CDatagram
import CallModel
import Glibc
import Synchronization

/// One media thread and the queue of orders that leads to it.
final class RelayThread: Sendable {
    private struct Inbox {
        var orders: [MediaOrder] = []
        var mustStop = false
    }

    private let inbox = Mutex(Inbox())
    private let poll: Int32
    private let wakeup: Int32
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
        guard self.poll >= 0, self.wakeup >= 0 else {
            let failure = min(self.poll, self.wakeup)
            Self.close([self.poll, self.wakeup])
            throw .noDescriptor(-failure)
        }
        let failure = self.start()
        guard failure == 0 else {
            Self.close([self.poll, self.wakeup])
            throw .noThread(failure)
        }
    }

    /// Queues orders and wakes the thread when it may be asleep.
    func submit(_ orders: [MediaOrder]) {
        guard !orders.isEmpty else {
            return
        }
        let wasEmpty = self.inbox.withLock { inbox in
            defer { inbox.orders.append(contentsOf: orders) }
            return inbox.orders.isEmpty
        }
        if wasEmpty {
            cdatagram_wakeup_raise(self.wakeup)
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
        Self.close([self.poll, self.wakeup])
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
        let loop = RelayLoop(configuration: self.configuration, poll: self.poll, wakeup: self.wakeup)
        while true {
            if loop.turn() {
                cdatagram_wakeup_clear(self.wakeup)
                let inbox = self.inbox.withLock { inbox in
                    defer { inbox.orders = [] }
                    return inbox
                }
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

    private static func close(_ descriptors: [Int32]) {
        for descriptor in descriptors where descriptor >= 0 {
            cdatagram_close(descriptor)
        }
    }
}
