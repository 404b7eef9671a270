import H323Syntax
package import ProtocolKit

/// An endpoint's or gateway's side of RAS: one registration and the calls that are asked about (H.323 clauses 7.2, 8).
///
/// Datagrams for our RAS address come in by ``receive(_:from:at:)``; those of addresses that no gatekeeper of ours has
/// change nothing. After each mutation its user calls ``nextOutput()`` until it returns `nil`. Every admission ends by
/// one of ``RegistrationOutput/refused(_:_:)``, ``RegistrationOutput/dropped(_:)`` and
/// ``RegistrationOutput/disengaged(_:)``.
package struct RegistrationClient: Sendable {
    let settings: RegistrationSettings
    var identifiers: IdentifierSource
    private var clock: WallClock

    var layer: RASTransactionLayer<RegistrationRequestOwner>
    var registration: GatekeeperRegistration
    var admissions = Slab<Admission>()
    private var admissionDeadlines = SlabDeadlineQueue()
    var outputs = OutputQueue<RegistrationOutput>()

    /// What the gatekeeper that we are registered with has said.
    var endpointIdentifier: H225.EndpointIdentifier?
    var gatekeeperSignaling: TransportAddress?
    var pregrant: H225.RegistrationConfirm.PreGrantedARQ?
    var willRespondToReports = false

    /// Where the gatekeeper is that has registered us last.
    var formerGatekeeper: IPAddress?

    /// The form of credentials that a GCF has chosen.
    var chosenMechanism: RASMechanism?

    /// The GRQ or RRQ that is under way.
    var registrationRequest: RASRequestID?

    /// Whether a call may wait for a registration, and where calls were asked about beside the gatekeeper.
    var mayHaveWaiting = false
    var otherGatekeepers: Set<IPAddress> = []

    /// Whether our resources are nearly used up, and whether the gatekeeper knows.
    var isAlmostOutOfResources = false
    var toldAlmostOutOfResources = false

    /// A client that does nothing until ``start(at:)``.
    package init(_ settings: RegistrationSettings, clock: WallClock, identifiers: IdentifierSource) {
        var identifiers = identifiers
        self.settings = settings
        self.clock = clock
        self.layer = RASTransactionLayer(
            timers: settings.rasTimers,
            limits: settings.limits.transactions,
            firstNumber: H225.RequestSeqNum(1 + identifiers.number(below: 65_535))
        )
        self.registration = GatekeeperRegistration(
            settings.gatekeepers,
            timers: settings.timers,
            identifiers: IdentifierSource(shard: identifiers.shard, key: identifiers.octets(32))
        )
        self.identifiers = identifiers
    }

    /// The wall clock has been set; time stamps follow it.
    package mutating func setWallClock(_ clock: WallClock) {
        self.clock = clock
    }

    // MARK: Queries

    /// The gatekeeper that we are registered with.
    package var gatekeeper: GatekeeperContact? {
        self.registration.gatekeeper
    }

    /// The number of calls that the gatekeeper is asked about.
    package var admissionCount: Int {
        self.admissions.count
    }

    /// Whether nothing is under way, admitted or remembered; for leak checks.
    package var isIdle: Bool {
        self.layer.isIdle && self.admissions.isEmpty && self.admissionDeadlines.next == nil && self.outputs.isEmpty
            && self.registration.isStopped
    }

    // MARK: Inputs

    /// Registers, and stays registered until ``stop(at:)``.
    package mutating func start(at now: Instant) {
        guard self.registration.isStopped else {
            return
        }
        self.perform(self.registration.start(at: now), at: now)
        self.settle(at: now)
    }

    /// Ends the registration; calls are expected to have ended before, those that have not are forgotten.
    package mutating func stop(at now: Instant) {
        guard !self.registration.isStopped else {
            return
        }
        for index in self.admissions.indices {
            self.finish(AdmissionID(index), by: .disengaged(AdmissionID(index)))
        }
        self.abandonRegistrationRequest()
        let gatekeeper = self.registration.gatekeeper
        self.registration.stop()
        if let gatekeeper {
            self.unregister(from: gatekeeper, at: now)
        } else {
            self.outputs.append(.stopped)
        }
        self.settle(at: now)
    }

    /// A datagram came to our RAS address.
    package mutating func receive(_ octets: [UInt8], from source: TransportAddress, at now: Instant) {
        self.layer.receive(octets, from: source, at: now)
        self.settle(at: now)
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        let own = Instant.earlier(self.registration.nextDeadline, self.admissionDeadlines.next)
        return Instant.earlier(own, self.layer.nextDeadline)
    }

    /// Acts on every deadline that is not after `now`.
    package mutating func advance(to now: Instant) {
        self.layer.advance(to: now)
        self.settle(at: now)
        self.perform(self.registration.advance(to: now), at: now)
        while let index = self.admissionDeadlines.popDue(at: now) {
            self.advance(AdmissionID(index), to: now)
        }
        self.settle(at: now)
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> RegistrationOutput? {
        self.outputs.next()
    }

    // MARK: What follows

    /// Carries every consequence of an input to its end; all deadlines of calls are registered here.
    mutating func settle(at now: Instant) {
        while let output = self.layer.nextOutput() {
            switch output {
            case .send(let octets, let destination):
                self.outputs.append(.send(octets, to: destination))
            case .request(let message, let request, let source):
                self.receive(message, request, from: source, at: now)
            case .answer(let message, let owner, let source):
                self.receive(answer: message, to: owner, from: source, at: now)
            case .unanswered(let owner, let destination):
                self.receiveSilence(of: owner, destination, at: now)
            case .violation(let violation):
                self.outputs.append(.violation(violation))
            }
        }
        if self.mayHaveWaiting, !self.registration.isUnderWay, self.registration.gatekeeper == nil {
            self.refuseWaiting()
        }
    }

    private mutating func receive(
        answer message: H225.RasMessage,
        to owner: RegistrationRequestOwner,
        from source: TransportAddress,
        at now: Instant
    ) {
        switch owner {
        case .discovery(let contact):
            self.receive(discoveryAnswer: message, contact, from: source, at: now)
        case .registration(let contact), .keepAlive(let contact):
            self.receive(registrationAnswer: message, contact, at: now)
        case .unregistration:
            self.outputs.append(.stopped)
        case .admission(let id):
            self.receive(admissionAnswer: message, to: id, at: now)
        case .bandwidth(let id, let wanted):
            self.receive(bandwidthAnswer: message, to: id, wanted: wanted)
        case .disengage(let id):
            // A DRJ says that there is nothing to end, which is as well.
            self.finish(id, by: .disengaged(id))
        case .informationReport:
            self.receive(reportAnswer: message, at: now)
        case .resources:
            break
        }
    }

    private mutating func receiveSilence(
        of owner: RegistrationRequestOwner,
        _ destination: TransportAddress,
        at now: Instant
    ) {
        switch owner {
        case .discovery, .registration, .keepAlive:
            self.registrationRequest = nil
            self.change(because: .noAnswer, by: destination, at: now) { $0.receiveSilence(at: now) }
        case .unregistration:
            self.outputs.append(.stopped)
        case .admission(let id):
            self.finish(id, by: self.hasEnded(id) ? .disengaged(id) : .refused(id, .noAnswer))
            self.doubt(at: now)
        case .bandwidth(let id, _):
            self.receiveBandwidthSilence(id)
            self.doubt(at: now)
        case .disengage(let id):
            self.finish(id, by: .disengaged(id))
            self.doubt(at: now)
        case .informationReport:
            self.doubt(at: now)
        case .resources:
            self.toldAlmostOutOfResources = false
            self.doubt(at: now)
        }
    }

    /// A gatekeeper that does not answer may be gone: ask it now and not only when its time to live is nearly over.
    private mutating func doubt(at now: Instant) {
        self.perform(self.registration.refresh(), at: now)
    }

    // MARK: The table of calls

    /// The one place where the deadline of a call is registered.
    mutating func settle(_ id: AdmissionID) {
        self.admissionDeadlines.set(self.admissions[id.index]?.nextDeadline, for: id.index)
    }

    /// The one place where a call leaves the table.
    mutating func finish(_ id: AdmissionID, by output: RegistrationOutput) {
        guard let admission = self.admissions.remove(id.index) else {
            return
        }
        self.admissionDeadlines.set(nil, for: id.index)
        if let request = admission.request {
            self.layer.abandon(request)
        }
        self.outputs.append(output)
    }

    /// Whether a call has ended whose ARQ is still out.
    func hasEnded(_ id: AdmissionID) -> Bool {
        if case .asked(let hasEnded) = self.admissions[id.index]?.state {
            return hasEnded
        }
        return false
    }

    // MARK: Sending

    /// Adds what proves who we are.
    mutating func signed<Body: RASMessageBody>(_ body: Body, at now: Instant) -> Body {
        guard let credentials = self.settings.credentials else {
            return body
        }
        var body = body
        for mechanism in self.chosenMechanism.map({ [$0] }) ?? self.settings.mechanisms {
            let octet = UInt8(truncatingIfNeeded: self.identifiers.number(below: 256))
            credentials.sign(&body, by: mechanism, at: self.clock.time(at: now), octet: octet)
        }
        return body
    }

    /// Forgets the GRQ or RRQ that is under way.
    mutating func abandonRegistrationRequest() {
        if let request = self.registrationRequest {
            self.layer.abandon(request)
        }
        self.registrationRequest = nil
    }
}
