import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// ITU-T T.38 Annex D: the call turns into a fax, or does not.
struct FaxTests {
    @Test(arguments: [false, true])
    func `a switch to T.38 and its refusal`(isAccepted: Bool) throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.reinvite(SDPText.fax("127.0.0.3"))
        let offer = try call.out.expectRequest(.invite)
        #expect(offer.bodyText.contains("udptl t38"))
        if isAccepted {
            call.out.reply(200, to: .invite, body: SDPText.fax("127.0.0.2"))
            #expect(try call.incoming.expect(200).bodyText.contains("udptl t38"))
        } else {
            call.out.reply(488, to: .invite)
            try call.incoming.expect(488)
        }
        // What comes next finds the call in order either way.
        call.incoming.reinvite(bob.audio(version: 3))
        #expect(try call.out.expectRequest(.invite).bodyText.contains("m=audio"))
        call.out.reply(200, to: .invite, body: alice.audio(version: 3))
        #expect(try call.incoming.expect(200).bodyText.contains("m=audio"))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
