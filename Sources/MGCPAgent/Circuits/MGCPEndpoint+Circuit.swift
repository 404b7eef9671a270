import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What happens to a circuit.
extension MGCPEndpoint {
    /// A call takes the circuit.
    mutating func placeOnCircuit(_ placement: CircuitPlacement, leg id: LegID, _ services: inout CallAgentServices) {
        var leg = EndpointLeg(
            id: id,
            callID: services.mintCallID(),
            stage: .ringing,
            connection: MGCPConnection(mode: .receiveOnly)
        )
        leg.number = placement.number
        leg.offersFirst = placement.offer == nil
        leg.placement = placement
        if let offer = placement.offer, leg.takeRemote(offer) == nil {
            services.legs[id] = nil
            services.report(.released(.local(.mediaMismatch, .incompatibleDestination)), from: id)
            return
        }
        if placement.offer != nil, self.circuit?.settings.signaling == .bearer {
            leg.stage = .answering
            leg.connection.terms.mode = .sendReceive
        }
        services.legs[id] = self.index
        self.legs.append(leg)
    }

    /// The gateway has made the connection of a leg.
    mutating func circuitConnected(_ place: Int, _ services: inout CallAgentServices) {
        self.legs[place].placement = nil
        self.reportAnswered(place, &services)
    }

    /// The call that the circuit brought is answered.
    mutating func circuitAccepted(_ place: Int, _ services: inout CallAgentServices) {}

    /// A leg of the circuit is over.
    mutating func circuitLost(_ leg: LegID, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        self.circuit?.idleSince = services.now
        self.circuit?.outgoingDigits = []
    }

    /// What the other end of the circuit does.
    mutating func receiveCircuitEvents(_ events: [MGCPSignal], _ services: inout CallAgentServices) {}

    /// What was waited for has taken too long.
    mutating func expireCircuit(_ services: inout CallAgentServices) {}
}
