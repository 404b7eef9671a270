import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
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

    @Test(arguments: [true, false])
    func `a package passes to an end that takes it, and to no other`(isAnnounced: Bool) throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio(), headers: ["Recv-Info: foo"])
        let incoming = try bob.expectCall()
        #expect(incoming.received?.header(.recvInfo) == "foo")
        incoming.respond(200, body: bob.audio(), headers: isAnnounced ? ["Recv-Info: bar, baz"] : [])
        #expect(try out.expect(200).header(.recvInfo) == (isAnnounced ? "bar, baz" : nil))
        try incoming.expectACK()
        let body = ["Content-Type: application/bar"]
        out.request("INFO", headers: ["Info-Package: BAR;level=2"] + body, body: "x")
        if isAnnounced {
            try out.expect(200, to: .info)
            #expect(try incoming.expectRequest(.info).header(.infoPackage) == "BAR;level=2")
            incoming.reply(200, to: .info)
        } else {
            #expect(try out.expect(469, to: .info).header(.recvInfo)?.isEmpty == true)
        }
        out.request("INFO", headers: ["Info-Package: foo"] + body, body: "x")
        let refusal = try out.expect(469, to: .info)
        #expect(refusal.header(.recvInfo) == (isAnnounced ? "bar, baz" : ""))
        incoming.request("INFO", headers: ["Info-Package: foo"] + body, body: "y")
        try incoming.expect(200, to: .info)
        #expect(try out.expectRequest(.info).bodyText == "y")
        out.reply(200, to: .info)
        try Connection(out: out, incoming: incoming).hangUp()
        #expect(incoming.count(of: .info) == (isAnnounced ? 1 : 0))
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `packages that are announced later count from then on`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let call = try simulation.connect(alice, bob)
        let body = ["Content-Type: application/bar"]
        call.out.request("INFO", headers: ["Info-Package: bar"] + body, body: "x")
        try call.out.expect(469, to: .info)
        call.incoming.request("UPDATE", headers: ["Recv-Info: bar"])
        try call.incoming.expect(200, to: .update)
        call.out.request("INFO", headers: ["Info-Package: bar"] + body, body: "x")
        try call.out.expect(200, to: .info)
        #expect(try call.incoming.expectRequest(.info).header(.infoPackage) == "bar")
        call.incoming.reply(200, to: .info)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `where INFO does not pass no package is announced`() throws {
        let simulation = try Scenario.simulation { $0.sip.legPolicy.relaysInformation = false }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio(), headers: ["Recv-Info: foo"])
        let incoming = try bob.expectCall()
        #expect(incoming.received?.header(.recvInfo) == nil)
        incoming.respond(200, body: bob.audio(), headers: ["Recv-Info: bar"])
        #expect(try out.expect(200).header(.recvInfo) == nil)
        try incoming.expectACK()
        out.request("INFO", headers: ["Info-Package: bar", "Content-Type: application/bar"], body: "x")
        try out.expect(469, to: .info)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
