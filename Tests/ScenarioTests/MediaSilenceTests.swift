import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// A call on which nobody is heard any more is released.
struct MediaSilenceTests {
    @Test
    func `silence of a side ends the call`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob) { configuration in
            configuration.calls.media.profile.silenceTimeout = .seconds(30)
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.run(for: .seconds(1))
        guard let anchor = simulation.relay.anchors.keys.min(by: { $0.number < $1.number }) else {
            throw Unexpected("no anchor is open")
        }
        simulation.relay.report(
            .silent(anchor, stream: 0, for: .seconds(30)),
            at: simulation.now.advanced(by: .seconds(30))
        )
        try call.out.expectBye(within: .seconds(60))
        try call.incoming.expectBye()
        try simulation.finish()
    }
}
