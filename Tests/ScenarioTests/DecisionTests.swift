import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Calls that a server outside decides, with phones at both ends.
struct DecisionTests {
    private static let plan = """
        <dialplan><context name="default"><extension name="all"><condition field="destination-number" expression=".*">
        <action application="ask" decision="fraud"/>
        <action application="reject" cause="temporary-failure"/>
        </condition></extension></context></dialplan>
        """

    private static let toBob = Array(
        #"{"actions":[{"application":"bridge","data":"sip:bob@127.0.0.3:5060"}]}"#.utf8
    )

    private func simulation() throws -> Simulation {
        try Scenario.simulation(plan: Self.plan) { configuration in
            configuration.calls.decisions["fraud"] = DecisionSettings()
        }
    }

    @Test
    func `a server sends the call to Bob`() throws {
        let simulation = try self.simulation()
        simulation.decider = { _ in (.answered(Self.toBob), .milliseconds(300)) }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("nobody", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        out.bye()
        try incoming.expectBye()
        try simulation.finish()
    }

    @Test
    func `a server that says nothing costs its time and no more`() throws {
        let simulation = try self.simulation()
        simulation.decider = { _ in nil }
        let alice = simulation.alice()
        let start = simulation.now
        try alice.invite("nobody", offer: alice.audio()).expect(503)
        #expect((Duration.milliseconds(500)..<(.milliseconds(600))).contains(start.duration(to: simulation.now)))
        try simulation.finish()
    }

    @Test
    func `an answer that crosses the CANCEL places no call`() throws {
        let simulation = try self.simulation()
        simulation.decider = { _ in (.answered(Self.toBob), .milliseconds(400)) }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("nobody", offer: alice.audio())
        try out.expect(100)
        out.cancel()
        try out.expect(487)
        simulation.run(for: .seconds(2))
        #expect(bob.calls.isEmpty)
        try simulation.finish()
    }

    @Test
    func `a server that is down is left alone and asked again when it is well`() throws {
        let simulation = try self.simulation()
        var asked = 0
        var isWell = false
        simulation.decider = { _ in
            asked += 1
            return isWell ? (.answered(Self.toBob), .zero) : (.failed(.unreachable("refused")), .zero)
        }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        for _ in 0..<8 {
            try alice.invite("nobody", offer: alice.audio()).expect(503)
        }
        #expect(asked == 5)
        isWell = true
        simulation.run(for: .seconds(10))
        for number in 6...7 {
            let out = alice.invite("nobody", offer: alice.audio())
            let incoming = try bob.expectCall()
            incoming.respond(486)
            try out.expect(486)
            #expect(asked == number)
        }
        try simulation.finish()
    }
}
