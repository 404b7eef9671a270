import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import ProtocolKit
import SIPAgent
import SimulationKit
import Testing

/// The stage that most scenarios play on: a gateway at 127.0.0.1 and phones at 127.0.0.x, one caller, some callees.
enum Scenario {
    /// A dialplan of one context that sends each number to the target of that name.
    static func plan(_ targets: [String: String], media: String = "direct", extra: String = "") -> String {
        let extensions = targets.sorted { $0.key < $1.key }.map { name, target in
            """
            <extension name="\(name)">
              <condition field="destination-number" expression="\(name)">
                <action application="bridge" data="\(target)" media="\(media)" \(extra)/>
              </condition>
            </extension>
            """
        }
        return "<dialplan><context name=\"default\">\(extensions.joined())</context></dialplan>"
    }

    /// Bob at 127.0.0.3.
    static let bob = Self.plan(["bob": "sip:bob@127.0.0.3:5060"])

    /// Bob at 127.0.0.3 with the media through the relay.
    static let anchoredBob = Self.plan(["bob": "sip:bob@127.0.0.3:5060"], media: "anchor")

    /// A gateway with UDP and TCP at 127.0.0.1:5060 that lets anyone on its listener call by the plan.
    static func configuration(plan: String) throws -> GatewayConfiguration {
        let names = DialplanReader.Names(trunks: ["carrier"])
        let dialplan = try DialplanReader(names: names).read([
            DialplanReader.Source(file: "scenario.xml", octets: Array(plan.utf8))
        ])
        var sip = SIPAgentConfiguration()
        sip.listeners = [TransportProtocol.udp, .tcp].map { transport in
            SIPListenerConfiguration(
                name: transport == .udp ? "udp" : "tcp",
                transport: transport,
                address: TransportAddress(.loopbackV4, 5060),
                anonymousContext: "default"
            )
        }
        return GatewayConfiguration(sip: sip, dialplan: dialplan)
    }

    /// A simulation on this stage.
    static func simulation(
        plan: String = Self.bob,
        seed: UInt64 = 1,
        conditions: NetworkConditions = .perfect,
        change: (inout GatewayConfiguration) -> Void = { _ in }
    ) throws -> Simulation {
        var configuration = try Self.configuration(plan: plan)
        change(&configuration)
        return Simulation(configuration, seed: seed, conditions: conditions)
    }
}

extension Simulation {
    /// The caller at 127.0.0.2.
    func alice() -> Phone {
        self.phone("alice", at: "127.0.0.2:5060")
    }

    /// The callee at 127.0.0.3.
    func bob() -> Phone {
        self.phone("bob", at: "127.0.0.3:5060")
    }
}
