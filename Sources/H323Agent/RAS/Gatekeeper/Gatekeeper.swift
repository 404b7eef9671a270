package import H323Syntax
package import ProtocolKit

/// A gatekeeper for sites that have none: registration, admission and location (H.323 clause 6.4).
///
/// It serves nobody but the endpoints and neighbours of its configuration. Datagrams to its RAS address and to the
/// group of gatekeepers come in by ``receive(_:from:viaGroup:at:)``; after each mutation its user calls
/// ``nextOutput()`` until it returns `nil`. What an endpoint asks counts only from the address that it has registered
/// from, so that a forged URQ or DRQ changes nothing. Where a call that is routed through us goes,
/// ``destination(ofCall:)`` and ``location(of:)`` tell.
package struct Gatekeeper: Sendable {
    let settings: GatekeeperSettings
    var identifiers: IdentifierSource
    private var clock: WallClock

    var layer: RASTransactionLayer<GatekeeperRequestOwner>
    var endpoints = EndpointTable()
    var calls = CallTable()
    /// The calls that are routed through us, by their identifiers.
    var routes: [H225.GloballyUniqueID: SlabIndex] = [:]
    var locations = Slab<PendingLocation>()
    var outputs = OutputQueue<GatekeeperOutput>()

    /// The places of rules in the configuration by the names that they allow, and by addresses.
    let rulesByAlias: [RASAlias: [Int]]
    let rulesByAddress: [IPAddress: [Int]]

    /// Whether the datagram that is being looked at came to the group.
    var isViaGroup = false

    /// A gatekeeper with nobody registered.
    package init(_ settings: GatekeeperSettings, clock: WallClock, identifiers: IdentifierSource) {
        var identifiers = identifiers
        self.settings = settings
        self.clock = clock
        self.layer = RASTransactionLayer(
            timers: settings.rasTimers,
            limits: settings.limits.transactions,
            firstNumber: H225.RequestSeqNum(1 + identifiers.number(below: 65_535))
        )
        self.identifiers = identifiers
        var rulesByAlias: [RASAlias: [Int]] = [:]
        var rulesByAddress: [IPAddress: [Int]] = [:]
        for (place, rule) in settings.endpoints.enumerated() {
            for alias in rule.aliases {
                rulesByAlias[alias, default: []].append(place)
            }
            for address in rule.addresses {
                rulesByAddress[address, default: []].append(place)
            }
        }
        self.rulesByAlias = rulesByAlias
        self.rulesByAddress = rulesByAddress
    }

    /// The wall clock has been set; time stamps are compared with it.
    package mutating func setWallClock(_ clock: WallClock) {
        self.clock = clock
    }

    // MARK: Queries

    /// The endpoints that are registered.
    package var registrations: [EndpointSummary] {
        self.endpoints.endpoints.indices.compactMap { self.endpoints[$0].map(self.summary) }
    }

    /// The number of calls that are admitted, each side of a call counted.
    package var callCount: Int {
        self.calls.count
    }

    /// Where a call that is routed through us goes, by its call identifier.
    package func destination(ofCall callIdentifier: H225.GloballyUniqueID) -> TransportAddress? {
        self.routes[callIdentifier].flatMap { self.calls[$0]?.remote }
    }

    /// The call signaling address of who is called so, for calls that come from neighbours.
    package func location(of aliases: [RASAlias]) -> TransportAddress? {
        self.endpoint(for: aliases, besides: nil).flatMap { self.endpoints[$0]?.callSignalAddress }
    }

    /// Whether nobody is registered and nothing is under way or remembered; for leak checks.
    package var isIdle: Bool {
        self.layer.isIdle && self.endpoints.isEmpty && self.calls.isEmpty && self.routes.isEmpty
            && self.locations.isEmpty && self.outputs.isEmpty
    }

    // MARK: Inputs

    /// A datagram came to our RAS address, or to the group that gatekeepers listen to.
    package mutating func receive(
        _ octets: [UInt8],
        from source: TransportAddress,
        viaGroup: Bool = false,
        at now: Instant
    ) {
        self.isViaGroup = viaGroup
        self.layer.receive(octets, from: source, viaGroup: viaGroup, at: now)
        self.settle(at: now)
        self.isViaGroup = false
    }

    /// Ends a registration, and with it the calls of the endpoint.
    package mutating func unregister(_ name: ByteString, at now: Instant) {
        for (place, rule) in self.settings.endpoints.enumerated() where rule.name == name {
            if let index = self.endpoints.index(ofRule: place) {
                self.expel(index, reason: .maintenance, loss: .byOperator, at: now)
            }
        }
        self.settle(at: now)
    }

    /// Tells every endpoint that has a part in a call to end it.
    package mutating func drop(_ callIdentifier: H225.GloballyUniqueID, at now: Instant) {
        for index in self.calls.calls.indices where self.calls[index]?.key.callIdentifier == callIdentifier {
            self.sendDisengageRequest(index, at: now)
            self.end(index, by: .byOperator)
        }
        self.settle(at: now)
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let own = Instant.earlier(self.endpoints.nextDeadline, self.calls.nextDeadline)
        return Instant.earlier(own, self.layer.nextDeadline)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        self.layer.advance(to: now)
        self.settle(at: now)
        while let index = self.endpoints.popExpired(at: now) {
            self.expel(index, reason: .ttlExpired, loss: .expired, at: now)
        }
        while let index = self.calls.popOverdue(at: now) {
            self.askAbout(index, at: now)
        }
        self.settle(at: now)
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> GatekeeperOutput? {
        self.outputs.next()
    }

    // MARK: What follows

    /// Carries every consequence of an input to its end.
    mutating func settle(at now: Instant) {
        while let output = self.layer.nextOutput() {
            switch output {
            case .send(let octets, let destination):
                self.outputs.append(.send(octets, to: destination))
            case .request(let message, let request, let source):
                self.receive(message, request, from: source, at: now)
            case .answer(let message, let owner, _):
                self.receive(answer: message, to: owner, at: now)
            case .unanswered(let owner, _):
                self.receiveSilence(of: owner, at: now)
            case .violation(let violation):
                self.outputs.append(.violation(violation))
            }
        }
    }

    private mutating func receive(
        _ message: H225.RasMessage,
        _ request: RASInboundID?,
        from source: TransportAddress,
        at now: Instant
    ) {
        if case .infoRequestResponse(let body) = message {
            self.receive(body, request, from: source, at: now)
        }
        guard let request else {
            return
        }
        switch message {
        case .infoRequestResponse: break
        case .gatekeeperRequest(let body): self.receive(body, request, from: source, at: now)
        case .registrationRequest(let body): self.receive(body, request, from: source, at: now)
        case .unregistrationRequest(let body): self.receive(body, request, from: source, at: now)
        case .admissionRequest(let body): self.receive(body, request, from: source, at: now)
        case .bandwidthRequest(let body): self.receive(body, request, from: source, at: now)
        case .disengageRequest(let body): self.receive(body, request, from: source, at: now)
        case .locationRequest(let body): self.receive(body, request, from: source, at: now)
        case .resourcesAvailableIndicate(let body): self.receive(body, request, from: source, at: now)
        default: self.refuse(message, request, at: now)
        }
    }

    private mutating func receive(
        answer message: H225.RasMessage,
        to owner: GatekeeperRequestOwner,
        at now: Instant
    ) {
        switch owner {
        case .unregistration, .disengage: break
        case .information(let call): self.receive(informationAnswer: message, about: call, at: now)
        case .location(let location): self.receive(locationAnswer: message, for: location, at: now)
        }
    }

    private mutating func receiveSilence(of owner: GatekeeperRequestOwner, at now: Instant) {
        switch owner {
        case .unregistration, .disengage: break
        case .information(let call): self.end(call, by: .notReported)
        case .location(let location): self.askNextNeighbour(location, refusal: .calledPartyNotRegistered, at: now)
        }
    }

    /// What a gatekeeper is never asked is not understood (H.225.0 clause 7.18).
    private mutating func refuse(_ message: H225.RasMessage, _ request: RASInboundID, at now: Instant) {
        var response = H225.UnknownMessageResponse(requestSeqNum: 1)
        response.messageNotUnderstood = message.body?.octets(number: message.body?.requestSeqNum ?? 1)
        self.layer.respond(to: request, with: response, at: now)
    }

    // MARK: Who asks

    /// What may be wrong with who asks.
    enum Stranger: Hashable, Sendable {
        case notRegistered
        case notAuthentic
    }

    /// The endpoint that has sent a message, if it is registered, this is its address, and it proves who it is.
    ///
    /// Endpoints with access tokens sign some messages only; `mustProve` says which of them must.
    mutating func sender(
        _ identifier: H225.EndpointIdentifier?,
        of body: any RASMessageBody,
        from source: TransportAddress,
        mustProve: Bool,
        at now: Instant
    ) -> Result<SlabIndex, Stranger> {
        guard let index = identifier.flatMap({ self.endpoints.index(of: $0) }), let endpoint = self.endpoints[index]
        else {
            return .failure(.notRegistered)
        }
        guard endpoint.isAt(source) else {
            self.violate("H.323 clause 7.2", "request of an endpoint from another address", source)
            return .failure(.notRegistered)
        }
        guard let credentials = self.settings.endpoints[endpoint.rule].credentials else {
            return .success(index)
        }
        switch self.proof(of: credentials, in: body, at: now) {
        case .proven: return .success(index)
        case .missing where !mustProve: return .success(index)
        case .missing, .wrong, .wrongTime: return .failure(.notAuthentic)
        }
    }

    /// What the tokens of a message prove now.
    func proof(of credentials: RASCredentials, in body: any RASMessageBody, at now: Instant) -> RASProof {
        credentials.proof(in: body, at: self.clock.time(at: now), tolerance: self.settings.clockTolerance)
    }

    /// An endpoint as its user sees it.
    func summary(_ endpoint: RegisteredEndpoint) -> EndpointSummary {
        EndpointSummary(
            name: self.settings.endpoints[endpoint.rule].name,
            aliases: endpoint.aliases,
            rasAddress: endpoint.rasAddress,
            callSignalAddress: endpoint.callSignalAddress,
            calls: endpoint.calls.count
        )
    }
}

extension Gatekeeper.Stranger: Error {}
