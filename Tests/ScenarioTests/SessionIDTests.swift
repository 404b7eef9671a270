import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 7989: one identifier crosses the gateway on purpose.
struct SessionIDTests {
    @Test
    func `the session identifier of the caller reaches the callee`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let identifier = "ab30317f1a784dc48ff824d0d3715d86"
        let out = alice.invite(
            "bob",
            offer: alice.audio(),
            headers: ["Session-ID: \(identifier);remote=00000000000000000000000000000000"]
        )
        let incoming = try bob.expectCall()
        #expect(incoming.received?.header(.sessionID)?.contains(identifier) == true)
        incoming.respond(486)
        try out.expect(486)
        try simulation.finish(allowsDirectMedia: true)
    }
}
