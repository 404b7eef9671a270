import CallModel
import MGCPSyntax
import ProtocolKit

/// One endpoint: a line or a circuit, with the legs that end at it (RFC 3435 §2.1).
///
/// It is kept as what it shall be and what its gateway was told of that. After every change ``reconcile(_:)`` sends
/// the one command that brings the two closer, if none waits for an answer: commands of an endpoint never overtake
/// each other, none is queued, and after a restart it is enough to forget what was told.
struct MGCPEndpoint: Sendable {
    /// Where the handset is.
    enum Hook: UInt8, Hashable, Sendable {
        case unknown
        case onHook
        case offHook
    }

    let index: SlabIndex

    /// Its gateway, by the place in the configuration.
    let gateway: Int
    let name: EndpointName

    var service = EndpointService()

    /// Whether it has been audited since our start and its last restart, or cannot be; idle, it is asked for nothing
    /// before.
    var isKnown = false
    var wantsAudit = false

    /// Whether the gateway has said that there is no such endpoint (500).
    var isUnknownToGateway = false
    var auditScope: EndpointAuditScope
    var hook = Hook.unknown
    var lacks: EndpointLacks = []

    /// Whether its gateway takes requests that hold beyond a notification.
    private let takesLoops: Bool
    var legs: [EndpointLeg] = []

    /// What makes it a line, or a circuit.
    var line: Line?
    var circuit: Circuit?

    /// The request that the gateway goes by; `nil` when it has to be told anew.
    var told: EndpointRequest?

    /// The identifiers of that request and of the one before it, whose notification may be under way.
    var requestID: MGCPRequestID?
    var formerRequestID: MGCPRequestID?

    /// Whether the gateway knows whom to notify.
    var knowsNotifiedEntity = false

    var outstanding: EndpointCommand?
    var commandNumber: UInt32 = 0

    /// A connection that was made and not named; an audit tells its name.
    var unnamed: Shared<UnnamedConnection>?

    /// What is known of a connection that the gateway has not named.
    struct UnnamedConnection: Sendable {
        let command: EndpointCommand
        let response: MGCPResponse
    }

    /// How many commands have been refused since one was accepted.
    var setbacks = 0

    var lastRestart: Restart?
    var lastAudit: Instant?

    /// Connections of the gateway's that belong to no leg and have to be deleted.
    var orphans: [Orphan] = []

    /// A connection that belongs to no leg.
    struct Orphan: Hashable, Sendable {
        let connection: MGCPConnectionID
        /// Its call, which a DLCX of one connection names (RFC 3435 §2.3.7), once the gateway was asked for it.
        var call: MGCPCallID?
        var isAsked = false
    }

    /// Whether all connections of the gateway's, which belong to no leg, have to be deleted with one command.
    var mustClear = false

    /// What an endpoint last said of its restart.
    struct Restart: Hashable, Sendable {
        let method: ByteString
        let at: Instant
    }

    init(
        _ index: SlabIndex,
        _ name: EndpointName,
        gateway: Int,
        auditScope: EndpointAuditScope,
        takesLoops: Bool
    ) {
        self.index = index
        self.name = name
        self.gateway = gateway
        self.auditScope = auditScope
        self.takesLoops = takesLoops
    }

    /// Whether it goes on notifying by the request that it has.
    var loops: Bool {
        self.takesLoops && !self.lacks.contains(.loops)
    }

    /// A bound on refused commands in a row, so that no gateway makes us try for ever.
    static let longestSetback = 8

    // MARK: The funnel

    /// Lets the owner change the endpoint where it stands; what becomes due by it is sent.
    mutating func apply(
        _ body: (inout MGCPEndpoint, inout CallAgentServices) -> Void,
        _ services: inout CallAgentServices
    ) -> Instant? {
        body(&self, &services)
        self.reconcile(&services)
        return self.nextDeadline
    }

    /// The next moment ``advance(_:)`` has something to do.
    var nextDeadline: Instant? {
        var next = self.line?.deadline
        next = Instant.earlier(next, self.circuit?.deadline)
        next = Instant.earlier(next, self.service.nextDeadline)
        for leg in self.legs {
            if case .ending(_, let until) = leg.stage {
                next = Instant.earlier(next, until)
            }
        }
        return next
    }

    /// Acts on every deadline that has come.
    mutating func advance(_ services: inout CallAgentServices) {
        for place in self.legs.indices {
            if case .ending(let cause, let until) = self.legs[place].stage, until <= services.now {
                self.reportReleased(place, cause, &services)
            }
        }
        if let deadline = self.line?.deadline, deadline <= services.now {
            self.line?.deadline = nil
            self.expireLine(&services)
        }
        if let deadline = self.circuit?.deadline, deadline <= services.now {
            self.circuit?.deadline = nil
            self.expireCircuit(&services)
        }
        switch self.service.advance(to: services.now) {
        case .endCalls: self.loseService(.local(.transportFailure, .destinationOutOfOrder), &services)
        case .audit: services.audits.add(self.index, of: self.gateway)
        case nil: break
        }
    }

    // MARK: Legs

    /// Where the leg stands among those of the endpoint.
    func place(of leg: LegID?) -> Int? {
        guard let leg else {
            return nil
        }
        for place in self.legs.indices where self.legs[place].id == leg {
            return place
        }
        return nil
    }

    /// Whether a call can be placed to it.
    func admitsCalls(_ services: CallAgentServices) -> Bool {
        self.service.admitsCalls && services.admitsCalls(self.gateway)
    }

    /// The leg that messages of the endpoint belong to, for the trace.
    var tracedLeg: LegID? {
        self.outstanding?.leg ?? self.line?.active ?? self.legs.last?.id
    }

    /// Ends a leg: its connection is deleted, and call control is told once the counters are known or time is up.
    mutating func end(_ place: Int, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        guard self.legs[place].isLive else {
            return
        }
        self.legs[place].connection.isUnwanted = true
        self.legs[place].connection.exchange = nil
        switch self.legs[place].connection.state {
        case .wanted, .gone:
            self.legs[place].connection.state = .gone
            self.reportReleased(place, cause, &services)
        case .creating, .open, .deleting:
            let until = services.now.advanced(by: services.configuration.timers.releaseAnswer)
            self.legs[place].stage = .ending(cause, until: until)
        }
    }

    /// The connection of a leg is no more: what it was waited for is reported.
    mutating func connectionGone(_ place: Int, _ services: inout CallAgentServices) {
        self.legs[place].connection.state = .gone
        if case .ending(let cause, _) = self.legs[place].stage {
            self.reportReleased(place, cause, &services)
        }
    }

    /// Tells call control that a leg is over, if it knows of the leg.
    mutating func reportReleased(_ place: Int, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        let leg = self.legs[place].id
        let isKnown = self.legs[place].isKnownToCallControl
        self.legs[place].stage = .over
        services.legs[leg] = nil
        if isKnown {
            services.report(.released(cause), from: leg)
        }
    }

    /// Forgets the legs of which nothing is left.
    mutating func dropFinishedLegs() {
        for place in self.legs.indices.reversed() where self.legs[place].isFinished {
            self.legs.remove(at: place)
        }
    }

    /// Whether nothing is left of any call; for leak checks.
    var isIdle: Bool {
        self.legs.isEmpty && self.orphans.isEmpty && !self.mustClear
            && self.outstanding.map { $0.leg == nil && $0.verb != .deleteConnection } ?? true
    }
}
