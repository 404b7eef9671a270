import CallModel
import MGCPSyntax
import ProtocolKit

/// What every endpoint needs in order to act: transactions below it, identifiers, settings and the way out.
struct CallAgentServices: Sendable {
    let configuration: MGCPAgentConfiguration
    private let gateways: [Shared<MediaGatewaySettings>]
    private let lineClasses: [ByteString: Shared<LineClass>]
    private let ordinaryLineClass = Shared(LineClass())

    /// The moment of the input that is being carried out.
    var now = Instant.start
    var clock: WallClock?
    var directory: MediaGatewayDirectory
    var audits: AuditQueue<SlabIndex, Int>
    var transactions: MGCPTransactionLayer<CommandOwner>
    var identifiers: IdentifierSource
    var outputs = OutputQueue<AgentOutput>()

    /// Which endpoint a leg is on.
    var legs: [LegID: SlabIndex] = [:]

    /// The digit maps of the contexts; a line that dials keeps the one that it began with.
    private var digitMaps: [ByteString: Shared<LineDigitMap>]

    /// Circuits that a leg did not get, with what it wants; they are looked for anew once the funnel is left.
    var retries: [CircuitRetry] = []

    /// Legs that gateways have taken to other circuits.
    var changes: [CircuitChange] = []

    private var nextLeg: UInt64 = 1

    init(configuration: MGCPAgentConfiguration, identifiers: IdentifierSource) {
        var identifiers = identifiers
        self.configuration = configuration
        self.gateways = configuration.gateways.map { Shared($0) }
        self.lineClasses = configuration.lineClasses.mapValues { Shared($0) }
        self.directory = MediaGatewayDirectory(self.gateways, timers: Shared(configuration.timers), at: .start)
        self.audits = AuditQueue(limits: configuration.limits)
        self.digitMaps = configuration.digitMaps.mapValues { Shared(LineDigitMap($0)) }
        // Transactions begin anywhere, so that those of an earlier life are not taken up again (RFC 3435 §3.5.1).
        let first = identifiers.number(below: UInt64(MGCPTransactionID.maximum))
        self.transactions = MGCPTransactionLayer(
            timers: configuration.timers,
            limits: configuration.limits,
            firstTransaction: UInt32(truncatingIfNeeded: first) + 1,
            identifiers: IdentifierSource(shard: identifiers.shard, key: identifiers.octets(32))
        )
        self.identifiers = identifiers
        for gateway in configuration.gateways where gateway.isMinimal {
            for address in gateway.addresses {
                // Some of those read only the first message of a datagram.
                self.transactions.keepApart(messagesTo: address)
            }
        }
    }

    /// The settings of a gateway, by its place in the configuration.
    func settings(_ gateway: Int) -> Shared<MediaGatewaySettings> {
        self.gateways[gateway]
    }

    /// How the users of lines of a class are treated.
    func lineClass(_ name: ByteString) -> Shared<LineClass> {
        self.lineClasses[name] ?? self.ordinaryLineClass
    }

    /// The digit map of a context, if there is one and the gateway takes one of its length.
    func digitMap(_ context: ByteString, gateway: Int) -> Shared<LineDigitMap>? {
        guard let map = self.digitMaps[context], !map.value.written.isEmpty else {
            return nil
        }
        if let limit = self.settings(gateway).value.digitMapLimit, map.value.written.count > limit {
            return nil
        }
        return map
    }

    /// Numbers are collected by these maps from now on.
    mutating func replaceDigitMaps(_ maps: [ByteString: DigitMap]) {
        self.digitMaps = maps.mapValues { Shared(LineDigitMap($0)) }
    }

    /// Sends a command to a gateway; `nil` at the limit of commands.
    mutating func send(
        _ command: MGCPOutgoingCommand,
        to gateway: Int,
        for owner: CommandOwner
    ) -> MGCPTransactionID? {
        guard let address = self.directory[gateway]?.address else {
            return nil
        }
        return self.transactions.send(command, to: address, for: owner, at: self.now)
    }

    /// Whether commands to a gateway make sense: it answers as far as is known, or it is time for another attempt.
    func mayBeTried(_ gateway: Int) -> Bool {
        switch self.directory[gateway]?.reachability {
        case .untested, .reachable: true
        case .disconnected, .lost: self.admitsCalls(gateway)
        case nil: false
        }
    }

    /// Whether a call may be placed on a gateway now.
    func admitsCalls(_ gateway: Int) -> Bool {
        self.directory[gateway]?.admitsCalls(at: self.now) ?? false
    }

    /// A gateway has said that it has too much to do (RFC 3435 §4.4.8).
    mutating func noteOverload(of gateway: Int) {
        let now = self.now
        _ = self.directory.tell(gateway) { gateway in
            gateway?.overloaded(at: now)
            return nil
        }
    }

    mutating func report(_ event: LegEvent, from leg: LegID) {
        self.outputs.append(.report(event, from: leg))
    }

    mutating func observe(_ observation: Observation) {
        self.outputs.append(.observe(observation))
    }

    /// The time of day for the display of a telephone.
    var civilTime: CivilTime? {
        self.clock?.time(at: self.now)
    }

    // MARK: Identifiers

    /// A leg that comes in from this endpoint.
    mutating func mintLeg(on endpoint: SlabIndex) -> LegID {
        defer { self.nextLeg += 1 }
        let leg = LegID(.mgcp, .incoming, number: self.nextLeg)
        self.legs[leg] = endpoint
        return leg
    }

    mutating func mintCallID() -> MGCPCallID {
        MGCPCallID(self.mintIdentifier(octets: 8))
    }

    mutating func mintRequestID() -> MGCPRequestID {
        MGCPRequestID(self.mintIdentifier(octets: 5))
    }

    /// The shard in three hexadecimal digits, then random ones (RFC 3435 §3.2.2.2: up to 32).
    private mutating func mintIdentifier(octets count: Int) -> MGCPIdentifier {
        var digits: [UInt8] = []
        digits.reserveCapacity(count * 2 + 3)
        self.identifiers.appendHexadecimal(octets: count, to: &digits)
        guard let identifier = MGCPIdentifier(ByteString(digits)) else {
            preconditionFailure("hexadecimal digits make no identifier")
        }
        return identifier
    }
}
