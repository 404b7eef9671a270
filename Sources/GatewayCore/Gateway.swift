package import CallControl
package import CallModel
package import DialplanEngine
package import MGCPAgent
package import MGCPSyntax
package import ProtocolKit
import SIPAgent

/// The whole switch as one value: what comes in on the network, from the relay and with time goes in, what must be
/// sent, ordered and recorded comes out.
///
/// It joins the agents and call control and decides nothing itself. Every input is carried to its last consequence
/// before the next one is looked at, and the same inputs in the same order always give the same outputs. Nobody copies
/// a gateway by accident.
package struct Gateway: ~Copyable, Sendable {
    private var sip: SIPUserAgent
    /// Without media gateways it has nothing to do.
    private var mgcp: MGCPCallAgent
    private var calls: CallController
    /// The socket of the media gateways; every other one is SIP's.
    private let mgcpListener: ListenerID?
    private var effects = OutputQueue<GatewayEffect>()

    /// The key seeds every identifier: 32 octets from the operating system, or a test's seed.
    package init(configuration: GatewayConfiguration, key: [UInt8]) {
        var source = IdentifierSource(shard: configuration.shard, key: key)
        let shard = configuration.shard
        self.sip = SIPUserAgent(
            configuration: configuration.sip,
            limits: configuration.transactions,
            identifiers: IdentifierSource(shard: shard, key: source.octets(32))
        )
        self.mgcp = MGCPCallAgent(
            configuration: configuration.mgcp ?? MGCPAgentConfiguration(),
            identifiers: IdentifierSource(shard: shard, key: source.octets(32))
        )
        self.mgcpListener = configuration.mgcp?.listener
        var calls = configuration.calls
        calls.shard = shard
        self.calls = CallController(
            configuration: calls,
            dialplan: configuration.dialplan,
            identifiers: IdentifierSource(shard: shard, key: source.octets(32))
        )
    }

    // MARK: Inputs

    /// Something happened on the network.
    package mutating func receive(_ event: NetworkEvent, at now: Instant) {
        if let listener = event.listener, listener == self.mgcpListener {
            self.mgcp.receive(event, at: now)
        } else {
            self.sip.receive(event, at: now)
        }
        self.settle(at: now)
    }

    /// Several inputs follow, until ``endTurn(at:)``: messages to one media gateway that they lead to share datagrams.
    package mutating func beginTurn() {
        self.mgcp.beginTurn()
    }

    /// What was held back for the others of the turn leaves.
    package mutating func endTurn(at now: Instant) {
        self.mgcp.endTurn()
        self.settle(at: now)
    }

    /// The relay reports.
    package mutating func receive(_ report: MediaReport, at now: Instant) {
        self.calls.receive(report, at: now)
        self.settle(at: now)
    }

    /// A decision server has answered, or will not.
    package mutating func receive(_ result: DecisionResult, to id: DecisionID, at now: Instant) {
        self.calls.receive(result, to: id, at: now)
        self.settle(at: now)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        self.sip.advance(to: now)
        self.settle(at: now)
        self.mgcp.advance(to: now)
        self.settle(at: now)
        self.calls.advance(to: now)
        self.settle(at: now)
    }

    /// The time of day is `civil` at `now`; a jump of the clock moves no deadline.
    package mutating func setWallClock(_ civil: CivilTime, at now: Instant) {
        let clock = WallClock(civil, at: now)
        self.sip.setWallClock(clock)
        self.mgcp.setWallClock(clock)
        self.calls.setWallClock(clock)
    }

    /// Starts what has to happen without being asked: registrations with trunks, probes, audits of media gateways.
    package mutating func start(at now: Instant) {
        self.sip.start(at: now)
        self.mgcp.start(at: now)
        self.settle(at: now)
    }

    /// Takes Tandem off the trunks that it is registered with.
    package mutating func unregister(at now: Instant) {
        self.sip.unregister(at: now)
        self.settle(at: now)
    }

    /// Refuses new calls from now on, lets running ones end, and releases the rest after `limit`.
    package mutating func stop(at now: Instant, releasingAfter limit: Duration) {
        self.calls.stop(at: now, releasingAfter: limit)
        self.settle(at: now)
    }

    /// Ends one call; `false` when there is none by that name.
    package mutating func release(_ call: CallID, at now: Instant) -> Bool {
        let found = self.calls.release(call, at: now)
        self.settle(at: now)
        return found
    }

    /// Routes new calls by this dialplan, and collects digits by its maps; calls that have begun and lines that are
    /// dialing keep what they began with.
    package mutating func replaceDialplan(
        _ dialplan: Dialplan,
        digitMaps: [ByteString: DigitMap],
        by change: DialplanChange,
        at now: Instant
    ) {
        self.mgcp.replaceDigitMaps(digitMaps)
        self.calls.replaceDialplan(dialplan, by: change, at: now)
        self.settle(at: now)
    }

    /// Somebody wanted another dialplan that cannot be used; the live one stays.
    package mutating func refuseDialplan(problems: Int, at now: Instant) {
        self.calls.refuseDialplan(problems: problems)
        self.settle(at: now)
    }

    /// Evaluates this dialplan for each new call, beside the live one and without any effect.
    package mutating func startShadow(_ candidate: Dialplan, _ settings: ShadowSettings, at now: Instant) {
        self.calls.startShadow(candidate, settings, at: now)
        self.settle(at: now)
    }

    /// Evaluates nothing beside the live dialplan any more.
    package mutating func stopShadow(at now: Instant) {
        self.calls.stopShadow(at: now)
        self.settle(at: now)
    }

    // MARK: Outputs

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let agents = Instant.earlier(self.sip.nextDeadline, self.mgcp.nextDeadline)
        return Instant.earlier(agents, self.calls.nextDeadline)
    }

    /// The oldest effect that has not been taken.
    package mutating func nextEffect() -> GatewayEffect? {
        self.effects.next()
    }

    // MARK: Queries

    /// All calls, in no order.
    package var summaries: [CallSummary] {
        self.calls.summaries
    }

    /// The lines and circuits of media gateways.
    package var endpoints: [EndpointSummary] {
        self.mgcp.summaries
    }

    /// The number of calls.
    package var callCount: Int {
        self.calls.count
    }

    /// The dialplan that new calls are routed by.
    package var dialplanVersion: DialplanVersion {
        self.calls.dialplanVersion
    }

    /// What calls have left behind for the dialplan.
    package var memory: DialplanMemory {
        self.calls.memory
    }

    /// How many calls each dialplan routes; those that route none are not here.
    package var callsOfDialplans: [DialplanVersion: Int] {
        self.calls.callsOfDialplans
    }

    /// What has come of the dialplan beside it; `nil` when there is none.
    package var shadowReport: ShadowReport? {
        self.calls.shadowReport
    }

    /// Whether new calls are refused.
    package var isStopping: Bool {
        self.calls.isStopping
    }

    /// Every contact of every user.
    package var registrations: [RegisteredContact] {
        self.sip.registrations
    }

    /// Whether no call, leg, dialog, transaction or anchor is left.
    ///
    /// Registrations may be. For leak checks.
    package var isIdle: Bool {
        self.calls.isEmpty && self.sip.isIdle && self.mgcp.isIdle && self.effects.isEmpty
    }

    // MARK: Settling

    /// Carries every consequence of one input to its end before the next input is looked at.
    private mutating func settle(at now: Instant) {
        while true {
            // What call control makes of an event of a media gateway shares the datagram of its answer (RFC 3435 §3.5.5),
            // so that agent comes last.
            if let output = self.sip.nextOutput() {
                self.take(output, at: now)
            } else if let output = self.calls.nextOutput() {
                self.take(output, at: now)
            } else if let output = self.mgcp.nextOutput() {
                self.take(output, at: now)
            } else {
                return
            }
        }
    }

    private mutating func take(_ output: AgentOutput, at now: Instant) {
        switch output {
        case .network(let request):
            self.effects.append(.network(request))
        case .report(let event, let leg):
            self.calls.receive(event, from: leg, at: now)
        case .observe(let observation):
            self.effects.append(.observe(observation))
        }
    }

    private mutating func take(_ output: CallControlOutput, at now: Instant) {
        switch output {
        case .command(let command, let leg):
            switch leg.signaling {
            case .sip:
                self.sip.perform(command, on: leg, at: now)
            case .mgcp:
                self.mgcp.perform(command, on: leg, at: now)
            }
        case .media(let order):
            self.effects.append(.media(order))
        case .ask(let question, let call):
            self.calls.receive(self.sip.answer(question, at: now), to: question, for: call, at: now)
        case .decide(let order):
            self.effects.append(.decide(order))
        case .record(let record):
            self.effects.append(.record(record))
        case .observe(let observation):
            self.effects.append(.observe(observation))
        }
    }
}

extension NetworkEvent {
    /// The listener whose socket it is about, where it is about one.
    fileprivate var listener: ListenerID? {
        switch self {
        case .datagram(_, _, let listener), .accepted(_, _, _, let listener), .unreachable(_, let listener): listener
        case .connected, .received, .closed, .resolved: nil
        }
    }
}
