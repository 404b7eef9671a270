import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// A residential gateway with a thousand lines (RFC 3435 §4.4.6).
struct ManyLinesTests {
    @Test
    func `a restart in the middle of two hundred calls ends them all, and every line works again`() throws {
        let stage = try MGCPScenario.play(lines: 1000)
        stage.simulation.run(for: .seconds(5))
        let bob = stage.simulation.bob()
        bob.onCall = { call in
            call.respond(200, body: bob.audio())
        }
        for index in 1...200 {
            let line = stage.gateway.line("aaln/\(index)")
            line.goesOffHook()
            stage.simulation.run(for: .milliseconds(20))
            line.dials("200", gap: .milliseconds(20))
        }
        stage.simulation.run(for: .seconds(5))
        #expect(stage.simulation.callCount == 200)
        stage.gateway.restarts()
        #expect(stage.simulation.run(until: { stage.simulation.callCount == 0 }, within: .seconds(10)))
        for index in 1...200 {
            stage.gateway.line("aaln/\(index)").hangsUp()
        }
        stage.simulation.run(for: .seconds(30))
        for index in [1, 200, 201, 1000] {
            let line = stage.gateway.line("aaln/\(index)")
            line.goesOffHook()
            try line.expectTone("dl", within: .seconds(3))
            line.hangsUp()
        }
        try stage.finish()
    }

    @Test
    func `three hundred calls one after the other leave nothing`() throws {
        let stage = try MGCPScenario.play()
        let bob = stage.simulation.bob()
        bob.onCall = { call in
            call.respond(200, body: bob.audio())
        }
        for _ in 0..<300 {
            stage.carol.goesOffHook()
            stage.simulation.run(for: .milliseconds(50))
            stage.carol.dials("200", gap: .milliseconds(10))
            stage.simulation.run(for: .milliseconds(200))
            stage.carol.hangsUp()
            stage.simulation.run(for: .milliseconds(100))
        }
        try stage.finish()
        #expect(stage.simulation.records.count == 300)
    }
}
