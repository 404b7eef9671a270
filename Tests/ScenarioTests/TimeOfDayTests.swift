import CallModel
import GatewayCore
import ProtocolKit
import SimulationKit
import Testing

/// The wall clock of a simulation says what the scenario wants.
struct TimeOfDayTests {
    @Test
    func `a call is recorded at the time of day at which it was made`() throws {
        let moment = CivilTime(nanoseconds: 1_798_131_600_000_000_000)
        let simulation = Simulation(try Scenario.configuration(plan: Scenario.bob), firstMoment: moment)
        let (alice, bob) = (simulation.alice(), simulation.bob())
        simulation.run(for: .seconds(90))
        try simulation.connect(alice, bob).hangUp()
        try simulation.finish(allowsDirectMedia: true)

        #expect(simulation.records.map(\.started.seconds) == [moment.seconds + 90])
    }
}
