import Foundation
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Many calls by SIP and MGCP, one after the other through the same gateway, over a network that loses some packets:
/// connections, transactions, legs and ports return to zero.
///
/// `TANDEM_CALLS` says how many; a hundred thousand want an optimised build.
struct MixedCallsTests {
    static let callCount = ProcessInfo.processInfo.environment["TANDEM_CALLS"].flatMap { Int($0) } ?? 240
    private static let callsOfRound = 40

    @Test(arguments: [0, 3, 10] as [UInt64])
    func `nothing of them is left`(loss: UInt64) throws {
        let stage = try BoundaryStage(
            seed: loss + 1,
            conditions: NetworkConditions(
                loss: loss,
                duplication: loss / 2,
                reordering: loss / 2,
                latency: .milliseconds(2),
                jitter: .milliseconds(5)
            )
        )
        var random = IdentifierSource(seed: loss &+ 3)
        for round in 0..<max(1, Self.callCount / 3 / Self.callsOfRound) {
            for _ in 0..<Self.callsOfRound {
                let flow = BoundaryFlow.all[Int(random.number(below: UInt64(BoundaryFlow.all.count)))]
                let call = flow.play(on: stage)
                // All at once, so that ends cross.
                stage.everybodyHangsUp(call)
                stage.pause()
                stage.everybodyHangsUp(call)
                stage.pause()
            }
            do {
                try stage.expectEnd(within: .seconds(300))
                guard stage.simulation.run(until: { stage.simulation.isIdle }, within: .seconds(300)) else {
                    throw Unexpected("a media gateway is not idle")
                }
                let left = stage.gateway.gateway.endpoints.flatMap(\.connections)
                #expect(left.isEmpty && stage.simulation.relay.faults.isEmpty, "round \(round)")
            } catch {
                Issue.record("round \(round): \("\(error)".suffix(8_000))")
                return
            }
            stage.simulation.forgetHistory()
        }
        // What was lost may have left a line to be found by the next audit only.
        stage.simulation.network.conditions = .perfect
        stage.simulation.run(for: .seconds(120))
        try stage.expectUsable()
        try stage.simulation.finish()
    }
}
