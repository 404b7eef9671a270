import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Calls of lines over a network that loses, repeats and reorders: both sides end, and nothing is left.
struct LossyMediaGatewayTests {
    private static func conditions(_ loss: UInt64) -> NetworkConditions {
        NetworkConditions(
            loss: loss,
            duplication: 5,
            reordering: 5,
            latency: .milliseconds(5),
            jitter: .milliseconds(20)
        )
    }

    @Test(arguments: [10, 20, 30] as [UInt64], 1...12 as ClosedRange<UInt64>)
    func `a phone calls a line`(loss: UInt64, seed: UInt64) throws {
        let stage = try MGCPScenario.play(seed: seed, conditions: Self.conditions(loss))
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        _ = stage.simulation.run(until: { stage.carol.rings != nil }, within: .seconds(40))
        stage.carol.goesOffHook()
        stage.simulation.run(for: .seconds(30))
        if seed.isMultiple(of: 2), call.isEstablished {
            call.bye()
        } else {
            stage.carol.hangsUp()
        }
        stage.simulation.run(for: .seconds(60))
        if !call.isEstablished {
            call.cancel()
        }
        stage.carol.hangsUp()
        #expect(stage.simulation.run(until: { stage.simulation.callCount == 0 }, within: .seconds(240)))
        stage.simulation.network.conditions = .perfect
        try stage.finish()
    }

    @Test(arguments: [10, 20, 30] as [UInt64], 1...12 as ClosedRange<UInt64>)
    func `a line calls a line`(loss: UInt64, seed: UInt64) throws {
        let stage = try MGCPScenario.play(seed: seed, conditions: Self.conditions(loss))
        stage.carol.goesOffHook()
        _ = stage.simulation.run(until: { stage.carol.hears.contains("dl") }, within: .seconds(40))
        stage.carol.dials("101")
        _ = stage.simulation.run(until: { stage.dave.rings != nil }, within: .seconds(40))
        stage.dave.goesOffHook()
        stage.simulation.run(for: .seconds(30))
        stage.carol.hangsUp()
        stage.simulation.run(for: .seconds(30))
        stage.dave.hangsUp()
        #expect(stage.simulation.run(until: { stage.simulation.callCount == 0 }, within: .seconds(240)))
        stage.simulation.network.conditions = .perfect
        try stage.finish()
    }
}
