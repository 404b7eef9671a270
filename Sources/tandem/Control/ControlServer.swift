import CallControl
import CallModel
import CallRecords
import Foundation
import GatewayCore
import MGCPAgent
import ProtocolKit
import SignalingShell
import Synchronization

/// Answers the commands of other processes on a Unix socket.
///
/// Whoever asks is served on a thread of its own; only the question itself runs on the signaling loop.
final class ControlServer: Sendable {
    private static let longestRequest = 65_536
    private static let mostConnections = 16

    private let socket: UnixSocket
    private let path: String
    private let mailbox: LoopMailbox<Gateway>
    private let records: CallRecordWriter?
    private let dialplans: DialplanDesk
    private let listeners: [String]
    let mgcp: MGCPAgentConfiguration
    private let started: Instant
    private let stop: @Sendable () -> Void
    private let connections = Atomic<Int>(0)

    init(
        path: String,
        mailbox: LoopMailbox<Gateway>,
        records: CallRecordWriter?,
        dialplans: DialplanDesk,
        listeners: [String],
        mgcp: MGCPAgentConfiguration,
        stop: @escaping @Sendable () -> Void
    ) throws(UnixSocket.Failure) {
        self.socket = try UnixSocket.listen(path)
        self.path = path
        self.mailbox = mailbox
        self.records = records
        self.dialplans = dialplans
        self.listeners = listeners
        self.mgcp = mgcp
        self.started = SystemClock.now
        self.stop = stop
        Thread.detachNewThread { self.serve() }
    }

    /// Takes the socket away.
    func close() {
        unsafe unlink(self.path)
        self.socket.close()
    }

    private func serve() {
        while let connection = self.socket.accept() {
            guard self.connections.load(ordering: .relaxed) < Self.mostConnections else {
                connection.close()
                continue
            }
            self.connections.add(1, ordering: .relaxed)
            Thread.detachNewThread {
                self.serve(connection)
                self.connections.subtract(1, ordering: .relaxed)
            }
        }
    }

    private func serve(_ connection: UnixSocket) {
        defer { connection.close() }
        connection.limitWaiting(seconds: 30)
        while let line = connection.readLine(limit: Self.longestRequest) {
            let reply: ControlReply
            do {
                reply = self.answer(try JSONDecoder().decode(ControlRequest.self, from: Data(line)))
            } catch {
                reply = .failure("not a request: one JSON object with a known `command` on a line")
            }
            guard let bytes = try? JSONEncoder().encode(reply), connection.write(Array(bytes) + [0x0A]) else {
                return
            }
        }
    }

    private func answer(_ request: ControlRequest) -> ControlReply {
        switch request.command {
        case .status:
            return self.onLoop { loop, board in ControlReply(ok: true, status: self.status(loop, board)) }
        case .calls:
            return self.onLoop { loop, _ in ControlReply(ok: true, calls: Self.calls(loop)) }
        case .registrations:
            return self.onLoop { _, board in ControlReply(ok: true, registrations: Self.registrations(board)) }
        case .endpoints:
            return self.endpoints(request)
        case .trace:
            return self.trace(request)
        case .stop:
            self.stop()
            return ControlReply(ok: true)
        case .reload, .dialplanVersions, .dialplanRollback, .shadowStart, .shadowStop, .shadowReport, .shadowPromote:
            return self.changeDialplan(request.command, request.dialplan ?? DialplanQuestion())
        }
    }

    private func changeDialplan(_ command: ControlRequest.Command, _ question: DialplanQuestion) -> ControlReply {
        switch command {
        case .reload: self.dialplans.reload(question)
        case .dialplanVersions: self.dialplans.versions()
        case .dialplanRollback: self.dialplans.rollBack(question)
        case .shadowStart: self.dialplans.startShadow(question)
        case .shadowStop: self.dialplans.stopShadow()
        case .shadowReport: self.dialplans.shadowReport()
        case .shadowPromote: self.dialplans.promote()
        case .status, .calls, .registrations, .endpoints, .trace, .stop: .failure("not about dialplans")
        }
    }

    /// Runs on the loop and waits for the result.
    func onLoop(
        _ ask: @escaping @Sendable (SignalingLoop<Gateway>, Switchboard) -> ControlReply
    ) -> ControlReply {
        self.mailbox.ask(ask) ?? .failure("the gateway did not answer in time")
    }

    private func status(_ loop: SignalingLoop<Gateway>, _ board: Switchboard) -> ControlReply.Status {
        let names = Set(board.reachableTrunks.keys).union(board.registeredTrunks.keys).sorted()
        return ControlReply.Status(
            process: getpid(),
            uptimeSeconds: self.started.duration(to: SystemClock.now).components.seconds,
            stopping: loop.core.isStopping,
            dialplan: ControlReply.Status.Dialplan(
                live: loop.core.dialplanVersion.description,
                reloads: board.counters.reloads,
                refused: board.counters.refusedDialplans,
                rollbacks: board.counters.rollbacks,
                promotions: board.counters.promotions,
                shadow: loop.core.shadowReport?.candidate.description
            ),
            callsNow: loop.core.callCount,
            callsSinceStart: board.counters.calls,
            callsAnswered: board.counters.answered,
            callsRefused: board.counters.refused,
            peerViolations: board.counters.violations,
            registrations: board.registrations.count,
            flows: loop.flowCount,
            flowsRefused: loop.refusedFlows,
            datagramsDiscarded: loop.discardedDatagrams,
            listeners: self.listeners,
            trunks: names.map { name in
                ControlReply.Status.Trunk(
                    name: name.description,
                    reachable: board.reachableTrunks[name],
                    registered: board.registeredTrunks[name]
                )
            },
            gateways: self.mediaGateways(loop, board),
            records: self.records.map { writer in
                let statistics = writer.statistics
                return ControlReply.Status.Records(
                    written: statistics.written,
                    waiting: statistics.waiting,
                    dropped: statistics.dropped
                )
            }
        )
    }

    private static func calls(_ loop: SignalingLoop<Gateway>) -> [ControlReply.Call] {
        let now = SystemClock.now
        return loop.core.summaries.sorted { $0.call.number < $1.call.number }.map { summary in
            ControlReply.Call(
                call: summary.call.description,
                caller: summary.caller.description,
                called: summary.called.description,
                extension: summary.extension.description,
                dialplan: summary.dialplan.description,
                state: String(describing: summary.state),
                started: summary.started.description,
                talkSeconds: summary.answered.map { $0.duration(to: now).components.seconds },
                legs: summary.legs.map(\.text)
            )
        }
    }

    private static func registrations(_ board: Switchboard) -> [ControlReply.Registration] {
        let now = SystemClock.now
        return board.registrations.map { key, registration in
            ControlReply.Registration(
                user: key.user.description,
                contact: key.contact.description,
                from: registration.from.description,
                secondsLeft: now.duration(to: registration.until).components.seconds
            )
        }.sorted { ($0.user, $0.contact) < ($1.user, $1.contact) }
    }
}
