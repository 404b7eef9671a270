package import CallModel
package import MGCPSyntax
package import ProtocolKit

/// The call agent of RFC 3435: lines and circuits of media gateways as legs of calls.
///
/// Everything that happens to an endpoint goes through ``change(_:_:)``, which sends what becomes due by it and
/// registers its deadline anew.
package struct MGCPCallAgent: SignalingAgent {
    var services: CallAgentServices
    var endpoints = Slab<MGCPEndpoint>()

    /// The endpoints by name, the lines by theirs, the groups of circuits by theirs.
    var names: [NameAtGateway: SlabIndex] = [:]
    var lines: [ByteString: SlabIndex] = [:]
    var groups: [ByteString: CircuitGroup] = [:]

    /// An endpoint by its gateway's place in the configuration and its own name there.
    ///
    /// The domain says no more than the gateway does, which may call itself by its address (RFC 3435 §3.2.1.3).
    struct NameAtGateway: Hashable, Sendable {
        let gateway: Int
        let localName: MGCPName
    }

    var deadlines = SlabDeadlineQueue()

    /// The endpoints of each gateway, by its place in the configuration.
    var endpointsOfGateways: [Int: [SlabIndex]] = [:]

    /// `identifiers` is the source of call and request identifiers and of the first transaction number.
    package init(configuration: MGCPAgentConfiguration, identifiers: IdentifierSource) {
        self.services = CallAgentServices(configuration: configuration, identifiers: identifiers)
        for line in configuration.lines {
            self.add(line)
        }
        for group in configuration.circuitGroups {
            self.add(group)
        }
    }

    // MARK: The contract

    package mutating func receive(_ event: NetworkEvent, at now: Instant) {
        self.services.now = now
        switch event {
        case .datagram(let bytes, let source, _):
            if let place = self.services.directory.place(of: source) {
                self.tell(place) { $0?.heard(at: now) }
                self.services.transactions.receive(bytes, from: source, at: now)
            }
        case .unreachable(let address, _):
            self.services.transactions.unreachable(address, at: now)
            self.tell(self.services.directory.place(of: address)) { $0?.unreachable(address) }
        case .accepted, .connected, .received, .closed, .resolved:
            // MGCP runs over UDP only (RFC 3435 §3.5).
            break
        }
        self.settle()
    }

    package mutating func perform(_ command: LegCommand, on leg: LegID, at now: Instant) {
        self.services.now = now
        if case .place(let setup, let target, let offer) = command {
            self.place(setup, to: target, offer: offer, leg: leg)
        } else if command.mayChange(leg), let index = self.services.legs[leg] {
            self.change(index) { endpoint, services in
                endpoint.perform(command, on: leg, &services)
            }
        }
        self.settle()
    }

    package var nextDeadline: Instant? {
        let endpoints = Instant.earlier(self.services.transactions.nextDeadline, self.deadlines.next)
        let gateways = Instant.earlier(self.services.directory.nextDeadline, self.services.audits.nextDeadline)
        return Instant.earlier(endpoints, gateways)
    }

    package mutating func advance(to now: Instant) {
        self.services.now = now
        self.services.transactions.advance(to: now)
        self.settle()
        while let index = self.deadlines.popDue(at: now) {
            self.change(index) { endpoint, services in
                endpoint.advance(&services)
            }
        }
        while let (place, action) = self.services.directory.advance(to: now) {
            self.carryOut(action, of: place)
        }
        self.settle()
    }

    package mutating func nextOutput() -> AgentOutput? {
        guard !self.services.outputs.isEmpty || self.services.transactions.hasOutput else {
            return nil
        }
        if let output = self.services.outputs.next() {
            return output
        }
        // Datagrams come last, so that all that one input, or one turn of them, has led to shares them.
        while let output = self.services.transactions.nextOutput() {
            self.receive(output)
            if let output = self.services.outputs.next() {
                return output
            }
        }
        return nil
    }

    /// Several inputs follow: what is sent to a gateway because of them leaves after ``endTurn()``, in as few datagrams as
    /// it fits in (RFC 3435 §3.5.5).
    package mutating func beginTurn() {
        self.services.transactions.beginTurn()
    }

    /// The turn is over: ``nextOutput()`` has what it led to.
    package mutating func endTurn() {
        self.services.transactions.endTurn()
    }

    // MARK: Inputs of the gateway

    /// Relates the monotonic clock to the time of day, which telephones show.
    package mutating func setWallClock(_ clock: WallClock) {
        self.services.clock = clock
    }

    /// Lines that begin to dial from now on do so by these digit maps, one for each dialplan context.
    ///
    /// One that is dialing keeps its map until it has dialed: a new request would make its gateway forget the digits that
    /// it has collected (RFC 3435 §2.1.5).
    package mutating func replaceDigitMaps(_ maps: [ByteString: DigitMap]) {
        self.services.replaceDigitMaps(maps)
    }

    /// Starts what has to happen without being asked: endpoints are audited, so that calls of an earlier life end and
    /// telephones are watched (RFC 3435 §4.4.6).
    package mutating func start(at now: Instant) {
        self.services.now = now
        for index in self.endpoints.indices {
            self.change(index) { endpoint, services in
                if services.settings(endpoint.gateway).value.isMinimal {
                    // It tells no connections, so none may be left from an earlier life.
                    endpoint.isKnown = true
                    endpoint.mustClear = true
                } else if !endpoint.isKnown {
                    services.audits.add(index, of: endpoint.gateway)
                }
            }
        }
        self.settle()
    }

    /// Whether nothing is left of any call; for leak checks.
    package var isIdle: Bool {
        self.services.legs.isEmpty && self.services.retries.isEmpty && self.services.outputs.isEmpty
            && self.endpoints.indices.allSatisfy { self.endpoints[$0]?.isIdle ?? true }
    }

    // MARK: The funnel

    /// The one way to an endpoint: changes it in place, sends what is due, registers its deadline.
    mutating func change(_ index: SlabIndex, _ body: (inout MGCPEndpoint, inout CallAgentServices) -> Void) {
        let deadline = self.endpoints.with(index, &self.services) { endpoint, services in
            endpoint?.apply(body, &services)
        }
        self.deadlines.set(deadline ?? nil, for: index)
    }

    /// Carries out what the transaction layer reports, and what endpoints want of others.
    mutating func settle() {
        let hasMoves = !self.services.retries.isEmpty || !self.services.changes.isEmpty
        guard hasMoves || self.services.audits.mayHaveNext else {
            return
        }
        while let retry = self.services.retries.popLast() {
            self.placeElsewhere(retry)
        }
        while let change = self.services.changes.popLast() {
            self.carryOut(change)
        }
        while let index = self.services.audits.next(at: self.services.now) {
            self.change(index) { endpoint, _ in
                endpoint.wantsAudit = true
            }
        }
    }
}

extension LegCommand {
    /// Whether an endpoint may have anything to do by it: neither by what MGCP has no word for, nor because the caller was
    /// told that it has answered.
    fileprivate func mayChange(_ leg: LegID) -> Bool {
        switch self {
        case .forwarding, .describe, .inform, .withdraw, .change: false
        case .accept: leg.origin == .incoming
        case .place, .alert, .progress, .offer, .requestOffer, .answer, .refuse, .send, .update, .transferred,
            .activate, .redirect, .release:
            true
        }
    }
}
