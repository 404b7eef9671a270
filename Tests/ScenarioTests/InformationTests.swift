import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 6086: INFO passes with its body, digits as digits.
struct InformationTests {
    @Test
    func `an INFO crosses the call`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.request("INFO", headers: ["Content-Type: application/x-picture"], body: "fast update")
        try call.out.expect(200, to: .info)
        let relayed = try call.incoming.expectRequest(.info)
        #expect(relayed.bodyText == "fast update")
        #expect(relayed.header(.contentType) == "application/x-picture")
        call.incoming.reply(200, to: .info)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `digits in INFO reach the other side once`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        for digit in ["1", "2", "#"] {
            call.out.request(
                "INFO",
                headers: ["Content-Type: application/dtmf-relay"],
                body: "Signal=\(digit)\r\nDuration=160\r\n"
            )
            try call.out.expect(200, to: .info)
            let relayed = try call.incoming.expectRequest(.info)
            #expect(relayed.bodyText.contains("Signal=\(digit)"))
            call.incoming.reply(200, to: .info)
        }
        #expect(call.incoming.count(of: .info) == 3)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
