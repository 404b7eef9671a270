import CSocket
import CallModel
import GatewayCore
import Glibc
package import ProtocolKit

/// Every signaling socket, one gateway and its wake-up on one thread.
///
/// A turn takes what the sockets have, gives it to the gateway input by input, carries out the effects of each before the next,
/// serves the deadlines that are due, and sends everything at its end. The thread that calls ``run()`` owns the loop.
///
/// The loop waits in `epoll(7)` and reads and writes with `recvmmsg(2)` and `sendmmsg(2)` itself. A general event loop costs about twice as
/// much for each datagram, and closes a datagram socket on which sending to one unreachable peer failed.
package final class SignalingLoop<Core: SignalingCore & ~Copyable> {
    /// The gateway; others touch it only in tasks that run on this loop.
    package var core: Core

    /// Takes letters from other threads.
    package let mailbox: LoopMailbox<Core>

    /// Datagrams that were not sent because the system's buffer was full.
    package var discardedDatagrams: UInt64 {
        self.datagrams.reduce(0) { $0 + $1.discarded }
    }

    /// The number of open flows.
    package var flowCount: Int {
        self.flows.count
    }

    /// Flows that were refused because too many are open, since the start.
    package internal(set) var refusedFlows: UInt64 = 0

    /// Takes what is not for the sockets.
    package let sink: any EffectSink

    let configuration: ShellConfiguration
    let poll: Int32
    /// Given up for a moment to refuse a connection when the process has no other descriptor left.
    var spareDescriptor: Int32
    let streams: [StreamListener]
    var flows = FlowTable()
    var flowsToFlush: [FlowID] = []
    var acceptedFlows: UInt64 = 0
    var sweepsAt: Instant?
    var now: Instant
    var readBuffer = [UInt8](repeating: 0, count: 1 << 16)

    private let datagrams: [DatagramPort]
    private let resolver: any NameResolver
    private var inputs: UInt64 = 0
    private var cause = InputCause(number: 0, kind: .command)
    private var wallClockReadAt: Instant?
    private var isStopped = false
    /// The gateway's next deadline, and the number of the input after which it was read.
    private var deadline: Instant?
    private var deadlineInput: UInt64 = 0
    private var ready = [csocket_readiness](
        repeating: csocket_readiness(descriptor: 0, events: 0),
        count: Int(CSOCKET_READY)
    )

    /// Joins opened sockets and a gateway.
    package init(
        _ core: consuming Core,
        sockets: ListeningSockets,
        configuration: ShellConfiguration,
        mailbox: LoopMailbox<Core>,
        resolver: any NameResolver,
        sink: any EffectSink
    ) throws(ShellError) {
        self.core = core
        self.mailbox = mailbox
        self.configuration = configuration
        self.sink = sink
        self.resolver = resolver
        self.datagrams = sockets.datagrams
        self.streams = sockets.streams
        self.now = SystemClock.now
        self.spareDescriptor = csocket_wakeup_create()
        self.poll = csocket_poll_create()
        guard self.poll >= 0 else {
            throw ShellError("cannot make a poll set", nil, code: -self.poll)
        }
        let descriptors = [mailbox.descriptor] + self.datagrams.map(\.descriptor) + self.streams.map(\.descriptor)
        for descriptor in descriptors {
            let result = csocket_poll_add(self.poll, descriptor)
            guard result == 0 else {
                throw ShellError("cannot watch a socket", nil, code: -result)
            }
        }
    }

    deinit {
        csocket_close(self.poll)
        csocket_close(self.spareDescriptor)
    }

    /// Takes turns until the mailbox is told to stop.
    package func run() {
        while !self.isStopped {
            self.turn(waitingAtMost: self.patience)
        }
    }

    /// Takes one turn; waits for something to happen at most this many milliseconds, for ever when negative.
    package func turn(waitingAtMost milliseconds: Int32) {
        // The array has as many elements as the C side fills at most.
        let count = unsafe self.ready.withUnsafeMutableBufferPointer { buffer in
            unsafe csocket_poll_wait(self.poll, buffer.baseAddress, milliseconds)
        }
        self.now = SystemClock.now
        self.readWallClock()
        self.core.beginTurn()
        for index in 0..<max(0, Int(count)) {
            self.serve(self.ready[index])
        }
        self.readDeadline()
        if let deadline, deadline <= self.now {
            self.begin(.timer)
            self.core.advance(to: self.now)
            self.carryOut()
        }
        self.core.endTurn(at: self.now)
        self.carryOut()
        self.sweepFlows()
        self.flush()
        self.sink.endTurn()
    }

    /// Does something with the gateway on the loop's thread and carries out what follows from it.
    package func perform<Result>(_ command: (inout Core, Instant) -> Result) -> Result {
        self.begin(.command)
        defer { self.carryOut() }
        return command(&self.core, self.now)
    }

    // MARK: Inputs

    func receive(_ event: NetworkEvent, as kind: InputCause.Kind) {
        self.begin(kind)
        self.core.receive(event, at: self.now)
        self.carryOut()
    }

    private func begin(_ kind: InputCause.Kind) {
        self.inputs += 1
        self.cause = InputCause(number: self.inputs, kind: kind)
    }

    private func serve(_ ready: csocket_readiness) {
        if ready.descriptor == self.mailbox.descriptor {
            self.openMail()
        } else if let port = self.datagrams.first(where: { $0.descriptor == ready.descriptor }) {
            self.serve(port, ready.events)
        } else if let flow = self.flows[descriptor: ready.descriptor] {
            self.serve(flow, ready.events)
        } else if let listener = self.streams.first(where: { $0.descriptor == ready.descriptor }) {
            self.accept(listener)
        }
    }

    private func serve(_ port: DatagramPort, _ events: UInt32) {
        if events & CSOCKET_FAILED != 0 {
            port.collectErrors()
        }
        guard events & CSOCKET_READABLE != 0 else {
            return
        }
        // A flood on one socket must not starve the others: what is left is taken in the next turn.
        for _ in 0..<4 {
            let (count, mayHaveMore) = port.receive()
            for index in 0..<count {
                let (bytes, source) = port.datagram(at: index)
                self.receive(.datagram(bytes, from: source, on: port.listener), as: .message)
            }
            guard mayHaveMore else {
                return
            }
        }
    }

    private func openMail() {
        for letter in self.mailbox.takeAll() {
            switch letter {
            case .reports(let reports):
                for report in reports {
                    self.begin(.media)
                    self.core.receive(report, at: self.now)
                    self.carryOut()
                }
            case .resolved(let resolution, let answer):
                self.receive(.resolved(resolution, answer), as: .network)
            case .decided(let question, let result):
                self.begin(.network)
                self.core.receive(result, to: question, at: self.now)
                self.carryOut()
            case .task(let task):
                task(self)
            case .stop:
                self.isStopped = true
            }
        }
    }

    /// A jump of the wall clock is noticed within a second of the next input; the clock is not worth a wake-up.
    private func readWallClock() {
        if let last = self.wallClockReadAt, last.duration(to: self.now) < .seconds(1) {
            return
        }
        self.wallClockReadAt = self.now
        self.core.setWallClock(SystemClock.civil, at: self.now)
    }

    // MARK: Effects

    private func carryOut() {
        while let effect = self.core.nextEffect() {
            switch effect {
            case .network(let request):
                self.carryOut(request)
            case .media(let order):
                self.sink.order(order)
            case .decide(let order):
                self.sink.decide(order)
            case .record(let record):
                self.sink.record(record)
            case .observe(let observation):
                self.sink.observe(observation, cause: self.cause, at: self.now)
            }
        }
    }

    private func carryOut(_ request: NetworkRequest) {
        switch request {
        case .send(let bytes, let destination, let listener):
            self.datagrams.first { $0.listener == listener }?.send(bytes, to: destination)
        case .connect(let flow, let remote, let listener):
            self.connect(flow, to: remote, via: listener)
        case .write(let bytes, let flow):
            self.write(bytes, to: flow)
        case .close(let flow):
            self.close(flow)
        case .resolve(let resolution, let question):
            self.resolver.resolve(resolution, question)
        }
    }

    /// Sends everything; what could not be sent is news for the gateway, whose answer leaves in the same turn.
    private func flush() {
        for _ in 0..<4 {
            self.flushFlows()
            var isSettled = self.flowsToFlush.isEmpty
            for port in self.datagrams {
                port.flush()
                for destination in port.takeUnreachable() {
                    isSettled = false
                    self.receive(.unreachable(destination, on: port.listener), as: .network)
                }
            }
            guard !isSettled else {
                return
            }
        }
    }

    // MARK: Waiting

    private func readDeadline() {
        self.deadline = self.core.nextDeadline
        self.deadlineInput = self.inputs
    }

    /// How many milliseconds nothing is due: deadlines are rounded up to the tick.
    private var patience: Int32 {
        guard self.flowsToFlush.isEmpty else {
            return 0
        }
        if self.deadlineInput != self.inputs {
            self.readDeadline()
        }
        guard let deadline = Instant.earlier(self.deadline, self.sweepsAt) else {
            return -1
        }
        let tick = max(1, self.configuration.tick.nanoseconds)
        let rounded = (deadline.nanoseconds &+ tick &- 1) / tick * tick
        let wait = max(0, rounded &- self.now.nanoseconds)
        return Int32(clamping: (wait &+ 999_999) / 1_000_000)
    }
}

@available(*, unavailable)
extension SignalingLoop: Sendable {}
