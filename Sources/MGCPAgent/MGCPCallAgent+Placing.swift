import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// Where legs are placed.
extension MGCPCallAgent {
    /// Adds a line of the configuration; one of an unknown gateway is left out.
    mutating func add(_ settings: LineSettings) {
        guard let gateway = self.gateway(named: settings.gateway), self.lines[settings.name] == nil,
            let name = self.endpointName(settings.endpoint, gateway)
        else {
            return
        }
        let lineClass = self.services.lineClass(settings.lineClass)
        self.lines[settings.name] = self.add(name, gateway) { $0.line = Line(settings, lineClass) }
    }

    /// Adds an endpoint; `nil` when there is one of that name.
    mutating func add(
        _ name: EndpointName,
        _ gateway: Int,
        _ change: (inout MGCPEndpoint) -> Void
    ) -> SlabIndex? {
        let key = NameAtGateway(gateway: gateway, localName: name.localName)
        guard self.names[key] == nil else {
            return nil
        }
        let settings = self.services.settings(gateway).value
        let index = self.endpoints.insert { index in
            let scope = EndpointAuditScope(for: settings)
            var endpoint = MGCPEndpoint(
                index,
                name,
                gateway: gateway,
                auditScope: scope,
                takesLoops: settings.takesLoops
            )
            change(&endpoint)
            return endpoint
        }
        self.names[key] = index
        self.endpointsOfGateways[gateway, default: []].append(index)
        return index
    }

    func gateway(named name: ByteString) -> Int? {
        self.services.configuration.gateways.firstIndex { $0.name == name }
    }

    func endpointName(_ localName: ByteString, _ gateway: Int) -> EndpointName? {
        EndpointName(ByteString(localName.bytes + [0x40] + self.services.settings(gateway).value.domain.bytes))
    }

    /// Places a leg; what stands against it is reported as its end.
    mutating func place(_ setup: CallSetup, to target: Target, offer: SessionDescription?, leg: LegID) {
        switch target {
        case .line(let name):
            guard let index = self.lines[name] else {
                self.services.report(.released(.local(.noRoute, .unallocatedNumber)), from: leg)
                return
            }
            self.services.legs[leg] = index
            self.change(index) { endpoint, services in
                endpoint.placeOnLine(setup, offer: offer, leg: leg, &services)
            }
        case .circuits(let group, let number):
            let placement = CircuitPlacement(setup: setup, group: group, number: number, offer: offer)
            self.placeOnCircuit(placement, leg: leg)
        case .uri, .user, .dialed, .trunk, .contact:
            self.services.report(.released(.local(.noRoute, .noRouteToDestination)), from: leg)
        }
    }
}
