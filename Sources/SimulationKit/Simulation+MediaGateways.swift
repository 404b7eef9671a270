import ProtocolKit

extension Simulation {
    /// A media gateway at this address, whose call agent is the gateway under test.
    ///
    /// Names that begin with `ds/` or `t/` are circuits that carry media only, all others are telephones.
    package func mediaGateway(
        _ name: String,
        at address: String,
        endpoints: [String],
        change: (inout LabGatewayConfiguration) -> Void = { _ in }
    ) -> SimulatedMediaGateway {
        guard let address = TransportAddress(address) else {
            preconditionFailure("\(address) is not an address and port")
        }
        var configuration = LabGatewayConfiguration(
            domain: ByteString("[\(address.ip)]"),
            address: address,
            callAgent: self.callAgentAddress,
            endpoints: endpoints.map { endpoint in
                let isCircuit = endpoint.hasPrefix("ds/") || endpoint.hasPrefix("t/")
                return LabGatewayConfiguration.Endpoint(ByteString(endpoint), kind: isCircuit ? .bearer : .line)
            }
        )
        change(&configuration)
        return self.add(name, configuration)
    }

    /// Cuts a media gateway off from the network.
    package func disconnect(_ mediaGateway: SimulatedMediaGateway) {
        self.network.setReachable(mediaGateway.node, false)
    }

    /// Connects it again.
    package func reconnect(_ mediaGateway: SimulatedMediaGateway) {
        self.network.setReachable(mediaGateway.node, true)
    }
}
