import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §8.2.2.2: the same request arrives by two ways.
struct MergedRequestTests {
    @Test
    func `the second way gets 482`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        guard let original = simulation.network.wire.first(where: { $0.sender != .gateway }) else {
            throw Unexpected("nothing was sent")
        }
        let text = String(decoding: original.bytes, as: UTF8.self)
        let branch = text.split(separator: "branch=").dropFirst().first?.prefix { !";\r\n".contains($0) } ?? ""
        alice.sendRaw(Array(text.replacing(branch, with: "z9hG4bK-another-way").utf8))
        simulation.run(for: .seconds(1))
        #expect(out.strayStatuses(simulation, to: alice).contains(482))
        incoming.respond(486)
        try out.expect(486)
        alice.sendRaw(Array(Scenario.acknowledgement(of: text.replacing(branch, with: "z9hG4bK-another-way")).utf8))
        try simulation.finish(allowsDirectMedia: true)
    }
}
