import CallModel
import ProtocolKit
import SimulationKit
import Testing

/// Calls over a network that loses, doubles and reorders packets: no inconsistent call, nothing left.
struct LossTests {
    @Test(arguments: 0..<50)
    func `a call over a bad network ends clean`(seed: Int) throws {
        var random = IdentifierSource(seed: UInt64(seed) &+ 9)
        let conditions = NetworkConditions(
            loss: random.number(below: 31),
            duplication: random.number(below: 10),
            reordering: random.number(below: 10),
            latency: .milliseconds(2),
            jitter: .milliseconds(Int64(random.number(below: 50)))
        )
        let simulation = try Scenario.simulation(seed: UInt64(seed), conditions: conditions)
        let alice = simulation.alice()
        let bob = simulation.bob()
        bob.onCall = { call in
            call.respond(180)
            simulation.after(.seconds(3)) {
                call.respond(200, body: SDPText.audio("127.0.0.3"))
            }
        }
        let out = alice.invite("bob", offer: SDPText.audio("127.0.0.2"))
        simulation.after(.seconds(Int64(random.number(below: 12)))) {
            if out.isEstablished {
                out.bye()
            } else {
                out.cancel()
            }
        }
        simulation.after(.seconds(40)) {
            if out.isEstablished, !out.isOver {
                out.bye()
            }
        }
        simulation.run(for: .seconds(80))
        try simulation.finish(allowsDirectMedia: true)
    }
}
