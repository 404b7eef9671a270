import MGCPSyntax
import ProtocolKit
import SimulationKit
import Testing

/// F1: two lines of one gateway.
struct LineToLineTests {
    @Test
    func `one calls the other, and the other hangs up first`() throws {
        let stage = try MGCPScenario.play()
        try stage.carol.calls("101")
        let ring = try stage.dave.expectRing(within: .seconds(3))
        #expect(ring.number == "100")
        try stage.carol.expectTone("rt", within: .seconds(2))
        stage.dave.goesOffHook()
        try stage.carol.expectTalk(within: .seconds(2))
        try stage.dave.expectTalk(within: .seconds(2))
        stage.simulation.run(for: .seconds(5))
        stage.dave.hangsUp()
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.dave.expectNoConnection(within: .seconds(2))
        try stage.finish()
    }

    @Test
    func `a line that calls itself is busy`() throws {
        let stage = try MGCPScenario.play()
        try stage.carol.calls("100")
        try stage.carol.expectTone("bz", within: .seconds(5))
        try stage.finish()
    }

    @Test
    func `both call each other at once, and both hear busy`() throws {
        let stage = try MGCPScenario.play()
        stage.carol.goesOffHook()
        stage.dave.goesOffHook()
        try stage.carol.expectTone("dl")
        try stage.dave.expectTone("dl")
        stage.carol.dials("101")
        stage.dave.dials("100")
        try stage.carol.expectTone("bz", within: .seconds(5))
        try stage.dave.expectTone("bz", within: .seconds(5))
        try stage.finish()
    }
}
