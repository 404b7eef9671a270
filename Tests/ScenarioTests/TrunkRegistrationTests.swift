import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §10.2: Tandem registers with a carrier, answers its challenge and refreshes.
struct TrunkRegistrationTests {
    @Test
    func `a registration is refreshed and withdrawn`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["outside": "trunk/carrier/4930123"])) {
            configuration in
            var trunk = SIPTrunkConfiguration(name: "carrier", uri: "sip:127.0.0.3:5060")
            trunk.credentials = DigestCredentials(username: "gate", secret: .password("key"))
            trunk.registration = TrunkRegistrationConfiguration(
                registrar: "sip:127.0.0.3:5060",
                addressOfRecord: "sip:gate@127.0.0.3",
                contactUser: "gate"
            )
            configuration.sip.trunks = [trunk]
        }
        let bob = simulation.bob()
        var registers: [SIPMessage] = []
        bob.onOther = { message in
            registers.append(message)
            guard message.contains(.authorization) else {
                return (
                    401,
                    ["WWW-Authenticate: Digest realm=\"carrier\", nonce=\"n\(registers.count)abcdef\", algorithm=MD5"]
                )
            }
            return (200, ["Contact: \(message.header(.contact) ?? "");expires=300"])
        }
        simulation.run(for: .seconds(1000))
        #expect(registers.count { $0.contains(.authorization) } >= 4)
        #expect(
            simulation.observations.contains { observation in
                if case .trunkRegistered("carrier", _) = observation {
                    return true
                }
                return false
            }
        )
        simulation.withGateway { gateway, now in gateway.unregister(at: now) }
        simulation.run(for: .seconds(5))
        #expect(
            registers.last.map { $0.header(.expires) == "0" || $0.header(.contact)?.contains("expires=0") == true }
                == true
        )
        try simulation.finish(allowsDirectMedia: true)
    }
}
