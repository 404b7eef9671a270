import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F10: a gateway restarts or dies in a call, and so does the call agent (RFC 3435 §4.4.5 to §4.4.7).
struct MediaGatewayFailureTests {
    @Test(arguments: [RestartMethod.restart, .forced])
    func `a restart ends the calls of its endpoints`(method: RestartMethod) throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.gateway.restarts(method, reason: .malfunction)
        try call.expectBye(within: .seconds(3))
        try stage.finish()
    }

    @Test
    func `a restart of one endpoint leaves the others alone`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.gateway.restarts(.restart, of: "aaln/2")
        stage.simulation.run(for: .seconds(10))
        #expect(stage.carol.talks)
        call.bye()
        try stage.finish()
    }

    @Test
    func `endpoints that were disconnected keep their calls`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.gateway.restarts(.disconnected)
        stage.simulation.run(for: .seconds(10))
        #expect(stage.carol.talks)
        call.bye()
        try stage.finish()
    }

    @Test
    func `a graceful restart lets calls go on and refuses new ones`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = try stage.connect(alice)
        stage.gateway.restarts(.graceful)
        stage.simulation.run(for: .seconds(5))
        #expect(stage.carol.talks)
        try alice.invite("101", offer: alice.audio()).expect(500)
        call.bye()
        stage.gateway.restarts()
        stage.simulation.run(for: .seconds(5))
        let next = alice.invite("101", offer: alice.audio())
        try stage.dave.expectRing(within: .seconds(3))
        next.cancel()
        try next.expect(487)
        try stage.finish()
    }

    @Test
    func `a gateway that dies in a call ends it in bounded time`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.gateway.crashes()
        try call.expectBye(within: .seconds(200))
        stage.carol.hangsUp()
        stage.gateway.comesBack()
        stage.simulation.run(for: .seconds(30))
        try stage.finish()
    }

    @Test
    func `a caller who hangs up while the gateway is dead is not kept waiting`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.gateway.crashes()
        call.bye()
        try call.expect(200, to: .bye, within: .seconds(2))
        stage.simulation.run(for: .seconds(60))
        stage.carol.hangsUp()
        stage.gateway.comesBack()
        stage.simulation.run(for: .seconds(30))
        try stage.finish()
    }

    @Test
    func `a short interruption of the network ends no call`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.simulation.disconnect(stage.gateway)
        stage.simulation.run(for: .seconds(10))
        stage.simulation.reconnect(stage.gateway)
        stage.simulation.run(for: .seconds(120))
        #expect(stage.carol.talks)
        call.bye()
        try stage.finish()
    }

    @Test
    func `a connection that the gateway deletes ends the call with its reason`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        let connection = try #require(stage.carol.connection?.id)
        stage.carol.deletes(connection, reason: .facilityFailure)
        try call.expectBye(within: .seconds(3))
        try stage.finish()
    }

    @Test
    func `deletions of both sides cross`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        let connection = try #require(stage.carol.connection?.id)
        call.bye()
        stage.carol.deletes(connection, reason: .malfunction)
        try call.expect(200, to: .bye)
        try stage.finish()
    }

    @Test
    func `a call agent that starts again finds the connections of its former life and ends them`() throws {
        let stage = try MGCPScenario.play()
        _ = try stage.connect(stage.simulation.alice())
        stage.simulation.restartGateway()
        try stage.carol.expectNoConnection(within: .seconds(60))
        stage.carol.hangsUp()
        stage.simulation.run(for: .seconds(5))
        let bob = stage.simulation.bob()
        let call = try stage.connectOut(bob)
        stage.carol.hangsUp()
        try call.expectBye()
        try stage.finish()
    }
}
