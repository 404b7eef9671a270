import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3264 §8.4, RFC 6337 §5.3: one side holds the other and resumes, in every form there is.
struct HoldTests {
    static let forms = ["sendonly", "inactive", "0.0.0.0"]

    @Test(arguments: Self.forms, ["direct", "anchor"])
    func `hold and resume reach the other side as they were meant`(form: String, media: String) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        let hold =
            form == "0.0.0.0"
            ? alice.audio(version: 2).replacing("c=IN IP4 127.0.0.2", with: "c=IN IP4 0.0.0.0")
            : alice.audio(direction: form, version: 2)
        call.out.reinvite(hold)
        let offer = try call.incoming.expectRequest(.invite)
        #expect(
            form == "0.0.0.0"
                ? offer.bodyText.contains("c=IN IP4 0.0.0.0") || offer.direction != "sendrecv" : offer.direction == form
        )
        if media == "anchor", form != "0.0.0.0" {
            // RFC 3264 §8.4: nothing but the direction tells a hold.
            #expect(offer.bodyText.contains("c=IN IP4 127.0.0.1"))
        }
        call.incoming.reply(
            200,
            to: .invite,
            body: bob.audio(direction: form == "inactive" ? "inactive" : "recvonly", version: 2)
        )
        let answer = try call.out.expect(200)
        #expect(answer.direction == (form == "inactive" ? "inactive" : "recvonly"))
        simulation.run(for: .seconds(3))
        if media == "anchor" {
            // Held media is not passed on to whoever wants to hear nothing (RFC 3264 §5.1).
            #expect(throws: Unexpected.self) {
                try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 0)
            }
        }
        call.out.reinvite(alice.audio(version: 3))
        let resume = try call.incoming.expectRequest(.invite)
        #expect(resume.direction == "sendrecv")
        call.incoming.reply(200, to: .invite, body: bob.audio(version: 3))
        #expect(try call.out.expect(200).direction == "sendrecv")
        if media == "anchor" {
            simulation.run(for: .seconds(1))
            try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 0)
            try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        }
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: media == "direct")
    }

    @Test
    func `the callee holds and resumes`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.reinvite(bob.audio(direction: "sendonly", version: 2))
        #expect(try call.out.expectRequest(.invite).direction == "sendonly")
        call.out.reply(200, to: .invite, body: alice.audio(direction: "recvonly", version: 2))
        #expect(try call.incoming.expect(200).direction == "recvonly")
        call.incoming.reinvite(bob.audio(version: 3))
        #expect(try call.out.expectRequest(.invite).direction == "sendrecv")
        call.out.reply(200, to: .invite, body: alice.audio(version: 3))
        #expect(try call.incoming.expect(200).direction == "sendrecv")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
