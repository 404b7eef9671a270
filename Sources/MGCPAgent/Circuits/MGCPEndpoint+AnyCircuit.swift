import CallModel
import MGCPSyntax
import ProtocolKit

/// A leg whose connection a gateway has made on another circuit than the one that was thought of.
struct CircuitChange: Sendable {
    let leg: EndpointLeg
    let gateway: Int
    let circuit: EndpointName
}

/// Groups of which the gateway chooses the circuit (RFC 3435 §2.1.2, `$`).
extension MGCPEndpoint {
    /// Whom a CRCX names: this endpoint, or any one beside it.
    var nameToCreateOn: EndpointName {
        guard self.circuit?.settings.selection == .gateway else {
            return self.name
        }
        var name: [UInt8] = []
        for term in self.name.terms.dropLast() {
            name.append(contentsOf: term)
            name.append(0x2F)
        }
        name.append(contentsOf: [0x24, 0x40])
        name.append(contentsOf: self.name.domain.text.bytes)
        return EndpointName(ByteString(name)) ?? self.name
    }

    /// The gateway has chosen another circuit (§2.3.5, `Z`): the leg goes there; `false` when it is this one.
    mutating func leaves(_ place: Int, _ response: MGCPResponse, _ services: inout CallAgentServices) -> Bool {
        guard self.circuit?.settings.selection == .gateway,
            let chosen = (try? response.parameters.first(SpecificEndpoint.self))?.endpoint,
            chosen.localName != self.name.localName
        else {
            return false
        }
        let leg = self.legs.remove(at: place)
        self.resetCircuit(&services)
        services.changes.append(CircuitChange(leg: leg, gateway: self.gateway, circuit: chosen))
        return true
    }

    /// Takes a leg whose connection is here.
    mutating func adopt(_ leg: EndpointLeg, _ services: inout CallAgentServices) {
        services.legs[leg.id] = leg.isLive ? self.index : nil
        self.legs.append(leg)
        self.circuit?.leg = leg.id
        if leg.isLive {
            self.circuitConnected(self.legs.count - 1, &services)
        }
    }
}

extension MGCPCallAgent {
    /// Brings a leg to the circuit that the gateway has chosen for it.
    mutating func carryOut(_ change: CircuitChange) {
        let name = NameAtGateway(gateway: change.gateway, localName: change.circuit.localName)
        guard let index = self.names[name], self.endpoints[index]?.circuit != nil,
            self.endpoints[index]?.legs.isEmpty == true
        else {
            // It cannot be spoken to: what a circuit is that nobody has configured is not known.
            self.services.legs[change.leg.id] = nil
            self.services.report(
                .released(.local(.protocolViolation, .protocolError)),
                from: change.leg.id
            )
            return
        }
        self.change(index) { endpoint, services in
            endpoint.adopt(change.leg, &services)
        }
    }
}
