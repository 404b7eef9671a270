import CallModel
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F3: a line calls a SIP phone; what its caller hears follows the result.
struct LineToSIPTests {
    @Test
    func `a dial tone, a number in one notification, ringback, and a conversation`() throws {
        let stage = try MGCPScenario.play()
        let bob = stage.simulation.bob()
        try stage.carol.calls("200")
        let call = try bob.expectCall(within: .seconds(3))
        #expect(stage.carol.hears.isEmpty)
        call.respond(180)
        try stage.carol.expectTone("rt", within: .seconds(2))
        call.respond(200, body: bob.audio())
        try call.expectACK()
        try stage.carol.expectTalk(within: .seconds(2))
        stage.simulation.run(for: .seconds(5))
        stage.carol.hangsUp()
        try call.expectBye(within: .seconds(2))
        try stage.finish()
        let digits = MGCPTrace(stage.simulation.network.wire).entries.filter { entry in
            entry.command?.verb == .notify && entry.ladderText.contains("D/2")
        }
        #expect(digits.count == 1)
    }

    @Test
    func `the other side hangs up, and the line is told`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connectOut(stage.simulation.bob())
        call.bye()
        try call.expect(200, to: .bye)
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.carol.expect("a tone", within: .seconds(2)) { !stage.carol.hears.isEmpty }
        try stage.finish()
    }

    @Test(arguments: [(486, "bz"), (503, "cg"), (404, "ro"), (480, "ro")])
    func `a refusal is heard`(status: UInt16, tone: MGCPName) throws {
        let stage = try MGCPScenario.play()
        try stage.carol.calls("200")
        try stage.simulation.bob().expectCall().respond(status)
        try stage.carol.expectTone(tone, within: .seconds(3))
        try stage.carol.expectNoConnection(within: .seconds(3))
        try stage.finish()
    }

    @Test
    func `a number that leads nowhere is told by reorder tone`() throws {
        let stage = try MGCPScenario.play()
        try stage.carol.calls("111")
        try stage.carol.expectTone("ro", within: .seconds(5))
        try stage.finish()
    }

    @Test
    func `digits that cannot become a number are told by reorder tone`() throws {
        let stage = try MGCPScenario.play()
        try stage.carol.calls("7")
        try stage.carol.expectTone("ro", within: .seconds(5))
        try stage.finish()
    }

    @Test
    func `a line that hangs up while it rings there cancels`() throws {
        let stage = try MGCPScenario.play()
        let bob = stage.simulation.bob()
        try stage.carol.calls("200")
        let call = try bob.expectCall()
        call.respond(180)
        try stage.carol.expectTone("rt")
        stage.carol.hangsUp()
        try call.expectCancel(within: .seconds(2))
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.finish()
    }

    @Test
    func `a line that dials nothing is told, and then left in silence`() throws {
        let stage = try MGCPScenario.play()
        stage.carol.goesOffHook()
        try stage.carol.expectTone("dl")
        try stage.carol.expect("another tone than the dial tone", within: .seconds(60)) {
            !stage.carol.hears.isEmpty && !stage.carol.hears.contains("dl")
        }
        stage.simulation.run(for: .seconds(200))
        #expect(stage.carol.hears.isEmpty)
        try stage.finish()
    }

    @Test
    func `a line that hangs up at the dial tone can call again`() throws {
        let stage = try MGCPScenario.play()
        for _ in 0..<3 {
            stage.carol.goesOffHook()
            try stage.carol.expectTone("dl")
            stage.carol.hangsUp()
            stage.simulation.run(for: .milliseconds(300))
        }
        let call = try stage.connectOut(stage.simulation.bob())
        stage.carol.hangsUp()
        try call.expectBye()
        try stage.finish()
    }
}
