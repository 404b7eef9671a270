import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §12.2.1.1: requests within a dialog follow the route set, loose or strict.
struct RouteTests {
    @Test(arguments: [true, false])
    func `a callee behind a proxy that records itself`(isLoose: Bool) throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let route = isLoose ? "<sip:127.0.0.3:5060;lr>" : "<sip:proxy@127.0.0.3:5060>"
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio(), headers: ["Record-Route: \(route)"])
        try out.expect(200)
        try incoming.expectACK()
        out.bye()
        let bye = try incoming.expectBye()
        let target = bye.requestURI?.text.description ?? ""
        if isLoose {
            #expect(bye.header(.route) == route)
            #expect(target == "sip:bob@127.0.0.3:5060")
        } else {
            #expect(target == "sip:proxy@127.0.0.3:5060")
            #expect(bye.header(.route)?.contains("sip:bob@127.0.0.3:5060") == true)
        }
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a caller behind a proxy that records itself`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio(), headers: ["Record-Route: <sip:127.0.0.2:5060;lr>"])
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        let answer = try out.expect(200)
        #expect(answer.header(.recordRoute) == "<sip:127.0.0.2:5060;lr>")
        incoming.bye()
        let bye = try out.expectBye()
        #expect(bye.header(.route) == "<sip:127.0.0.2:5060;lr>")
        try simulation.finish(allowsDirectMedia: true)
    }
}
