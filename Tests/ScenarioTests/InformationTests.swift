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

    @Test(arguments: ["5", "#", "d", "42*"])
    func `digits without a duration reach the other side with one`(body: String) throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.request("INFO", headers: ["Content-Type: application/dtmf"], body: body)
        try call.incoming.expect(200, to: .info)
        var relayed: [SIPMessage] = []
        for _ in body {
            relayed.append(try call.out.expectRequest(.info))
            call.out.reply(200, to: .info)
        }
        // The network may turn them about; their numbers tell the order.
        let ordered = relayed.sorted { $0.cseq.number < $1.cseq.number }
        for (digit, request) in zip(body.uppercased(), ordered) {
            #expect(request.header(.contentType) == "application/dtmf-relay")
            #expect(request.bodyText.contains("Signal=\(digit)\r\n"))
            #expect(request.bodyText.contains("Duration="))
        }
        simulation.run(for: .seconds(5))
        #expect(call.out.count(of: .info) == body.count)
        try call.hangUp()
        try simulation.finish()
    }

    @Test
    func `events in the media pass where both sides have agreed on them`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.run(for: .seconds(1))
        #expect(
            simulation.relay.anchors.values.allSatisfy { $0.streams.allSatisfy { $0.formats.events.contains(101) } }
        )
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 101)
        try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 101)
        try call.hangUp()
        try simulation.finish()
    }

    @Test
    func `events that only one side knows are no events, and its digits come by INFO`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio(formats: [0]))
        #expect(try !out.expect(200).bodyText.contains("telephone-event"))
        let call = Connection(out: out, incoming: incoming)
        call.out.request(
            "INFO",
            headers: ["Content-Type: application/dtmf-relay"],
            body: "Signal=7\r\nDuration=250\r\n"
        )
        try call.out.expect(200, to: .info)
        let relayed = try call.incoming.expectRequest(.info)
        #expect(relayed.bodyText.contains("Signal=7\r\nDuration=250"))
        call.incoming.reply(200, to: .info)
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        try call.hangUp()
        try simulation.finish()
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

    @Test
    func `digits in INFO that come at once go on in their order`() throws {
        let simulation = try Scenario.simulation()
        let call = try simulation.connect(simulation.alice(), simulation.bob())
        let digits = ["1", "2", "3", "4", "5", "6"]
        for digit in digits {
            call.out.request("INFO", headers: ["Content-Type: application/dtmf"], body: digit)
        }
        var relayed: [String] = []
        for _ in digits {
            relayed.append(String(try call.incoming.expectRequest(.info).bodyText.prefix(8)))
            call.incoming.reply(200, to: .info)
        }
        #expect(relayed == digits.map { "Signal=\($0)" })
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
