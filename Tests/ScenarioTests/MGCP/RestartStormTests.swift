import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3435 §4.4.6: many endpoints announce themselves at once, and are audited at a bounded rate.
struct RestartStormTests {
    @Test
    func `five hundred lines restart one by one while a call is set up`() throws {
        let stage = try MGCPScenario.play(lines: 500)
        stage.simulation.run(for: .seconds(5))
        for index in 3...500 {
            stage.gateway.restarts(.restart, of: "aaln/\(index)")
        }
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing(within: .seconds(3))
        stage.carol.goesOffHook()
        try call.expect(200, within: .seconds(3))
        stage.simulation.run(for: .seconds(30))
        let last = stage.gateway.line("aaln/500")
        last.goesOffHook()
        try last.expectTone("dl", within: .seconds(3))
        call.bye()
        try stage.finish()
    }
}
