import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SimulationKit

/// The telephones and circuits of media gateways.
extension TrialStage {
    /// A telephone behind a gateway of its own.
    func addLine(_ name: ByteString, at address: TransportAddress) {
        let gateway = self.simulation.mediaGateway("\(name)", at: address.description, endpoints: ["aaln/1"])
        self.mediaGateways[name] = gateway
        let target = "line/\(name)"
        let peer = self.peer(for: target)
        gateway.onNote = { [weak self] note, _ in
            if case .rings(let ring) = note {
                self?.take(ring, on: gateway.line("aaln/1"), target, peer)
            }
        }
        guard peer.behavior != .isAbsent else {
            return
        }
        gateway.restarts()
    }

    /// Lets those be busy or fall silent who do so before they are called.
    func setMoods() {
        for line in self.cast.lines.map(\.settings) {
            guard let gateway = self.mediaGateways[line.name] else {
                continue
            }
            switch self.peer(for: "line/\(line.name)").behavior {
            case .fails(.userBusy): gateway.line("aaln/1").goesOffHook()
            case .isSilent: gateway.crashes()
            default: break
            }
        }
        for group in self.cast.groups.map(\.settings) where self.peer(for: "trunk/\(group.name)/").behavior == .isSilent
        {
            self.mediaGateways[group.name]?.crashes()
        }
        self.simulation.run(for: Self.pause)
    }

    /// How long the world is left to itself before the call that counts.
    static let pause: Duration = .seconds(1)

    private func take(_ ring: LabRing, on line: LabLine, _ target: String, _ peer: TrialPeer) {
        self.arrivals.append(
            Arrival(
                target: target,
                invite: nil,
                number: "",
                callerNumber: ring.number?.description ?? "",
                callerName: ring.name?.description ?? ""
            )
        )
        guard peer.behavior == .answers else {
            return
        }
        self.simulation.after(peer.after) { [simulation = self.simulation] in
            guard line.rings != nil else {
                return
            }
            line.goesOffHook()
            if let delay = peer.hangsUpAfter {
                simulation.after(delay) { line.hangsUp() }
            }
        }
    }

    /// Two circuits of a group, behind a gateway of its own.
    func addCircuits(_ group: ByteString, at address: TransportAddress) {
        let names = ["ds/1", "ds/2"]
        let gateway = self.simulation.mediaGateway("\(group)", at: address.description, endpoints: names) { lab in
            for index in lab.endpoints.indices {
                lab.endpoints[index].kind = .trunk("MS")
            }
        }
        self.mediaGateways[group] = gateway
        gateway.onNote = { [weak self] note, endpoint in
            if case .seized(let digits) = note, let endpoint {
                let circuit = gateway.circuit(endpoint.description)
                self?.take(digits.description, on: circuit, "trunk/\(group)/\(digits)")
            }
        }
        if self.peer(for: "trunk/\(group)/").behavior != .isAbsent {
            gateway.restarts()
        }
    }

    private func take(_ number: String, on circuit: LabTrunk, _ target: String) {
        self.arrivals.append(
            Arrival(target: target, invite: nil, number: number, callerNumber: "", callerName: "")
        )
        let peer = self.peer(for: target)
        self.simulation.after(peer.after) { [simulation = self.simulation] in
            switch peer.behavior {
            case .answers:
                circuit.answers()
                if let delay = peer.hangsUpAfter {
                    simulation.after(delay) { circuit.releases() }
                }
            case .fails(let cause):
                circuit.releases(cause: "\(cause.rawValue)")
            case .refuses, .redirects:
                circuit.releases()
            case .rings, .isSilent, .isAbsent:
                break
            }
        }
    }
}
