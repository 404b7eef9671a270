import ProtocolKit
import SimulationKit

/// What goes wrong at one boundary between two messages.
enum BoundaryFault: String, CaseIterable, Sendable {
    /// The datagram is lost.
    case lost
    /// It comes twice.
    case doubled
    /// It comes three seconds late, behind its repetitions.
    case delayed
    /// The media gateway forgets everything and is back after five seconds.
    case gatewayRestarts
    /// It is back only after a minute and a half.
    case gatewayFailsLong
    /// It says nothing any more, and hears nothing.
    case gatewayIsSilent
    /// The phone has left the network without a word.
    case phoneVanishes
    /// The call agent is killed, and another one starts that knows nothing of what was.
    case agentRestarts

    /// Makes it happen to the datagram with this number, counted from the next one, or as that is sent.
    func happens(to number: Int, on stage: BoundaryStage) {
        let simulation = stage.simulation
        var count = 0
        // Every datagram is asked for here first.
        simulation.network.loses = { _ in
            count += 1
            guard count == number + 1 else {
                return false
            }
            simulation.after(.zero) { self.strike(stage) }
            return self == .lost
        }
        simulation.network.repeats = { _ in self == .doubled && count == number + 1 }
        simulation.network.delays = { _ in self == .delayed && count == number + 1 ? .seconds(3) : .zero }
    }

    private func strike(_ stage: BoundaryStage) {
        switch self {
        case .lost, .doubled, .delayed: break
        case .gatewayRestarts: self.fail(stage, for: .seconds(5))
        case .gatewayFailsLong: self.fail(stage, for: .seconds(90))
        case .gatewayIsSilent: stage.gateway.crashes()
        case .phoneVanishes:
            stage.simulation.disconnect(stage.alice)
            stage.simulation.disconnect(stage.bob)
        case .agentRestarts: stage.simulation.restartGateway()
        }
    }

    private func fail(_ stage: BoundaryStage, for duration: Duration) {
        stage.gateway.crashes()
        stage.simulation.after(duration) { stage.gateway.comesBack() }
    }
}
