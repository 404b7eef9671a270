import Glibc
import MGCPSyntax
import ProtocolKit
package import SimulationKit

/// A ``LabGateway`` on real sockets: its MGCP, the media of its connections, and the people at its telephones.
///
/// One thread: it waits in `poll(2)` for datagrams, lines and the next deadline. Every 20 ms each connection sends
/// what its endpoint says, which is a tone of the endpoint's own while the receiver is lifted.
package final class MediaGatewayLab {
    /// What a lab is started with.
    package struct Options: Sendable {
        /// The gateway.
        package var gateway: LabGatewayConfiguration
        /// The path of a Unix socket that takes lines.
        package var controlPath: String?
        /// Lines to carry out first; the lab ends with them, or at the first that fails.
        package var script: [String]?
        /// Whether lines are taken from standard input.
        package var readsStandardInput = true
        /// Whether what happens is told as JSON, a line for each.
        package var writesJSON = false
        /// Whether a restart is announced at the start.
        package var announcesRestart = true
        /// After how long somebody answers a telephone that rings; `nil` when only scripts do.
        package var answerDelay: Duration?
        /// How long whoever answers by himself talks; `nil` for as long as the other side does.
        package var talkTime: Duration?
        /// Who answers by himself and hangs up does so at whole multiples of this time; `nil` for any moment.
        package var rhythm: Duration?
        /// Whether connections have sockets, and send.
        package var hasMedia = true
        /// Whether events are told as they happen.
        package var tellsEvents = true
        /// The frequency of the first endpoint's tone.
        package var firstTone = 400.0
        /// By how much the next endpoint's tone is higher.
        package var toneStep = 100.0
        /// Where the random numbers begin.
        package var seed: UInt64 = 1

        package init(gateway: LabGatewayConfiguration) {
            self.gateway = gateway
        }
    }

    var gateway: LabGateway
    var streams: [MGCPConnectionID: MediaStream] = [:]
    var voices: [Voice] = []
    var isStopped = false
    var random: IdentifierSource
    let options: Options

    private let socket: DatagramSocket
    private let stopDescriptor: Int32
    private let control: ControlSocket?
    private let report: LabReport
    private var habits: LineHabits?
    private var runners: [ScriptRunner] = []
    private var script: ScriptRunner?
    private var failures = 0
    private var nextTick: Instant
    private var hasReadLine = false

    /// Opens the sockets; `stopDescriptor` ends the lab once it is readable.
    package init(_ options: Options, stopDescriptor: Int32, write: @escaping (String) -> Void) throws(LabFailure) {
        self.options = options
        self.stopDescriptor = stopDescriptor
        self.socket = try DatagramSocket(options.gateway.address)
        self.control = try options.controlPath.map { path throws(LabFailure) in
            try ControlSocket(listeningOn: path)
        }
        self.gateway = LabGateway(options.gateway, seed: options.seed)
        self.gateway.hasRealMedia = options.hasMedia
        self.random = IdentifierSource(seed: options.seed &+ 1)
        self.report = LabReport(writesJSON: options.writesJSON, start: LabClock.now, write: write)
        self.nextTick = LabClock.now
        self.habits = options.answerDelay.map { delay in
            LineHabits(answerDelay: delay, talkTime: options.talkTime, rhythm: options.rhythm)
        }
        self.voices = options.gateway.endpoints.indices.map { place in
            Voice(hertz: options.firstTone + options.toneStep * Double(place))
        }
        if let lines = options.script {
            let runner = ScriptRunner(stream: nil, lines: lines, stopsAtFailure: true, write: self.report.answer)
            self.script = runner
            self.runners.append(runner)
        } else if options.readsStandardInput {
            let stream = LineStream.standard()
            self.runners.append(ScriptRunner(stream: stream, stopsAtFailure: false, write: self.report.answer))
        }
    }

    /// Runs until it is told to stop, or its script ends; returns whether every expectation was met.
    package func run() -> Bool {
        signal(SIGPIPE, SIG_IGN)
        if self.options.announcesRestart {
            self.gateway.restart(at: LabClock.now)
        }
        self.carryOut(at: LabClock.now)
        while !self.isStopped {
            self.turn()
        }
        // What the call agent has still to be told leaves with the last turn.
        self.carryOut(at: LabClock.now)
        return self.failures + self.runners.reduce(0) { $0 + $1.failures } == 0
    }

    // MARK: Turns

    private func turn() {
        let now = LabClock.now
        self.wait(at: now)
        let later = LabClock.now
        if let deadline = self.gateway.nextDeadline, deadline <= later {
            self.gateway.advance(to: later)
            self.carryOut(at: later)
        }
        self.followHabits(at: later)
        for runner in self.runners {
            runner.run(self, at: later)
        }
        self.tick(at: later)
        self.dropFinished()
    }

    private func followHabits(at now: Instant) {
        while let act = self.habits?.nextAct(at: now) {
            switch act {
            case .hangsUp(let index): self.perform(.onHook(index), at: now)
            case .liftsReceiver(let index):
                self.perform(.offHook(index), at: now)
                let isConnected = !self.gateway.endpoints[index].connections.isEmpty
                self.habits?.lifted(index, isConnected: isConnected, now: now)
            }
        }
    }

    /// Waits for something to happen, at most until the next deadline.
    private func wait(at now: Instant) {
        var wake = self.streams.isEmpty ? now.advanced(by: .seconds(1)) : self.nextTick
        wake = Instant.earlier(wake, Instant.earlier(self.gateway.nextDeadline, self.habits?.nextDeadline)) ?? wake
        for runner in self.runners {
            wake = Instant.earlier(wake, runner.nextLook(now)) ?? wake
        }
        let streams = Array(self.streams.values)
        let readers = self.runners.filter { $0.stream?.isAtEnd == false }
        var watched = [self.stopDescriptor, self.socket.descriptor] + streams.map(\.descriptor)
        watched += readers.compactMap { $0.stream?.descriptor } + (self.control.map { [$0.descriptor] } ?? [])
        var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let milliseconds = Int32(clamping: (max(0, now.duration(to: wake).nanoseconds) + 999_999) / 1_000_000)
        // The array is as long as is said.
        let count = unsafe polled.withUnsafeMutableBufferPointer { buffer in
            unsafe poll(buffer.baseAddress, nfds_t(buffer.count), milliseconds)
        }
        guard count > 0 else {
            return
        }
        let ready = Set(polled.filter { $0.revents != 0 }.map(\.fd))
        self.serve(ready, streams, readers)
    }

    private func serve(_ ready: Set<Int32>, _ streams: [MediaStream], _ readers: [ScriptRunner]) {
        let now = LabClock.now
        if ready.contains(self.stopDescriptor) {
            self.isStopped = true
        }
        if ready.contains(self.socket.descriptor) {
            self.receive(at: now)
        }
        for stream in streams where ready.contains(stream.descriptor) {
            stream.receive(at: now)
        }
        for runner in readers {
            if let stream = runner.stream, ready.contains(stream.descriptor) {
                let lines = stream.read()
                self.hasReadLine = self.hasReadLine || !lines.isEmpty
                runner.append(lines)
            }
        }
        if let control, ready.contains(control.descriptor), let stream = control.accept() {
            self.runners.append(ScriptRunner(stream: stream, stopsAtFailure: false, write: stream.write))
        }
    }

    private func receive(at now: Instant) {
        for _ in 0..<64 {
            guard let (bytes, source) = self.socket.receive() else {
                return
            }
            for stream in self.streams.values {
                self.gateway.setStatistics(stream.parameters, of: stream.id, on: stream.endpoint)
            }
            self.gateway.receive(bytes, from: source, at: now)
            self.carryOut(at: now)
        }
    }

    /// Takes away who has nothing more to say, and ends the lab when that was the last who matters.
    private func dropFinished() {
        for runner in self.runners where runner.isDone && (runner.stream?.isAtEnd ?? true) {
            self.failures += runner.failures
            self.runners.removeAll { $0 === runner }
            let isStandardInput = runner.stream?.descriptor == 0
            if runner === self.script || (isStandardInput && self.hasReadLine && self.control == nil) {
                self.isStopped = true
            }
        }
        if let script, script.failures > 0 {
            self.isStopped = true
        }
    }

    // MARK: What follows

    /// Sends and tells what the gateway wants, and brings media in line with its connections.
    func carryOut(at now: Instant) {
        while let output = self.gateway.nextOutput() {
            switch output {
            case .send(let bytes, let destination): self.socket.send(bytes, to: destination)
            case .note(let note, let endpoint):
                self.takeNote(note, at: endpoint, now)
                if self.options.tellsEvents {
                    self.report.tell(note, at: endpoint, now)
                }
            }
        }
        if self.options.hasMedia {
            self.alignMedia()
        }
    }

    /// Tells of something that the gateway does not know of.
    func complain(_ text: String) {
        self.report.complain(text)
    }

    private func takeNote(_ note: LabNote, at endpoint: ByteString?, _ now: Instant) {
        guard let endpoint, let index = self.gateway.index(of: endpoint) else {
            return
        }
        if case .key(let symbol) = note {
            self.press(symbol.character, at: index)
        }
        self.habits?.notice(note, at: index, isOffHook: self.gateway.endpoints[index].isOffHook, now: now)
    }

    /// Sends 20 ms of media on every connection, as often as the clock wants it.
    private func tick(at now: Instant) {
        guard !self.streams.isEmpty else {
            self.nextTick = now
            return
        }
        // After a long absence nobody wants what was missed.
        if self.nextTick.duration(to: now) > .milliseconds(200) {
            self.nextTick = now
        }
        while self.nextTick <= now {
            self.sendMedia()
            self.nextTick = self.nextTick.advanced(by: .milliseconds(20))
        }
    }
}

@available(*, unavailable)
extension MediaGatewayLab: Sendable {}
