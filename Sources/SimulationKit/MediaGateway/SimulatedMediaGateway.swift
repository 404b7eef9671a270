import CallModel
package import MGCPSyntax
package import ProtocolKit

/// A ``LabGateway`` on the virtual network, with handles for the people at its telephones and circuits.
package final class SimulatedMediaGateway {
    /// What it is called in the ladder.
    package let name: String

    /// Where it listens.
    package let address: TransportAddress

    /// The gateway itself.
    package private(set) var gateway: LabGateway

    /// What people noticed, in its order.
    package private(set) var notes: [(at: Instant, endpoint: ByteString?, note: LabNote)] = []

    /// Told of everything that people notice, when they do; what it makes them do must wait for ``Simulation/after(_:_:)``.
    package var onNote: ((LabNote, ByteString?) -> Void)?

    let number: Int
    unowned(safe) let simulation: Simulation
    private var spoofedAddresses: [TransportAddress] = []

    init(_ name: String, number: Int, _ configuration: LabGatewayConfiguration, simulation: Simulation) {
        self.name = name
        self.number = number
        self.address = configuration.address
        self.gateway = LabGateway(configuration, seed: simulation.random.number(below: .max))
        self.simulation = simulation
    }

    var node: NodeID {
        .mediaGateway(self.number)
    }

    /// The next moment it has something to do by itself.
    private(set) var nextDeadline: Instant?

    // MARK: People

    /// The telephone at this endpoint.
    package func line(_ endpoint: String) -> LabLine {
        LabLine(mediaGateway: self, name: ByteString(endpoint), index: self.index(of: endpoint))
    }

    /// The circuit at this endpoint.
    package func circuit(_ endpoint: String) -> LabTrunk {
        LabTrunk(mediaGateway: self, name: ByteString(endpoint), index: self.index(of: endpoint))
    }

    private func index(of endpoint: String) -> Int {
        guard let index = self.gateway.index(of: ByteString(endpoint)) else {
            preconditionFailure("\(self.name) has no endpoint \(endpoint)")
        }
        return index
    }

    // MARK: Faults and restarts

    /// What it does wrong from now on.
    package var faults: LabFaults {
        get { self.gateway.faults }
        set { self.gateway.faults = newValue }
    }

    /// Announces a restart of all its endpoints, or of those that a pattern covers (RFC 3435 §2.3.12).
    package func restarts(
        _ method: RestartMethod = .restart,
        of pattern: String = "*",
        delay: UInt32? = nil,
        reason: MGCPReasonCode.Registered? = nil
    ) {
        self.change { gateway in
            gateway.restart(method, of: ByteString(pattern), delay: delay, reason: reason, at: self.simulation.now)
        }
    }

    /// Loses its power: it forgets everything and says nothing until it restarts.
    package func crashes() {
        self.gateway.faults.isSilent = true
    }

    /// Comes back after a crash, with nothing that it knew before.
    package func comesBack() {
        self.gateway.faults.isSilent = false
        self.restarts()
    }

    /// Loses the datagrams with these numbers, counted from the next one.
    package func losesDatagrams(_ numbers: Int...) {
        self.gateway.loseDatagrams(Set(numbers))
    }

    /// Somebody else sends octets to the call agent from this address.
    package func spoofs(_ text: String, from address: String) {
        guard let address = TransportAddress(address) else {
            preconditionFailure("\(address) is not an address and port")
        }
        let place = self.spoofedAddresses.firstIndex(of: address) ?? self.spoofedAddresses.count
        if place == self.spoofedAddresses.count {
            self.spoofedAddresses.append(address)
        }
        let spoofer = NodeID.spoofer(self.number)
        let listener = ListenerID(UInt16(truncatingIfNeeded: place))
        self.simulation.network.bind(spoofer, listener, .udp, address)
        let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
        self.simulation.network.perform(
            .send(bytes, to: self.simulation.callAgentAddress, via: listener),
            from: spoofer,
            at: self.simulation.now
        )
    }

    // MARK: Driving

    func forgetNotes() {
        self.notes = []
    }

    func receive(_ event: NetworkEvent) {
        if case .datagram(let bytes, let source, _) = event {
            self.change { $0.receive(bytes, from: source, at: self.simulation.now) }
        }
    }

    func advance(to now: Instant) {
        self.change { $0.advance(to: now) }
    }

    /// Changes the gateway and carries out what it wants.
    func change(_ body: (inout LabGateway) -> Void) {
        body(&self.gateway)
        while let output = self.gateway.nextOutput() {
            switch output {
            case .send(let bytes, let destination):
                self.simulation.network.perform(
                    .send(bytes, to: destination, via: ListenerID(0)),
                    from: self.node,
                    at: self.simulation.now
                )
            case .note(let note, let endpoint):
                self.notes.append((self.simulation.now, endpoint, note))
                self.onNote?(note, endpoint)
            }
        }
        self.nextDeadline = self.gateway.nextDeadline
    }

    // MARK: Verdict

    /// What is left of calls: connections on its endpoints, each in one line.
    var leftovers: [String] {
        self.gateway.endpoints.flatMap { endpoint in
            endpoint.connections.map { connection in
                "\(self.name): connection \(connection.id) of call \(connection.callID) is left on \(endpoint.name)"
            }
        }
    }
}
