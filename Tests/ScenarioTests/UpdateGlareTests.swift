import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3311 §5.2: both sides offer by UPDATE in the same moment.
struct UpdateGlareTests {
    @Test
    func `one of two offers that cross is refused and the call goes on`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.refusesOnce(answer: alice.audio(version: 3))
        call.incoming.refusesOnce(answer: bob.audio(version: 3))
        call.out.request("UPDATE", body: alice.audio(version: 2))
        call.incoming.request("UPDATE", body: bob.audio(version: 2))
        simulation.run(for: .seconds(20))
        let finals = [call.out, call.incoming].compactMap { side in
            side.responses.last { $0.method == .update }?.status?.code
        }
        #expect(finals.count == 2)
        #expect(finals.contains(491))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
