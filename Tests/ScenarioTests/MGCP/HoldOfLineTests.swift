import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// §5.4 of the tables: a SIP phone puts a line on hold.
struct HoldOfLineTests {
    @Test(arguments: ["sendonly", "inactive"])
    func `the line's connection follows the phone's direction`(direction: String) throws {
        let stage = try MGCPScenario.play(media: "direct")
        let alice = stage.simulation.alice()
        let call = try stage.connect(alice)
        call.reinvite(alice.audio(direction: direction, version: 2))
        #expect(try call.expect(200).direction == (direction == "sendonly" ? "recvonly" : "inactive"))
        try stage.carol.expect("hold", within: .seconds(3)) { stage.carol.connection?.sends == false }
        call.reinvite(alice.audio(version: 3))
        #expect(try call.expect(200).direction == "sendrecv")
        try stage.carol.expectTalk(within: .seconds(3))
        call.bye()
        try stage.finish(allowsDirectMedia: true)
    }

    @Test
    func `with anchored media the line can be held and resumed`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = try stage.connect(alice)
        call.reinvite(alice.audio(direction: "sendonly", version: 2))
        #expect(try call.expect(200).direction == "recvonly")
        call.reinvite(alice.audio(version: 3))
        #expect(try call.expect(200).direction == "sendrecv")
        try stage.carol.expectTalk(within: .seconds(3))
        call.bye()
        try stage.finish()
    }
}
