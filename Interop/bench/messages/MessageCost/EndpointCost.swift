import CMeter
import GatewayCore
import ProtocolKit
import SimulationKit

/// What ten thousand endpoints hold: announced one by one, audited, told what to report.
enum EndpointCost {
    private static let gateways = 10
    private static let lines = 1_000

    /// Prints the most memory that they held, with what they were configured by.
    static func measure() throws {
        let simulation = Simulation(try House.configuration(gateways: self.gateways, lines: self.lines))
        simulation.recordsInputs = true
        let house = House(simulation, gateways: self.gateways, lines: self.lines)
        house.restart(for: .seconds(90), oneByOne: true)
        let recording = simulation.recording
        cmeter_reset()
        let before = cmeter_cpu()
        let configuration = try House.configuration(gateways: self.gateways, lines: self.lines)
        var gateway = recording.gateway(madeOf: configuration)
        let sent = recording.play(0..<recording.inputs.count, to: &gateway)
        let time = cmeter_cpu() - before
        precondition(sent >= 2 * self.gateways * self.lines, "every endpoint is answered and audited")
        print("mib-of-10000-endpoints:tandem \(Double(cmeter_peak()) / 1_048_576)")
        print("us-per-restarted-endpoint:tandem \(time / Int64(self.gateways * self.lines) / 1_000)")
        precondition(gateway.callCount == 0)
    }
}
