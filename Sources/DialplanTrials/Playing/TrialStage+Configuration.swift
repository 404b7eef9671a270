import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPAgent

extension TrialStage {
    /// What the gateway of a case is told: the policies of the world, and addresses of the simulation.
    static func configuration(
        for one: TrialCase,
        _ cast: TrialCast,
        in world: TrialWorld,
        plan: Dialplan
    ) -> GatewayConfiguration {
        var configuration = GatewayConfiguration(
            sip: self.sip(for: one, cast, world),
            calls: world.calls,
            dialplan: plan
        )
        configuration.calls.media.interfaces = [
            .init(address: TrialAddresses.gateway.ip, ports: 30_000...30_999)
        ]
        if !cast.lines.isEmpty || !cast.groups.isEmpty {
            configuration.mgcp = self.mgcp(for: one, cast, world)
        }
        return configuration
    }

    private static func sip(
        for one: TrialCase,
        _ cast: TrialCast,
        _ world: TrialWorld
    ) -> SIPAgentConfiguration {
        var sip = world.sip
        let facts = TrialFacts(world: world)
        sip.domains = []
        sip.listeners = [TransportProtocol.udp, .tcp].map { transport in
            let word: TrialCall.Transport = transport == .udp ? .udp : .tcp
            let call = one.calls.last { $0.transport == word } ?? one.call
            return SIPListenerConfiguration(
                name: call.transport == word ? facts.listener(of: call) : ByteString(word.rawValue),
                transport: transport,
                address: TrialAddresses.gateway,
                anonymousContext: self.strangersContext(of: one)
            )
        }
        sip.users = cast.users.map { member in
            var user = member.settings
            user.secret = .password(TrialWorld.password)
            user.context = self.context(of: .user(user.name.description), in: one) ?? user.context
            return user
        }
        sip.trunks = cast.trunks.map { member in
            let address = TrialAddresses.trunk(member.place)
            var trunk = member.settings
            trunk.uri = ByteString("sip:\(address)")
            trunk.sources = [AddressPrefix(address.ip)]
            trunk.sourceHosts = []
            trunk.proxy = nil
            trunk.listener = nil
            trunk.credentials = nil
            trunk.registration = nil
            trunk.probe = nil
            trunk.challenges = false
            trunk.context = self.context(of: .trunk(trunk.name.description), in: one) ?? trunk.context
            return trunk
        }
        return sip
    }

    private static func mgcp(
        for one: TrialCase,
        _ cast: TrialCast,
        _ world: TrialWorld
    ) -> MGCPAgentConfiguration {
        var mgcp = world.mgcp
        mgcp.listener = ListenerID(2)
        mgcp.address = TrialAddresses.callAgent
        mgcp.notifiedEntity = nil
        let lines = cast.lines.map { ($0.settings.name, TrialAddresses.line($0.place)) }
        let groups = cast.groups.map { ($0.settings.name, TrialAddresses.group($0.place)) }
        mgcp.gateways = (lines + groups).map { name, address in
            var gateway = MediaGatewaySettings(name: name, domain: ByteString("[\(address.ip)]"), addresses: [address])
            gateway.probeInterval = nil
            return gateway
        }
        mgcp.lines = cast.lines.map { member in
            var line = member.settings
            line.gateway = line.name
            line.endpoint = "aaln/1"
            line.context = self.context(of: .line(line.name.description), in: one) ?? line.context
            return line
        }
        mgcp.circuitGroups = cast.groups.map { member in
            var group = member.settings
            group.gateway = group.name
            group.endpoints = ["ds/[1-2]"]
            group.signaling = .multiFrequency
            group.isLoopback = false
            group.context = self.context(of: .trunk(group.name.description), in: one) ?? group.context
            return group
        }
        // A line dials what the case says and nothing else, so its number is complete with the last digit.
        mgcp.digitMaps = Dictionary(grouping: one.calls) { ByteString($0.context) }.compactMapValues { calls in
            try? DigitMap(parsing: ByteString("(\(Set(calls.map(\.number)).sorted().joined(separator: "|")))"))
        }
        return mgcp
    }

    /// The context in which a caller of the case calls.
    private static func context(of caller: TrialCall.Caller, in one: TrialCase) -> ByteString? {
        one.calls.last { $0.caller == caller }.map { ByteString($0.context) }
    }

    private static func strangersContext(of one: TrialCase) -> ByteString? {
        let stranger = one.calls.last { call in
            if case .address = call.caller { true } else { false }
        }
        return stranger.map { ByteString($0.context) }
    }
}
