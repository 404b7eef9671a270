import ProtocolKit

/// Which gatekeeper we are registered with, and who is tried next (H.323 clauses 7.2.1, 7.2.2 and 7.2.6).
///
/// ```
///           GRQ ▶ discovering ─GCF▶ registering ─RCF▶ registered ─┐ 2/3 of the time to live: lightweight RRQ
///  start ▶        │ GRJ, silence      │ RRJ, silence   │ ▲       └─┘
///          RRQ ▶ ─┴───────────────────┴── the next ◀───┘ │ RCF
///                                          │ none left   │ silence, RRJ, URQ
///                                          ▼             │
///                                       waiting ─back-off┘ everybody anew
/// ```
/// A round tries each gatekeeper once: those of the configuration, and the alternates that any of them names. A
/// registration that is lost soon after it was made is made again only after a wait, so that a gatekeeper that takes
/// and drops us cannot keep both busy.
struct GatekeeperRegistration: Sendable {
    /// What to send.
    enum Action: Hashable, Sendable {
        case discover(GatekeeperContact)
        case register(GatekeeperContact)
        case keepAlive(GatekeeperContact)
    }

    /// A registration that stands.
    private struct Standing: Sendable {
        let contact: GatekeeperContact
        let since: Instant
        let refreshAt: Instant?
        var isRefreshing = false
    }

    private enum State: Sendable {
        case stopped
        case waiting(until: Instant)
        case discovering(GatekeeperContact)
        case registering(GatekeeperContact)
        /// A gatekeeper that should know us has been sent a lightweight RRQ.
        case adopting(GatekeeperContact)
        case registered(Standing)
    }

    /// What a gatekeeper says when it does not register us.
    enum Rejection: Hashable, Sendable {
        case discoveryRequired
        case fullRegistrationRequired
        case other
    }

    private var state: State = .stopped
    private let configured: [GatekeeperContact]
    private let timers: RegistrationTimers
    private var identifiers: IdentifierSource

    /// Who is still to be tried in this round, and where something was tried.
    private var candidates: [GatekeeperContact] = []
    private var tried: Set<TransportAddress> = []
    private var discovered: Set<TransportAddress> = []

    /// The alternates of the gatekeeper that we are registered with.
    private var alternates: [GatekeeperContact] = []

    /// Waits since a registration has stood for some time.
    private var waits = 0

    init(_ configured: [GatekeeperContact], timers: RegistrationTimers, identifiers: IdentifierSource) {
        self.configured = configured
        self.timers = timers
        self.identifiers = identifiers
    }

    // MARK: Queries

    /// The gatekeeper that we are registered with.
    var gatekeeper: GatekeeperContact? {
        if case .registered(let standing) = self.state {
            return standing.contact
        }
        return nil
    }

    /// Whether it may not take long until we are registered.
    var isUnderWay: Bool {
        switch self.state {
        case .discovering, .registering, .adopting: true
        case .stopped, .waiting, .registered: false
        }
    }

    /// Whether a gatekeeper at this address is one of those that are tried.
    func knows(_ address: IPAddress) -> Bool {
        [self.configured, self.alternates, self.candidates].contains { $0.contains { $0.address.ip == address } }
            || self.tried.contains { $0.ip == address }
    }

    /// Whether nothing is wanted.
    var isStopped: Bool {
        if case .stopped = self.state {
            return true
        }
        return false
    }

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant? {
        switch self.state {
        case .waiting(let until): until
        case .registered(let standing): standing.isRefreshing ? nil : standing.refreshAt
        case .stopped, .discovering, .registering, .adopting: nil
        }
    }

    // MARK: Inputs

    /// A round begins.
    mutating func start(at now: Instant) -> Action? {
        self.alternates = []
        return self.begin(with: [], at: now)
    }

    /// Nothing is wanted any more.
    mutating func stop() {
        self.state = .stopped
    }

    /// Acts on the deadline that has come, if one has.
    mutating func advance(to now: Instant) -> Action? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        switch self.state {
        case .waiting: return self.start(at: now)
        case .registered: return self.refresh()
        case .stopped, .discovering, .registering, .adopting: return nil
        }
    }

    /// Something makes us doubt that the gatekeeper knows us: ask it now.
    mutating func refresh() -> Action? {
        guard case .registered(var standing) = self.state, !standing.isRefreshing else {
            return nil
        }
        standing.isRefreshing = true
        self.state = .registered(standing)
        return .keepAlive(standing.contact)
    }

    /// A GCF came: register there.
    mutating func receiveDiscoveryConfirm(
        _ contact: GatekeeperContact,
        alternates: [GatekeeperContact]
    ) -> Action? {
        guard case .discovering = self.state else {
            return nil
        }
        self.tried.insert(contact.address)
        self.discovered.insert(contact.address)
        self.candidates.insert(contentsOf: alternates, at: 0)
        self.state = .registering(contact)
        return .register(contact)
    }

    /// A GRJ came.
    mutating func receiveDiscoveryReject(alternates: [GatekeeperContact], at now: Instant) -> Action? {
        guard case .discovering = self.state else {
            return nil
        }
        // Who is asked for by GRQ names whom to ask by GRQ (H.225.0 clause 7.8.3).
        let asked = alternates.map { GatekeeperContact($0.address, identifier: $0.identifier, firstStep: .discovery) }
        self.candidates.insert(contentsOf: asked, at: 0)
        return self.next(at: now)
    }

    /// An RCF came, which is good for `timeToLive`, or for ever.
    mutating func receiveRegistrationConfirm(
        timeToLive: Duration?,
        alternates: [GatekeeperContact]?,
        at now: Instant
    ) {
        var since = now
        let contact: GatekeeperContact
        switch self.state {
        case .registering(let registered), .adopting(let registered):
            contact = registered
        case .registered(let standing):
            contact = standing.contact
            since = standing.since
            self.waits = 0
        case .stopped, .waiting, .discovering:
            return
        }
        if let alternates {
            self.alternates = alternates
        }
        let refreshAt = timeToLive.map { now.advanced(by: max($0 * 2 / 3, self.timers.shortestRefresh)) }
        self.state = .registered(Standing(contact: contact, since: since, refreshAt: refreshAt))
    }

    /// An RRJ came.
    mutating func receiveRegistrationReject(
        _ rejection: Rejection,
        alternates: [GatekeeperContact],
        at now: Instant
    ) -> Action? {
        switch (self.state, rejection) {
        case (.stopped, _), (.waiting, _), (.discovering, _):
            return nil
        case (.registering(let contact), .discoveryRequired), (.adopting(let contact), .discoveryRequired):
            return self.discover(contact) ?? self.next(at: now)
        case (.adopting(let contact), .fullRegistrationRequired):
            self.state = .registering(contact)
            return .register(contact)
        case (.registering, _), (.adopting, .other):
            self.candidates.insert(contentsOf: alternates, at: 0)
            return self.next(at: now)
        case (.registered(let standing), .discoveryRequired):
            self.beginRound(without: standing.contact)
            return self.discover(standing.contact)
        case (.registered, .fullRegistrationRequired):
            return self.lose(wantsAgain: true, alternates: [], at: now)
        case (.registered, .other):
            return self.lose(wantsAgain: false, alternates: alternates, at: now)
        }
    }

    /// The gatekeeper does not know us any more.
    ///
    /// `wantsAgain` says that it is the first to be tried; otherwise its alternates are.
    mutating func lose(wantsAgain: Bool, alternates: [GatekeeperContact], at now: Instant) -> Action? {
        guard case .registered(let standing) = self.state else {
            return nil
        }
        if !alternates.isEmpty {
            self.alternates = alternates
        }
        let stood = standing.since.duration(to: now)
        if stood >= self.timers.steady {
            self.waits = 0
        }
        self.beginRound(without: standing.contact)
        guard wantsAgain else {
            return self.next(at: now)
        }
        guard stood >= self.timers.steady else {
            return self.wait(at: now)
        }
        self.state = .registering(standing.contact)
        return .register(standing.contact)
    }

    /// A request for discovery or registration was not answered.
    mutating func receiveSilence(at now: Instant) -> Action? {
        switch self.state {
        case .stopped, .waiting:
            return nil
        case .discovering, .registering, .adopting:
            return self.next(at: now)
        case .registered(let standing):
            self.beginRound(without: standing.contact)
            return self.next(at: now)
        }
    }

    // MARK: Rounds

    private mutating func begin(with first: [GatekeeperContact], at now: Instant) -> Action? {
        self.candidates = first + self.configured
        self.tried = []
        self.discovered = []
        return self.next(at: now)
    }

    /// A round in which a gatekeeper has been tried already.
    private mutating func beginRound(without contact: GatekeeperContact) {
        self.candidates = self.alternates + self.configured
        self.tried = [contact.address]
        self.discovered = []
    }

    private mutating func next(at now: Instant) -> Action? {
        while !self.candidates.isEmpty, self.tried.count < self.timers.gatekeepersOfRound {
            let contact = self.candidates.removeFirst()
            guard self.tried.insert(contact.address).inserted else {
                continue
            }
            switch contact.firstStep {
            case .discovery:
                self.discovered.insert(contact.address)
                self.state = .discovering(contact)
                return .discover(contact)
            case .registration:
                self.state = .registering(contact)
                return .register(contact)
            case .keepAlive:
                self.state = .adopting(contact)
                return .keepAlive(contact)
            }
        }
        return self.wait(at: now)
    }

    /// Asks a gatekeeper by GRQ that wants it, once in a round.
    private mutating func discover(_ contact: GatekeeperContact) -> Action? {
        guard self.discovered.insert(contact.address).inserted else {
            return nil
        }
        self.state = .discovering(contact)
        return .discover(contact)
    }

    private mutating func wait(at now: Instant) -> Action? {
        let doubled = self.timers.firstRetry * (1 << min(self.waits, 16))
        let pause = min(doubled, self.timers.longestRetry)
        self.waits += 1
        let jitter = self.identifiers.duration(below: pause / 4)
        self.state = .waiting(until: now.advanced(by: pause).advanced(by: jitter))
        return nil
    }
}
