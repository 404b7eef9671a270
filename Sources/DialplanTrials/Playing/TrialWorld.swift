package import CallControl
package import DialplanEngine
package import MGCPAgent
import ProtocolKit
package import SIPAgent

/// Who exists and what the gateway is told of them: a configuration, the names of a test file, or both.
package struct TrialWorld: Sendable {
    /// Users, trunks and what holds for their legs.
    package var sip: SIPAgentConfiguration

    /// Lines, circuit groups and what holds for them.
    package var mgcp: MGCPAgentConfiguration

    /// Call control.
    package var calls: CallConfiguration

    package init(
        sip: SIPAgentConfiguration = SIPAgentConfiguration(),
        mgcp: MGCPAgentConfiguration = MGCPAgentConfiguration(),
        calls: CallConfiguration = CallConfiguration()
    ) {
        self.sip = sip
        self.mgcp = mgcp
        self.calls = calls
    }

    /// The same with the names of a test file that it does not know yet.
    ///
    /// A trunk of a file is trusted and told the caller's identity, as a carrier is; what else there is to say of trunks
    /// stands in a configuration.
    package func adding(_ names: TrialNames) -> TrialWorld {
        var world = self
        let users = Set(self.sip.users.map(\.name))
        world.sip.users += names.users.map { ByteString($0) }.filter { !users.contains($0) }
            .map { SIPUserConfiguration(name: $0, secret: .password(Self.password)) }
        let trunks = Set(self.sip.trunks.map(\.name))
        world.sip.trunks += names.trunks.map { ByteString($0) }.filter { !trunks.contains($0) }.map { name in
            var trunk = SIPTrunkConfiguration(name: name, uri: "sip:192.0.2.1")
            trunk.policy.isTrusted = true
            trunk.policy.assertedIdentity = .asserted
            return trunk
        }
        let lines = Set(self.mgcp.lines.map(\.name))
        world.mgcp.lines += names.lines.filter { !lines.contains(ByteString($0.name)) }.map { line in
            LineSettings(
                name: ByteString(line.name),
                gateway: "",
                endpoint: "aaln/1",
                number: ByteString(line.number),
                context: ""
            )
        }
        let groups = Set(self.mgcp.circuitGroups.map(\.name))
        world.mgcp.circuitGroups += names.circuitGroups.map { ByteString($0) }.filter { !groups.contains($0) }
            .map { CircuitGroupSettings(name: $0, gateway: "", endpoints: [], context: "") }
        for name in names.decisions.map({ ByteString($0) }) where self.calls.decisions[name] == nil {
            world.calls.decisions[name] = DecisionSettings()
        }
        return world
    }

    /// The names that a dialplan may use.
    package var dialplanNames: DialplanReader.Names {
        DialplanReader.Names(
            trunks: Set(self.sip.trunks.map(\.name)),
            users: Set(self.sip.users.map(\.name)),
            lines: Set(self.mgcp.lines.map(\.name)),
            circuitGroups: Set(self.mgcp.circuitGroups.map(\.name)),
            decisions: Set(self.calls.decisions.keys)
        )
    }

    /// The secret of every user while tests are played; nothing outside the simulation ever sees it.
    static let password: ByteString = "played"
}
