package import CallModel
package import ProtocolKit
import SIPSyntax
package import SIPTransactions

/// The SIP transaction user (RFC 3261 §6): UAS and UAC cores, dialogs, registrar, and the legs of calls.
///
/// Everything that happens to a leg goes through ``change(_:at:_:)``, which registers its deadline anew and forgets it
/// once it is finished.
package struct SIPUserAgent: SignalingAgent {
    var services: AgentServices
    var legs = Slab<SIPLeg>()

    /// Where the legs are that call control has named.
    var placedLegs: [UInt64: SlabIndex] = [:]

    /// The INVITEs in progress by Call-ID, From tag and CSeq, to tell merged requests (RFC 3261 §8.2.2.2).
    var requests: [RequestKey: SlabIndex] = [:]

    var deadlines = SlabDeadlineQueue()
    var authenticator: DigestAuthenticator
    var registrar: Registrar

    /// The trunks, each at its place in the configuration.
    var trunks: [TrunkService]
    var trunkDeadlines = DeadlineQueue<Int>()
    var directory: TrunkDirectory

    /// When the hosts that trunks send from are resolved again.
    var sourcesRefresh: Instant?

    /// What waits for next hops.
    var searches: [LocatingID: Locating] = [:]

    private var clock: WallClock?

    /// The users by name.
    let users: [ByteString: SIPUserConfiguration]

    /// `identifiers` is the source of every tag, Call-ID and branch.
    package init(
        configuration: SIPAgentConfiguration,
        limits: TransactionLimits = TransactionLimits(),
        identifiers: IdentifierSource
    ) {
        self.services = AgentServices(configuration: configuration, limits: limits, identifiers: identifiers)
        self.registrar = Registrar(policy: configuration.registrar, users: configuration.users)
        self.directory = TrunkDirectory(configuration.trunks)
        var source = IdentifierSource(shard: identifiers.shard, key: self.services.identifiers.octets(32))
        self.trunks = configuration.trunks.map { TrunkService($0, identifiers: &source) }
        self.users = Dictionary(configuration.users.map { ($0.name, $0) }) { first, _ in first }
        self.authenticator = DigestAuthenticator(
            realm: configuration.realm,
            users: configuration.users,
            policy: configuration.authentication,
            identifiers: &self.services.identifiers
        )
    }

    package mutating func receive(_ event: NetworkEvent, at now: Instant) {
        if case .resolved(let id, let answer) = event {
            self.services.locator.receive(answer, for: id, at: now)
        } else {
            self.services.layer.receive(event, at: now)
        }
        self.settle(at: now)
    }

    package mutating func perform(_ command: LegCommand, on leg: LegID, at now: Instant) {
        self.performCommand(command, on: leg, at: now)
        self.settle(at: now)
    }

    package var nextDeadline: Instant? {
        let calls = Instant.earlier(self.services.layer.nextDeadline, self.deadlines.next)
        let service = Instant.earlier(self.registrar.nextDeadline, self.services.locator.nextDeadline)
        let trunks = Instant.earlier(self.trunkDeadlines.next, self.sourcesRefresh)
        return Instant.earlier(calls, Instant.earlier(service, trunks))
    }

    package mutating func advance(to now: Instant) {
        self.registrar.advance(to: now)
        self.services.locator.advance(to: now)
        self.advanceTrunks(to: now)
        self.services.layer.advance(to: now)
        self.settle(at: now)
        while let place = self.deadlines.popDue(at: now) {
            self.change(place, at: now) { leg, services in
                leg.advance(&services, at: now)
            }
        }
        self.settle(at: now)
    }

    package mutating func nextOutput() -> AgentOutput? {
        if let output = self.services.layer.nextOutput() {
            return output
        }
        if let observation = self.authenticator.nextObservation() ?? self.registrar.nextObservation() {
            return .observe(observation)
        }
        return self.services.outputs.next()
    }

    /// What call control asks to know before it places legs.
    package func answer(_ question: RouteQuestion, at now: Instant) -> RouteAnswer {
        self.registrar.answer(question, at: now)
    }

    /// Every contact of every user.
    package var registrations: [RegisteredContact] {
        // What has expired is removed by ``advance(to:)``, so everything that is stored is current.
        self.users.keys.sorted().flatMap { self.registrar.contacts(of: $0, at: .start) }
    }

    /// Whether nothing is left of any call; for leak checks.
    package var isIdle: Bool {
        self.legs.isEmpty && self.placedLegs.isEmpty && self.requests.isEmpty && self.deadlines.count == 0
            && self.searches.isEmpty && self.services.uses.isEmpty && self.services.invites.isEmpty
            && self.services.lateAnswers.isEmpty && self.services.layer.isIdle
    }

    /// The one funnel through which legs change.
    mutating func change(
        _ place: SlabIndex,
        at now: Instant,
        _ body: (inout SIPLeg, inout AgentServices) -> Void
    ) {
        self.legs.with(place, &self.services) { leg, services in
            leg?.apply(body, &services)
        }
        self.settle(place)
    }

    /// Registers the leg's deadline, or forgets a leg that is finished.
    private mutating func settle(_ place: SlabIndex) {
        guard let standing = self.legs.with(place, { $0?.takeStanding() }) else {
            return
        }
        if let key = standing.doneRequest {
            self.requests[key] = nil
        }
        switch standing.remainder {
        case .leg:
            self.deadlines.set(standing.deadline, for: place)
            return
        case .lateAnswers(let transaction):
            if let leg = self.legs[place] {
                self.services.keepLateAnswers(to: transaction, of: leg)
            }
        case .nothing:
            break
        }
        self.deadlines.set(nil, for: place)
        self.legs.remove(place)
        if standing.id.origin == .outgoing {
            self.placedLegs[standing.id.number] = nil
        }
    }

    /// Where the leg of this name is stored.
    func place(of leg: LegID) -> SlabIndex? {
        switch leg.origin {
        case .incoming:
            SlabIndex(
                slot: UInt32(truncatingIfNeeded: leg.number),
                generation: UInt32(truncatingIfNeeded: leg.number >> 32)
            )
        case .outgoing:
            self.placedLegs[leg.number]
        }
    }

    /// The time of day, for the Date of responses to REGISTER.
    package mutating func setWallClock(_ clock: WallClock) {
        self.clock = clock
    }

    /// The time of day, once it is known.
    func civilTime(at now: Instant) -> CivilTime? {
        self.clock?.time(at: now)
    }

    /// Carries out what the transaction layer and the locator report.
    mutating func settle(at now: Instant) {
        self.settleLocator(at: now)
        while let event = self.services.layer.nextEvent() {
            self.receive(event, at: now)
        }
        self.locateWantedHops(at: now)
        self.settleLocator(at: now)
    }

    private mutating func receive(_ event: TransactionEvent, at now: Instant) {
        switch event {
        case .request(let id, let message, let source):
            self.receiveRequest(id, message, from: source, at: now)
        case .cancel(let id, of: let invite, let message, let source):
            self.receiveCancel(id, of: invite, message, from: source, at: now)
        case .refused(let id, let message, let error, let source):
            self.services.observeReceived(message, from: source, leg: nil)
            self.services.respond(to: id, error.suggestedStatus, phrase: error.explanation, at: now)
        case .acknowledgement(let message, let source):
            self.receiveAcknowledgement(message, from: source, at: now)
        case .response(let id, let message, let source):
            self.receiveResponse(id, message, from: source, at: now)
        case .strayResponse(let message, let source):
            self.services.observeReceived(message, from: source, leg: nil)
        case .timedOut(let id):
            self.receiveFailure(of: id, .local(.transactionTimeout, .recoveryOnTimerExpiry), at: now)
        case .transportFailed(let id):
            self.receiveFailure(of: id, .local(.transportFailure, .networkOutOfOrder), at: now)
        case .acknowledgementMissing(let id):
            self.services.invites[id] = nil
        case .flowClosed(let flow):
            self.registrar.flowClosed(flow)
        case .clientEnded(let id):
            self.receiveEnd(of: id, at: now)
        case .serverEnded(let id):
            self.services.invites[id] = nil
        }
    }
}
