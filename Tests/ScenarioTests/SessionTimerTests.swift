import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 4028: both legs are refreshed as long as the call lasts, pain of chains of gateways.
struct SessionTimerTests {
    @Test(arguments: [1, 24], [true, false])
    func `a call with session timers lasts for hours`(hours: Int, canUpdate: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.legPolicy.sessionTimers = .active
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        for phone in [alice, bob] {
            phone.allowedMethods = canUpdate ? phone.allowedMethods : "INVITE, ACK, BYE, CANCEL"
        }
        let call = try simulation.connectWithTimers(alice, bob)
        simulation.run(for: .seconds(hours * 3600))
        #expect(!call.out.isOver && !call.incoming.isOver)
        let refreshes = [call.out, call.incoming].map { $0.count(of: .update) + $0.count(of: .invite) }
        #expect(refreshes.allSatisfy { $0 >= hours * 3 && $0 <= hours * 8 })
        call.out.onRequest = nil
        call.incoming.onRequest = nil
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
