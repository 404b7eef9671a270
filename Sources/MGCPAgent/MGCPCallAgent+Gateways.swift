import CallModel
import MGCPSyntax
import ProtocolKit

/// Gateways that stop answering, answer again, or are overloaded (RFC 3435 §4.3, §4.4).
extension MGCPCallAgent {
    /// Tells a gateway something, and does what follows from it.
    mutating func tell(_ place: Int?, _ change: (inout MediaGateway?) -> MediaGateway.Action?) {
        if let place, let action = self.services.directory.tell(place, change) {
            self.carryOut(action, of: place)
        }
    }

    /// The gateway on whose behalf a command was sent.
    mutating func gateway(of owner: CommandOwner) -> Int? {
        switch owner {
        case .endpoint(let index, _): self.endpoints.with(index) { $0?.gateway }
        case .gateway(let place, _): place
        }
    }

    /// Does what a gateway's silence or its end asks for.
    mutating func carryOut(_ action: MediaGateway.Action, of place: Int) {
        let name = self.services.settings(place).value.name
        switch action {
        case .probe(let address):
            self.probe(place, at: address)
        case .move(from: let old, to: let new):
            self.services.transactions.move(from: old, to: new, at: self.services.now)
        case .disconnect:
            self.services.audits.pause(place)
            self.services.observe(.gatewayReachable(name, false))
        case .giveUpCalls:
            for index in self.endpointsOfGateways[place] ?? [] {
                self.change(index) { endpoint, services in
                    endpoint.loseService(.local(.transactionTimeout, .destinationOutOfOrder), &services)
                }
            }
        case .resume:
            self.services.audits.resume(place)
            self.services.observe(.gatewayReachable(name, true))
            self.resume(place)
        }
    }

    /// The gateway answers again: what its endpoints have told meanwhile is lost, so each is asked.
    private mutating func resume(_ place: Int) {
        let isMinimal = self.services.settings(place).value.isMinimal
        for index in self.endpointsOfGateways[place] ?? [] {
            self.change(index) { endpoint, services in
                // One that nobody knows yet waits for its audit already.
                if endpoint.isKnown, !isMinimal {
                    services.audits.add(index, of: place, endpoint.isAtRest ? .idle : .busy)
                }
            }
        }
    }

    private mutating func probe(_ place: Int, at address: TransportAddress) {
        guard let first = self.endpointsOfGateways[place]?.first, let name = self.endpoints[first]?.name else {
            return
        }
        let version = self.services.settings(place).value.version
        let command = EndpointAuditScope.existence.command(name, version: version)
        self.services.transactions.send(
            command,
            to: address,
            for: .gateway(place, .probe),
            at: self.services.now
        )
    }
}
