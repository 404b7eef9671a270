import CallModel
import CallRecords
import GatewayCore
import MGCPAgent
import ProtocolKit
import SignalingShell

extension ControlServer {
    /// The lines and circuits, or those that a name stands for.
    func endpoints(_ request: ControlRequest) -> ControlReply {
        let reply = self.onLoop { loop, _ in
            let now = SystemClock.now
            return ControlReply(ok: true, endpoints: loop.core.endpoints.map { ControlReply.Endpoint($0, at: now) })
        }
        guard let name = request.endpoint, let all = reply.endpoints else {
            return reply
        }
        let wanted = all.filter { [$0.name, $0.gateway, $0.endpoint].contains(name) }
        guard !wanted.isEmpty else {
            return .failure("`\(name)` is no line, trunk group, gateway or endpoint; `tandem endpoints` lists them all")
        }
        return ControlReply(ok: true, endpoints: wanted)
    }

    /// The media gateways, in the order of the configuration.
    func mediaGateways(_ loop: SignalingLoop<Gateway>, _ board: Switchboard) -> [ControlReply.Status.MediaGateway] {
        let endpoints = Dictionary(grouping: loop.core.endpoints, by: \.gateway)
        return self.mgcp.gateways.map { gateway in
            let own = endpoints[gateway.name] ?? []
            return ControlReply.Status.MediaGateway(
                name: gateway.name.description,
                reachable: board.reachableGateways[gateway.name],
                endpoints: own.count,
                inService: own.count { $0.service == .inService }
            )
        }
    }
}

extension ControlReply.Endpoint {
    fileprivate init(_ summary: EndpointSummary, at now: Instant) {
        self.name = summary.name.description
        self.isLine = summary.isLine
        self.gateway = summary.gateway.description
        self.endpoint = summary.endpoint.description
        self.service = Self.words(summary.service)
        self.hook = summary.isOffHook.map { $0 ? "off" : "on" }
        self.phase = Self.words(summary.phase)
        self.connections = summary.connections
        self.legs = summary.legs.map(\.text)
        self.restart = summary.restarted.map { restart in
            Restart(method: restart.word.description, secondsAgo: restart.at.duration(to: now).components.seconds)
        }
        self.auditSecondsAgo = summary.audited.map { $0.duration(to: now).components.seconds }
    }

    /// The name of a case, word by word.
    private static func words(_ value: some Any) -> String {
        String(describing: value).reduce(into: "") { text, character in
            text += character.isUppercase ? " " + character.lowercased() : String(character)
        }
    }
}
