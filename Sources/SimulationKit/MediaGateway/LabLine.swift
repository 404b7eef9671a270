package import MGCPSyntax
package import ProtocolKit

/// Somebody at a telephone of a simulated media gateway.
package struct LabLine {
    package let mediaGateway: SimulatedMediaGateway

    /// The part of the endpoint's name before the at sign.
    package let name: ByteString

    let index: Int

    private var simulation: Simulation {
        self.mediaGateway.simulation
    }

    // MARK: Steps

    /// Lifts the receiver.
    package func goesOffHook() {
        self.mediaGateway.change { $0.goOffHook(self.name, at: self.simulation.now) }
    }

    /// Puts the receiver down.
    package func hangsUp() {
        self.mediaGateway.change { $0.goOnHook(self.name, at: self.simulation.now) }
    }

    /// Taps the hook.
    package func flashes() {
        self.mediaGateway.change { $0.flash(self.name, at: self.simulation.now) }
    }

    /// Presses keys, the first one after `gap`.
    package func dials(_ digits: String, gap: Duration = .milliseconds(150)) {
        self.mediaGateway.change { $0.dial(ByteString(digits), on: self.name, gap: gap, at: self.simulation.now) }
    }

    /// The gateway deletes a connection of its own accord.
    package func deletes(_ connection: MGCPConnectionID, reason: MGCPReasonCode.Registered) {
        self.mediaGateway.change { gateway in
            gateway.deleteConnection(connection, on: self.name, reason: reason, at: self.simulation.now)
        }
    }

    /// Lifts the receiver, waits for the dial tone and dials.
    package func calls(_ digits: String) throws {
        self.goesOffHook()
        try self.expectTone("dl")
        self.dials(digits)
    }

    // MARK: What it is like

    /// The endpoint as it is now.
    package var endpoint: LabEndpoint {
        self.mediaGateway.gateway.endpoints[self.index]
    }

    /// Whether the receiver is off the hook.
    package var isOffHook: Bool {
        self.endpoint.isOffHook
    }

    /// The tones that are heard, as `dl`.
    package var hears: Set<MGCPName> {
        self.endpoint.hears
    }

    /// How it rings, when it does.
    package var rings: LabRing? {
        self.endpoint.rings
    }

    /// The newest connection.
    package var connection: LabConnection? {
        self.endpoint.connections.last
    }

    /// Whether it can talk: receiver lifted, no tone, media both ways.
    package var talks: Bool {
        self.isOffHook && self.hears.isEmpty
            && self.endpoint.connections.contains { $0.sends && $0.receives }
    }

    // MARK: Waiting

    /// Waits until it rings.
    @discardableResult
    package func expectRing(within limit: Duration = .seconds(40)) throws -> LabRing {
        try self.expect("ringing", within: limit) { self.rings != nil }
        guard let ring = self.rings else {
            throw Unexpected("\(self.name) does not ring any more")
        }
        return ring
    }

    /// Waits until it has stopped ringing.
    package func expectNoRing(within limit: Duration = .seconds(40)) throws {
        try self.expect("silence of the bell", within: limit) { self.rings == nil }
    }

    /// Waits until a tone is heard.
    package func expectTone(_ tone: MGCPName, within limit: Duration = .seconds(40)) throws {
        try self.expect("the tone \(tone)", within: limit) { self.hears.contains(tone) }
    }

    /// Waits until no tone is heard.
    package func expectNoTone(within limit: Duration = .seconds(40)) throws {
        try self.expect("no tone", within: limit) { self.hears.isEmpty }
    }

    /// Waits until it can talk.
    package func expectTalk(within limit: Duration = .seconds(40)) throws {
        try self.expect("a conversation", within: limit) { self.talks }
    }

    /// Waits until it has no connection.
    package func expectNoConnection(within limit: Duration = .seconds(40)) throws {
        try self.expect("no connection", within: limit) { self.endpoint.connections.isEmpty }
    }

    /// Waits for something; throws with the ladder when it does not come.
    package func expect(_ what: String, within limit: Duration, _ condition: () -> Bool) throws {
        guard self.simulation.run(until: condition, within: limit) else {
            throw Unexpected("\(self.name) waited for \(what); \(self.summary)\n\(self.simulation.ladder)")
        }
    }

    /// Its state in one line, for people.
    package var summary: String {
        let connections = self.endpoint.connections.map { "\($0.id) \($0.mode.word)" }.joined(separator: ", ")
        let tones = self.hears.map(\.description).sorted().joined(separator: " ")
        let hook = "off hook: \(self.isOffHook), hears: [\(tones)], rings: \(self.rings != nil)"
        return "\(hook), connections: [\(connections)]"
    }
}

/// The far side of a circuit of a simulated media gateway.
package struct LabTrunk {
    package let mediaGateway: SimulatedMediaGateway

    /// The part of the endpoint's name before the at sign.
    package let name: ByteString

    let index: Int

    private var simulation: Simulation {
        self.mediaGateway.simulation
    }

    /// The endpoint as it is now.
    package var endpoint: LabEndpoint {
        self.mediaGateway.gateway.endpoints[self.index]
    }

    /// The state of the circuit.
    package var state: LabCircuit {
        self.endpoint.circuit
    }

    /// The newest connection.
    package var connection: LabConnection? {
        self.endpoint.connections.last
    }

    /// Seizes the circuit for a call to this number, which comes with the seizure or when it is asked for.
    package func seizes(dialing number: String, tellsNumber: Bool = false) {
        self.mediaGateway.change { gateway in
            gateway.seize(
                self.name,
                dialing: ByteString(number),
                tellsNumber: tellsNumber,
                at: self.simulation.now
            )
        }
    }

    /// Answers a call of the call agent.
    package func answers() {
        self.mediaGateway.change { $0.answerCircuit(self.name, at: self.simulation.now) }
    }

    /// Releases the circuit.
    package func releases(cause: String? = nil) {
        self.mediaGateway.change { gateway in
            gateway.releaseCircuit(self.name, cause: cause.map { ByteString($0) }, at: self.simulation.now)
        }
    }

    /// Waits until the circuit is in a state.
    package func expect(_ state: LabCircuit, within limit: Duration = .seconds(40)) throws {
        guard self.simulation.run(until: { self.state == state }, within: limit) else {
            throw Unexpected("\(self.name) waited for \(state) and is \(self.state)\n\(self.simulation.ladder)")
        }
    }

    /// Waits for a connection with media both ways.
    package func expectTalk(within limit: Duration = .seconds(40)) throws {
        let talks = { self.endpoint.connections.contains { $0.sends && $0.receives } }
        guard self.simulation.run(until: talks, within: limit) else {
            throw Unexpected("\(self.name) waited for media both ways\n\(self.simulation.ladder)")
        }
    }
}
