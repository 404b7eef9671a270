import CCAres
import CSocket
package import CallModel
import Glibc
import ProtocolKit
import Synchronization

/// Asks name servers with c-ares on a thread of its own, and reports the answers on it.
///
/// Addresses that the system's hosts file knows are answered from it. Too many open questions are answered as failed at once.
package final class CAresResolver: NameResolver, Sendable {
    private struct Question: Sendable {
        let resolution: ResolutionID
        let question: DNSQuestion
    }

    private struct Queue: Sendable {
        var questions: [Question] = []
        var isStopped = false
    }

    private let report: @Sendable (ResolutionID, DNSAnswer) -> Void
    private let capacity: Int
    private let queue = Mutex(Queue())
    private let open = Atomic<Int>(0)
    private let wakeup: Int32
    private let servers: String

    /// Asks the given servers, as `address:port` separated by commas, or those of the system when there are none.
    package init(
        servers: String = "",
        capacity: Int = 1024,
        report: @escaping @Sendable (ResolutionID, DNSAnswer) -> Void
    ) throws(ShellError) {
        self.report = report
        self.capacity = capacity
        self.servers = servers
        self.wakeup = csocket_wakeup_create()
        guard self.wakeup >= 0 else {
            throw ShellError("cannot make a wake-up descriptor", nil, code: -self.wakeup)
        }
        guard ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS else {
            throw ShellError("cannot use the resolver library", nil, code: ENOMEM)
        }
        self.startThread()
    }

    deinit {
        csocket_close(self.wakeup)
    }

    /// Ends the thread; questions that are open are never answered.
    package func stop() {
        self.queue.withLock { $0.isStopped = true }
        csocket_wakeup_raise(self.wakeup)
    }

    package func resolve(_ resolution: ResolutionID, _ question: DNSQuestion) {
        guard self.open.load(ordering: .relaxed) < self.capacity else {
            self.report(resolution, .failed)
            return
        }
        self.open.add(1, ordering: .relaxed)
        self.queue.withLock { $0.questions.append(Question(resolution: resolution, question: question)) }
        csocket_wakeup_raise(self.wakeup)
    }

    private func startThread() {
        // The thread owns one reference to the resolver until it ends.
        let context = unsafe Unmanaged.passRetained(self).toOpaque()
        var thread = pthread_t()
        let result = unsafe pthread_create(
            &thread,
            nil,
            { context in
                if let context = unsafe context {
                    unsafe Unmanaged<CAresResolver>.fromOpaque(context).takeRetainedValue().run()
                }
                return nil
            },
            context
        )
        precondition(result == 0, "the system refuses a thread")
        pthread_detach(thread)
    }

    private func run() {
        guard var channel = unsafe self.makeChannel() else {
            self.failAll()
            return
        }
        while true {
            csocket_wakeup_clear(self.wakeup)
            let (questions, isStopped) = self.queue.withLock { queue in
                defer { queue.questions.removeAll() }
                return (queue.questions, queue.isStopped)
            }
            guard !isStopped else {
                unsafe ares_destroy(channel)
                return
            }
            for question in questions {
                unsafe self.ask(question, &channel)
            }
            unsafe self.wait(channel)
        }
    }

    private func makeChannel() -> ares_channel? {
        var channel: ares_channel?
        var options = unsafe ares_options()
        unsafe options.timeout = 2000
        unsafe options.tries = 3
        let mask = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES
        guard unsafe ares_init_options(&channel, &options, mask) == ARES_SUCCESS, let channel = unsafe channel else {
            return nil
        }
        if !self.servers.isEmpty, unsafe ares_set_servers_ports_csv(channel, self.servers) != ARES_SUCCESS {
            unsafe ares_destroy(channel)
            return nil
        }
        return unsafe channel
    }

    /// Without a usable channel every question fails, until the resolver is stopped.
    private func failAll() {
        while true {
            csocket_wakeup_clear(self.wakeup)
            let (questions, isStopped) = self.queue.withLock { queue in
                defer { queue.questions.removeAll() }
                return (queue.questions, queue.isStopped)
            }
            guard !isStopped else {
                return
            }
            for question in questions {
                self.post(question.resolution, .failed)
            }
            var poll = pollfd(fd: self.wakeup, events: Int16(POLLIN), revents: 0)
            _ = unsafe Glibc.poll(&poll, 1, -1)
        }
    }

    private func post(_ resolution: ResolutionID, _ answer: DNSAnswer) {
        self.open.subtract(1, ordering: .relaxed)
        self.report(resolution, answer)
    }

    // MARK: On the resolver's thread

    /// What the library hands back with its answer.
    private final class Pending {
        let resolver: CAresResolver
        let question: Question

        init(_ resolver: CAresResolver, _ question: Question) {
            self.resolver = resolver
            self.question = question
        }
    }

    private func ask(_ question: Question, _ channel: inout ares_channel) {
        let name = question.question.name.description
        if let addresses = unsafe self.hostsFile(name, question.question.type, channel) {
            self.post(question.resolution, .records(addresses, timeToLive: .seconds(60)))
            return
        }
        // The library calls back exactly once for each question, also when the channel is destroyed.
        let context = unsafe Unmanaged.passRetained(Pending(self, question)).toOpaque()
        unsafe ares_query(
            channel,
            name,
            1,
            Int32(question.question.type.rawValue),
            { context, status, _, bytes, count in
                guard let context = unsafe context else {
                    return
                }
                let pending = unsafe Unmanaged<Pending>.fromOpaque(context).takeRetainedValue()
                var message: [UInt8] = []
                if let bytes = unsafe bytes {
                    unsafe message = Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
                }
                pending.resolver.answer(pending.question, status: status, message: message)
            },
            context
        )
    }

    private func answer(_ question: Question, status: Int32, message: [UInt8]) {
        guard status != ARES_EDESTRUCTION else {
            return
        }
        let isAnswer = [ARES_SUCCESS, ARES_ENODATA, ARES_ENOTFOUND].contains(status)
        guard isAnswer, !message.isEmpty else {
            self.post(question.resolution, status == ARES_ENOTFOUND ? .nothing(timeToLive: .seconds(60)) : .failed)
            return
        }
        self.post(question.resolution, DNSMessage(message).answer(question.question.type))
    }

    private func hostsFile(_ name: String, _ type: DNSQuestion.RecordType, _ channel: ares_channel) -> [DNSRecord]? {
        guard type == .a || type == .aaaa else {
            return nil
        }
        var host: UnsafeMutablePointer<hostent>?
        let family = type == .a ? AF_INET : AF_INET6
        guard unsafe ares_gethostbyname_file(channel, name, family, &host) == ARES_SUCCESS, let host = unsafe host
        else {
            return nil
        }
        defer { unsafe ares_free_hostent(host) }
        var records: [DNSRecord] = []
        var place = unsafe host.pointee.h_addr_list
        while let entry = unsafe place?.pointee {
            let octets = unsafe Array(UnsafeRawBufferPointer(start: entry, count: Int(host.pointee.h_length)))
            records += Self.address(octets).map { [.address($0)] } ?? []
            unsafe place = place?.advanced(by: 1)
        }
        return records.isEmpty ? nil : records
    }

    private static func address(_ octets: [UInt8]) -> IPAddress? {
        switch octets.count {
        case 4:
            return IPAddress(v4: octets.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            let word = { (part: ArraySlice<UInt8>) in part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
            return IPAddress(high: word(octets[..<8]), low: word(octets[8...]))
        default:
            return nil
        }
    }

    private static let mostSockets = Int(ARES_GETSOCK_MAXNUM)

    /// Waits for a name server, for the library's own time-outs, or for a new question.
    private func wait(_ channel: ares_channel) {
        var sockets = [ares_socket_t](repeating: -1, count: Self.mostSockets)
        let bits = unsafe ares_getsock(channel, &sockets, Int32(Self.mostSockets))
        var polls = [pollfd(fd: self.wakeup, events: Int16(POLLIN), revents: 0)]
        for (index, socket) in sockets.enumerated() {
            let reads = bits & 1 << index != 0
            let writes = bits & 1 << (index + Self.mostSockets) != 0
            if reads || writes {
                let events = Int16(reads ? POLLIN : 0) | Int16(writes ? POLLOUT : 0)
                polls.append(pollfd(fd: socket, events: events, revents: 0))
            }
        }
        var bound = timeval()
        var milliseconds: Int32 = -1
        if polls.count > 1, unsafe ares_timeout(channel, nil, &bound) != nil {
            milliseconds = Int32(clamping: bound.tv_sec * 1000 + Int(bound.tv_usec) / 1000 + 1)
        }
        _ = unsafe Glibc.poll(&polls, nfds_t(polls.count), milliseconds)
        unsafe self.process(polls.dropFirst(), channel)
    }

    private func process(_ polls: ArraySlice<pollfd>, _ channel: ares_channel) {
        let none = ares_socket_t(-1)
        unsafe ares_process_fd(channel, none, none)
        for poll in polls where poll.revents != 0 {
            let reads = Int32(poll.revents) & (POLLIN | POLLERR | POLLHUP) != 0
            let writes = Int32(poll.revents) & POLLOUT != 0
            unsafe ares_process_fd(channel, reads ? poll.fd : none, writes ? poll.fd : none)
        }
    }
}
