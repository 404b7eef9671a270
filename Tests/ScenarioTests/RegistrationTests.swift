import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §10: a phone comes, stays and goes.
struct RegistrationTests {
    @Test
    func `a registration is challenged, kept, listed and removed`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.users = ["alice", "bob", "carol"].map { name in
                SIPUserConfiguration(name: ByteString(name), secret: .password("secret"))
            }
        }
        let bob = simulation.bob()
        let challenge = try bob.register()
        #expect(challenge.status?.code == 401)
        #expect(try bob.register(password: "wrong").status?.code == 401)
        let granted = try bob.register(expires: 600, password: "secret")
        #expect(granted.status?.code == 200)
        #expect(granted.header(.contact)?.contains("expires=600") == true)
        #expect(simulation.withGateway { gateway, _ in gateway.registrations.count } == 1)
        #expect(try bob.register(expires: 10, password: "secret").status?.code == 423)
        #expect(try bob.register(expires: 0, password: "secret").status?.code == 200)
        #expect(simulation.withGateway { gateway, _ in gateway.registrations.isEmpty })
        _ = try bob.register(expires: 60, password: "secret")
        simulation.run(for: .seconds(120))
        #expect(simulation.withGateway { gateway, _ in gateway.registrations.isEmpty })
        try simulation.finish(allowsDirectMedia: true)
    }
}
