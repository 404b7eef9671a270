import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// An extension of the dialplan marks emergencies, which no limit refuses.
struct EmergencyTests {
    private static let plan = """
        <dialplan><context name="default">
        <extension name="emergency" emergency="true"><condition field="destination-number" expression="112">
        <action application="bridge" data="trunk/carrier/$0" media="anchor"/></condition></extension>
        <extension name="others"><condition field="destination-number" expression="bob|\\d+">
        <action application="bridge" data="trunk/carrier/$0" media="anchor"/></condition></extension>
        </context></dialplan>
        """

    private func simulation() throws -> Simulation {
        try Scenario.simulation(plan: Self.plan) { configuration in
            var trunk = SIPTrunkConfiguration(name: "carrier", uri: "sip:127.0.0.3:5060")
            trunk.maximumCalls = 1
            configuration.sip.trunks = [trunk]
            configuration.calls.limits.calls = 1
            configuration.calls.limits.rate = CallLimitSettings.Rate(perSecond: 1)
            configuration.calls.limits.sourceRate = CallLimitSettings.Rate(perSecond: 1)
            configuration.calls.limits.trunks = ["carrier": CallLimitSettings.Trunk(calls: 1)]
        }
    }

    @Test
    func `under full limits an emergency is taken and any other call is not`() throws {
        let simulation = try self.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let running = try simulation.connect(alice, bob)
        try alice.invite("4711", offer: alice.audio()).expect(503)
        var emergencies: [Connection] = []
        for _ in 0..<3 {
            emergencies.append(try simulation.connect(alice, bob, to: "112"))
        }
        #expect(simulation.callCount == 4)
        simulation.run(for: .seconds(5))
        #expect(!running.out.isOver && !running.incoming.isOver)
        for call in emergencies {
            try call.hangUp()
        }
        // The first call still fills every limit.
        try alice.invite("4711", offer: alice.audio()).expect(503)
        try running.hangUp()
        simulation.run(for: .seconds(40))
        try simulation.connect(alice, bob).hangUp()
        try simulation.finish()
    }

    @Test
    func `an emergency is refused only by a gateway that stops`() throws {
        let simulation = try self.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.withGateway { $0.stop(at: $1, releasingAfter: .seconds(10)) }
        try alice.invite("112", offer: alice.audio()).expect(503)
        try call.incoming.expectBye(within: .seconds(20))
        try simulation.finish()
    }
}
