import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §21.4.24: the callee is busy and the caller hears so.
struct BusyTests {
    @Test
    func `a busy callee ends the call with 486`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(486)
        try out.expect(486)
        try simulation.finish(allowsDirectMedia: true)
        #expect(simulation.records.first?.legs.last?.cause.value == .userBusy)
    }
}
