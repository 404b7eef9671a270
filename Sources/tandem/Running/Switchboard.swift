import CallModel
import CallRecords
import DecisionClient
import GatewayCore
import Logging
import MediaRelay
import ProtocolKit
import SignalingShell

extension Gateway: SignalingCore {}

/// Passes on what the gateway wants from the world besides the network: orders to the relay, records to the writer, and
/// observations to the trace, the log and the counters.
///
/// It belongs to the signaling loop's thread.
final class Switchboard: EffectSink {
    /// What has happened since the start.
    struct Counters {
        var calls: UInt64 = 0
        var answered: UInt64 = 0
        var refused: UInt64 = 0
        var violations: UInt64 = 0
        var reloads: UInt64 = 0
        var refusedDialplans: UInt64 = 0
        var rollbacks: UInt64 = 0
        var promotions: UInt64 = 0
    }

    /// Where a user's phone is registered.
    struct Registration {
        let from: TransportAddress
        let until: Instant
    }

    /// A user's phone.
    struct ContactKey: Hashable {
        let user: ByteString
        let contact: ByteString
    }

    private(set) var counters = Counters()
    private(set) var registrations: [ContactKey: Registration] = [:]
    private(set) var reachableTrunks: [ByteString: Bool] = [:]
    private(set) var registeredTrunks: [ByteString: Bool] = [:]
    private(set) var reachableGateways: [ByteString: Bool] = [:]
    private(set) var trace: TraceStore

    private let relay: MediaRelay
    private let records: CallRecordWriter?
    private let decisions: DecisionClient?
    private let log: Logger
    private var orders: [MediaOrder] = []

    init(relay: MediaRelay, records: CallRecordWriter?, decisions: DecisionClient?, traceOctets: Int, log: Logger) {
        self.relay = relay
        self.decisions = decisions
        self.records = records
        self.trace = TraceStore(capacity: traceOctets)
        self.log = log
    }

    func order(_ order: MediaOrder) {
        self.orders.append(order)
    }

    func decide(_ order: DecisionOrder) {
        self.decisions?.carryOut(order)
    }

    func record(_ record: CallRecord) {
        self.records?.append(record)
    }

    func endTurn() {
        guard !self.orders.isEmpty else {
            return
        }
        self.relay.submit(self.orders)
        self.orders.removeAll(keepingCapacity: true)
    }

    func observe(_ observation: Observation, cause: InputCause, at now: Instant) {
        if case .message(let message) = observation {
            self.trace.add(message, cause: TraceCause(cause), at: now)
            return
        }
        self.count(observation, at: now)
        if self.trace.isKeeping, let note = TraceNote(observation) {
            self.trace.add(note: note.text, call: note.call, leg: note.leg, cause: TraceCause(cause), at: now)
        }
        self.log.log(observation)
    }

    private func count(_ observation: Observation, at now: Instant) {
        switch observation {
        case .callStarted:
            self.counters.calls += 1
        case .callAnswered(_, _):
            self.counters.answered += 1
        case .callRefused:
            self.counters.refused += 1
        case .peerViolation:
            self.counters.violations += 1
        case .registered(let user, let contact, let expires, let source):
            let until = now.advanced(by: expires)
            self.registrations[ContactKey(user: user, contact: contact)] = Registration(from: source, until: until)
        case .unregistered(let user, let contact, _):
            self.registrations[ContactKey(user: user, contact: contact)] = nil
        case .trunkRegistered(let trunk, _):
            self.registeredTrunks[trunk] = true
        case .trunkRegistrationFailed(let trunk, _, _):
            self.registeredTrunks[trunk] = false
        case .trunkReachable(let trunk, let isReachable):
            self.reachableTrunks[trunk] = isReachable
        case .gatewayReachable(let gateway, let isReachable):
            self.reachableGateways[gateway] = isReachable
        case .dialplanReplaced(.reload, _, _):
            self.counters.reloads += 1
        case .dialplanReplaced(.rollback, _, _):
            self.counters.rollbacks += 1
        case .dialplanReplaced(.promotion, _, _):
            self.counters.promotions += 1
        case .dialplanRefused:
            self.counters.refusedDialplans += 1
        case .message, .callRouted, .legPlaced, .callConnected, .dialplanLogged, .legTransferred, .legReleased,
            .callEnded, .limitReached,
            .transactionTimedOut, .authenticationFailed, .mediaFailed, .boundReached, .endpointsRestarted,
            .orphanDeleted, .dialed, .shadowChanged, .decided, .undecided, .decisionServerRests:
            break
        }
    }
}

extension TraceCause {
    fileprivate init(_ cause: InputCause) {
        let kind: Kind =
            switch cause.kind {
            case .message: .message
            case .timer: .timer
            case .network: .network
            case .media: .media
            case .command: .command
            }
        self.init(input: cause.number, kind: kind)
    }
}
