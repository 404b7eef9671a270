import CallControl
import CallModel
import CallRecords
import DecisionClient
import DialplanEngine
import Dispatch
import Foundation
import GatewayCore
import Logging
import MediaRelay
import ProtocolKit
import SIPAgent
import SignalingShell
import Synchronization

/// One gateway with its sockets, relay, records, trace and commands, from the start to the end of the process.
struct RunningGateway {
    /// Why the gateway cannot run.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let writer = LogWriter()
    private let log: Logger
    private let loop: SignalingLoop<Gateway>
    private let relay: MediaRelay
    private let resolver: CAresResolver
    private let records: CallRecordWriter?
    /// `nil` when the configuration has no decision servers.
    private let decisions: DecisionClient?
    private let control: ControlServer
    private let stopping: GracefulEnd
    private let signals: [any DispatchSourceSignal]

    /// Opens everything; nothing is left open when something fails.
    init(_ loaded: LoadedConfiguration) throws(Failure) {
        var configuration = loaded.configuration
        let writer = self.writer
        let level = configuration.logLevel
        let log = Logger(label: "tandem") { _ in LogWriterHandler(writer: writer, logLevel: level) }
        self.log = log
        Self.raiseDescriptorLimit()
        do {
            let sockets = try ListeningSockets(configuration.sockets, buffer: configuration.shell.datagramBuffer)
            configuration.take(bound: sockets.addresses)
            let mailbox = try LoopMailbox<Gateway>()
            self.records = try Self.openRecords(loaded, log)
            self.relay = try MediaRelay(configuration: configuration.relay) { mailbox.post($0) }
            let nameServers = configuration.nameServers.map(\.description).joined(separator: ",")
            self.resolver = try CAresResolver(servers: nameServers) { mailbox.post($0, $1) }
            let servers = configuration.decisions
            self.decisions = servers.isEmpty ? nil : DecisionClient(servers: servers) { mailbox.post($0, $1) }
            let board = Switchboard(
                relay: self.relay,
                records: self.records,
                decisions: self.decisions,
                traceOctets: configuration.traceOctets,
                log: log
            )
            self.loop = try SignalingLoop(
                Gateway(configuration: Self.core(configuration, loaded), key: Self.randomKey()),
                sockets: sockets,
                configuration: configuration.shell,
                mailbox: mailbox,
                resolver: self.resolver,
                sink: board
            )
            let stopping = GracefulEnd(mailbox: mailbox, limit: configuration.stopLimit, log: log)
            self.stopping = stopping
            let path = loaded.resolve(configuration.controlSocket)
            try Self.makeFolder(of: path)
            let dialplans = DialplanDesk(loaded, mailbox: mailbox, log: log)
            self.control = try ControlServer(
                path: path,
                mailbox: mailbox,
                records: self.records,
                dialplans: dialplans,
                listeners: configuration.listenerTexts,
                mgcp: configuration.mgcp
            ) {
                stopping.begin()
            }
            self.signals = Self.watchSignals(stopping, dialplans)
            for warning in loaded.dialplan.warnings.prefix(Self.mostWarnings) {
                log.warning("\(warning)")
            }
            if loaded.dialplan.warnings.count > Self.mostWarnings {
                log.warning("the dialplan has \(loaded.dialplan.warnings.count) warnings; `tandem check` lists them")
            }
            log.notice("dialplan \(loaded.dialplan.version) routes calls")
            for listener in configuration.listenerTexts {
                log.notice("listening on \(listener)")
            }
        } catch {
            throw Failure(description: "\(error)")
        }
    }

    /// The most warnings of a dialplan that are logged.
    private static let mostWarnings = 20

    /// Serves calls on this thread until the gateway is told to stop.
    func run() throws(Failure) {
        self.loop.perform { core, now in core.start(at: now) }
        self.log.notice("ready")
        self.loop.run()
        self.control.close()
        self.relay.shutdown()
        self.resolver.stop()
        self.decisions?.shutdown()
        let lost = self.records?.finish() ?? 0
        if lost > 0 {
            self.log.error("\(lost) call detail records could not be written")
        }
        self.log.notice("stopped")
        self.writer.flush()
    }

    private static func core(
        _ configuration: TandemConfiguration,
        _ loaded: LoadedConfiguration
    ) -> GatewayConfiguration {
        var calls = configuration.calls
        calls.media = configuration.media
        calls.sessionAddress = configuration.media.interfaces.first?.address ?? calls.sessionAddress
        // No earlier run has come so far: ten thousand calls in each second since this epoch.
        calls.firstCall = UInt64(max(0, SystemClock.civil.seconds - 1_750_000_000)) * 10_000 + 1
        return GatewayConfiguration(
            sip: configuration.sip,
            mgcp: configuration.mgcpListener.map { _ in configuration.mgcp },
            transactions: configuration.transactions,
            calls: calls,
            dialplan: loaded.dialplan
        )
    }

    private static func openRecords(_ loaded: LoadedConfiguration, _ log: Logger) throws -> CallRecordWriter? {
        let configuration = loaded.configuration.records
        guard let path = configuration.path.map(loaded.resolve) else {
            return nil
        }
        try Self.makeFolder(of: path)
        return try CallRecordWriter(
            path: path,
            syncs: configuration.syncs,
            capacity: configuration.waiting,
            delayMilliseconds: Int(configuration.delay.nanoseconds / 1_000_000)
        ) { event in
            switch event {
            case .stalled(let error):
                log.error("call detail records wait: \(error)")
            case .resumed(let dropped):
                log.notice("call detail records are written again; \(dropped) were dropped meanwhile")
            case .overflowing:
                log.error("too many call detail records wait; further ones are dropped")
            }
        }
    }

    private static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// 32 octets that nobody can guess; every identifier of this run is drawn from them (RFC 3261 §19.3).
    private static func randomKey() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// Media needs two descriptors for each leg; the default bound of most systems is a thousand.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return
        }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static func watchSignals(
        _ stopping: GracefulEnd,
        _ dialplans: DialplanDesk
    ) -> [any DispatchSourceSignal] {
        signal(SIGPIPE, SIG_IGN)
        return [
            Self.watch(SIGINT) { stopping.begin() },
            Self.watch(SIGTERM) { stopping.begin() },
            Self.watch(SIGHUP) { dialplans.reload() },
        ]
    }

    private static func watch(_ number: Int32, _ act: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler(handler: act)
        source.activate()
        return source
    }
}

/// The way from the wish to stop to the end of the loop.
///
/// The first wish refuses new calls and waits for the running ones; the second ends the loop at once.
final class GracefulEnd: Sendable {
    private let mailbox: LoopMailbox<Gateway>
    private let limit: Duration
    private let log: Logger
    private let wishes = Atomic<Int>(0)

    /// After the last call, how long the last messages may take.
    private static let farewell: Duration = .seconds(1)

    init(mailbox: LoopMailbox<Gateway>, limit: Duration, log: Logger) {
        self.mailbox = mailbox
        self.limit = limit
        self.log = log
    }

    /// Somebody wishes the gateway to stop.
    func begin() {
        guard self.wishes.add(1, ordering: .relaxed).oldValue == 0 else {
            self.log.notice("stopping at once")
            self.mailbox.stop()
            return
        }
        self.log.notice("stopping: no new calls; running ones may go on for \(self.limit.configured)")
        self.mailbox.post { [limit = self.limit] loop in
            loop.perform { core, now in
                core.stop(at: now, releasingAfter: limit)
                core.unregister(at: now)
            }
        }
        self.waitForCalls(until: SystemClock.now.advanced(by: self.limit).advanced(by: .seconds(5)))
    }

    private func waitForCalls(until latest: Instant) {
        self.mailbox.post { loop in
            if loop.core.callCount == 0 || SystemClock.now >= latest {
                self.end(isIdle: loop.core.isIdle)
            } else {
                DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100)) {
                    self.waitForCalls(until: latest)
                }
            }
        }
    }

    private func end(isIdle: Bool) {
        let wait: Duration = isIdle ? .zero : Self.farewell
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(wait.nanoseconds / 1_000_000))) {
            self.mailbox.stop()
        }
    }
}
