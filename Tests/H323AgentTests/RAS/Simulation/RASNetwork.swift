import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Clients and gatekeepers with a network between them that loses, doubles and delays, under simulated time.
struct RASNetwork {
    /// What the network does to datagrams.
    struct Quality {
        var lossPercent: UInt64 = 0
        var doublingPercent: UInt64 = 0
        var delay: Duration = .milliseconds(20)
    }

    /// What has become of a call at its client.
    struct CallState {
        var admitted = 0
        var ended = 0
    }

    private struct Flight {
        let arrival: Instant
        let octets: [UInt8]
        let source: TransportAddress
        let destination: TransportAddress
    }

    var clients: [TransportAddress: RegistrationClient] = [:]
    var gatekeepers: [TransportAddress: Gatekeeper] = [:]
    private var clientOrder: [TransportAddress] = []
    private var gatekeeperOrder: [TransportAddress] = []
    var quality = Quality()
    var now = Instant.start
    private var dice: IdentifierSource
    private var flights: [Flight] = []

    /// Addresses whose datagrams are lost, as if their host were off.
    var dead: Set<TransportAddress> = []

    var registrations: [TransportAddress: Int] = [:]
    var stopped: [TransportAddress: Int] = [:]
    var admissions: [TransportAddress: [AdmissionID: CallState]] = [:]
    var refusals: [String: Int] = [:]
    var violations: [PeerViolation] = []

    /// Admissions of each side that gatekeepers have told of and not ended again.
    var admittedAtGatekeepers = 0

    init(seed: UInt64) {
        self.dice = IdentifierSource(seed: seed)
    }

    // MARK: Hosts

    static func host(_ number: UInt32) -> TransportAddress {
        TransportAddress(IPAddress(v4: 0x0A00_0000 + number), 1719)
    }

    static func signaling(_ ras: TransportAddress) -> TransportAddress {
        TransportAddress(ras.ip, 1720)
    }

    private mutating func identifiers() -> IdentifierSource {
        IdentifierSource(key: self.dice.octets(32))
    }

    mutating func add(gatekeeper settings: GatekeeperSettings) {
        if self.gatekeepers[settings.rasAddress] == nil {
            self.gatekeeperOrder.append(settings.rasAddress)
        }
        self.gatekeepers[settings.rasAddress] = Gatekeeper(
            settings,
            clock: WallClock(),
            identifiers: self.identifiers()
        )
    }

    mutating func add(client settings: RegistrationSettings) {
        self.clientOrder.append(settings.rasAddress)
        self.clients[settings.rasAddress] = RegistrationClient(
            settings,
            clock: WallClock(),
            identifiers: self.identifiers()
        )
    }

    /// Lets a client do something, and sends what follows.
    @discardableResult
    mutating func with<Result>(
        _ address: TransportAddress,
        _ body: (inout RegistrationClient, Instant) -> Result
    ) -> Result? {
        guard var client = self.clients[address] else {
            return nil
        }
        defer { self.drain() }
        let result = body(&client, self.now)
        self.clients[address] = client
        return result
    }

    mutating func below(_ bound: UInt64) -> UInt64 {
        self.dice.number(below: bound)
    }

    // MARK: Time

    mutating func run(for duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let next = self.nextMoment, next <= end {
            self.now = max(next, self.now)
            self.deliver()
            for address in self.clientOrder {
                self.clients[address]?.advance(to: self.now)
            }
            for address in self.gatekeeperOrder {
                self.gatekeepers[address]?.advance(to: self.now)
            }
            self.drain()
        }
        self.now = end
    }

    private var nextMoment: Instant? {
        let ends = self.clients.values.compactMap(\.nextDeadline) + self.gatekeepers.values.compactMap(\.nextDeadline)
        return (self.flights.map(\.arrival) + ends).min()
    }

    // MARK: The network

    private mutating func fly(_ octets: [UInt8], from source: TransportAddress, to destination: TransportAddress) {
        guard !self.dead.contains(source), !self.dead.contains(destination) else {
            return
        }
        let isDoubled = self.below(100) < self.quality.doublingPercent
        for _ in 0..<(isDoubled ? 2 : 1) where self.below(100) >= self.quality.lossPercent {
            let delay = self.dice.duration(below: self.quality.delay)
            let arrival = self.now.advanced(by: delay)
            self.flights.append(Flight(arrival: arrival, octets: octets, source: source, destination: destination))
        }
    }

    private mutating func deliver() {
        let due = self.flights.filter { $0.arrival <= self.now }.sorted { $0.arrival < $1.arrival }
        self.flights.removeAll { $0.arrival <= self.now }
        for flight in due {
            if flight.destination == GatekeeperContact.everybody.address {
                for address in self.gatekeeperOrder where !self.dead.contains(address) {
                    self.gatekeepers[address]?.receive(flight.octets, from: flight.source, viaGroup: true, at: self.now)
                }
            } else if self.clients[flight.destination] != nil {
                self.clients[flight.destination]?.receive(flight.octets, from: flight.source, at: self.now)
            } else {
                self.gatekeepers[flight.destination]?.receive(flight.octets, from: flight.source, at: self.now)
            }
            self.drain()
        }
    }

    // MARK: Outputs

    private mutating func drain() {
        for address in self.clientOrder {
            while let output = self.clients[address]?.nextOutput() {
                self.note(output, of: address)
            }
        }
        for address in self.gatekeeperOrder {
            while let output = self.gatekeepers[address]?.nextOutput() {
                self.note(output, of: address)
            }
        }
    }

    private mutating func note(_ output: RegistrationOutput, of address: TransportAddress) {
        switch output {
        case .send(let octets, let destination): self.fly(octets, from: address, to: destination)
        case .registered: self.registrations[address, default: 0] += 1
        case .stopped: self.stopped[address, default: 0] += 1
        case .admitted(let id, _): self.admissions[address, default: [:]][id, default: CallState()].admitted += 1
        case .refused(let id, let refusal):
            self.admissions[address, default: [:]][id, default: CallState()].ended += 1
            self.refusals["\(refusal.reason)", default: 0] += 1
        case .dropped(let id), .disengaged(let id):
            self.admissions[address, default: [:]][id, default: CallState()].ended += 1
        case .violation(let violation): self.violations.append(violation)
        case .unregistered, .registrationRefused, .bandwidth, .bandwidthRefused: break
        }
    }

    private mutating func note(_ output: GatekeeperOutput, of address: TransportAddress) {
        switch output {
        case .send(let octets, let destination): self.fly(octets, from: address, to: destination)
        case .callAdmitted: self.admittedAtGatekeepers += 1
        case .callEnded: self.admittedAtGatekeepers -= 1
        case .violation(let violation): self.violations.append(violation)
        case .registered, .unregistered, .registrationRefused, .limitReached: break
        }
    }
}
