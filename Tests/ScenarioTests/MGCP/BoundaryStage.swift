import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit

/// The stage of faults at message boundaries: two lines, circuits of both kinds, and a phone on either side of them.
///
/// Whoever acts on it has patience: what does not come within half a minute is not waited for any longer.
struct BoundaryStage {
    let simulation: Simulation
    let gateway: SimulatedMediaGateway

    /// Who calls by SIP.
    let alice: Phone

    /// Who is called by SIP.
    let bob: Phone

    /// Who looks afterwards whether lines and circuits can still be used.
    let zoe: Phone

    private static let targets = [
        "100": "line/carol", "101": "line/dave", "200": "sip:bob@127.0.0.3:5060", "300": "trunk/pstn/300",
        "310": "trunk/wire/310",
    ]

    /// The stage, once the gateway has announced itself and was audited.
    init(seed: UInt64 = 1, conditions: NetworkConditions = .perfect, loops: Bool = false) throws {
        self.simulation = Simulation(try Self.configuration(loops: loops), seed: seed, conditions: conditions)
        self.gateway = self.simulation.mediaGateway(
            "rgw",
            at: MGCPScenario.gatewayAddress,
            endpoints: ["aaln/1", "aaln/2", "ds/1/1", "ds/1/2", "ds/2/1", "ds/2/2"]
        ) { configuration in
            for place in 4...5 {
                configuration.endpoints[place].kind = .trunk("MS")
            }
        }
        self.alice = self.simulation.alice()
        self.bob = self.simulation.bob()
        self.zoe = self.simulation.phone("zoe", at: "127.0.0.7:5060")
        self.gateway.restarts()
        self.simulation.run(for: .seconds(5))
    }

    private static func configuration(loops: Bool) throws -> GatewayConfiguration {
        var configuration = try MGCPScenario.configuration()
        let plan = Scenario.plan(Self.targets, media: "anchor")
        let names = DialplanReader.Names(trunks: [], circuitGroups: ["pstn", "wire"])
        configuration.dialplan = try DialplanReader(names: names).read([
            DialplanReader.Source(file: "boundaries.xml", octets: Array(plan.utf8))
        ])
        let wire = CircuitGroupSettings(name: "wire", gateway: "rgw", endpoints: ["ds/1/[1-2]"], context: "default")
        var pstn = CircuitGroupSettings(name: "pstn", gateway: "rgw", endpoints: ["ds/2/[1-2]"], context: "default")
        pstn.signaling = .multiFrequency
        configuration.mgcp?.circuitGroups = [wire, pstn]
        configuration.mgcp?.gateways[0].takesLoops = loops
        return configuration
    }

    // MARK: People and places

    /// The telephone with the number 100.
    var carol: LabLine {
        self.gateway.line("aaln/1")
    }

    /// The telephone with the number 101.
    var dave: LabLine {
        self.gateway.line("aaln/2")
    }

    /// The circuits with signaling; the call agent takes the first for its calls, the far side the last.
    var circuits: [LabTrunk] {
        [self.gateway.circuit("ds/2/1"), self.gateway.circuit("ds/2/2")]
    }

    /// Waits for something, with patience.
    func waits(_ condition: () -> Bool) {
        _ = self.simulation.run(until: condition, within: .seconds(30))
    }

    /// Lets people talk, or look at each other.
    func pause() {
        self.simulation.run(for: .seconds(2))
    }

    // MARK: The end

    /// Everybody hangs up that has not.
    func everybodyHangsUp(_ call: PhoneCall?) {
        self.carol.hangsUp()
        self.dave.hangsUp()
        for circuit in self.circuits where circuit.state != .idle {
            circuit.releases()
        }
        guard let call, !call.isOver else {
            return
        }
        if call.isEstablished || call.isAcknowledged {
            call.bye()
        } else if call.received == nil {
            call.cancel()
        }
    }

    /// Expects that nothing of a call is left in Tandem within a time that is bounded, and tells how long it took.
    @discardableResult
    func expectEnd(within limit: Duration = .seconds(120)) throws -> Duration {
        let start = self.simulation.now
        let isIdle = { self.simulation.withGateway { gateway, _ in gateway.isIdle } && self.simulation.relay.isIdle }
        guard self.simulation.run(until: isIdle, within: limit) else {
            throw Unexpected(
                "\(self.simulation.callCount) calls are left, \(self.simulation.relay.anchors.count) anchors\n"
                    + self.simulation.ladder
            )
        }
        return start.duration(to: self.simulation.now)
    }

    /// Expects that a phone can call a line, a line another line, and that circuits of both kinds take calls.
    func expectUsable() throws {
        try self.expectAnswer("100") {
            try self.carol.expectRing(within: .seconds(3))
            self.carol.goesOffHook()
        }
        try self.expectAnswer("300") {
            let seized = { self.circuits.filter(\.isSeized) }
            guard self.simulation.run(until: { !seized().isEmpty }, within: .seconds(3)) else {
                throw Unexpected("no circuit was seized\n\(self.simulation.ladder)")
            }
            for circuit in seized() {
                circuit.answers()
            }
        }
        try self.expectAnswer("310") {}
        try self.carol.calls("101")
        try self.dave.expectRing(within: .seconds(3))
        self.dave.goesOffHook()
        try self.carol.expectTalk(within: .seconds(3))
        self.everybodyHangsUp(nil)
        self.pause()
    }

    private func expectAnswer(_ number: String, by answering: () throws -> Void) throws {
        let call = self.zoe.invite(number, offer: self.zoe.audio())
        try answering()
        try call.expect(200, within: .seconds(3))
        self.pause()
        self.everybodyHangsUp(call)
        self.pause()
    }
}

extension LabTrunk {
    /// Whether the call agent has seized it.
    var isSeized: Bool {
        if case .seizedByCallAgent = self.state {
            return true
        }
        return false
    }
}
