import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §21.6: a 6xx speaks for every place and ends the hunt.
struct GlobalFailureTests {
    @Test(arguments: [600, 603, 604, 606] as [UInt16])
    func `after 603 nobody else rings`(status: UInt16) throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060|sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        try bob.expectCall().respond(status)
        try out.expect(600)
        #expect(out.statuses.last == status)
        simulation.run(for: .seconds(5))
        #expect(throws: Unexpected.self) {
            try carol.expectCall(within: .seconds(1))
        }
        try simulation.finish(allowsDirectMedia: true)
    }
}
