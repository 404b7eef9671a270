import CMeter
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit

/// What a whole call with anchored media costs in the gateway, from the INVITE to what is sent after the BYE.
///
/// The calls are played once in simulation. What the gateway was told is told to another one then, and only that counts:
/// no phone, no media gateway, no network.
enum CallCost {
    /// Who is called.
    enum Way: String, CaseIterable {
        case phone = "sip-sip"
        case line = "sip-line"
        /// The same behind a gateway that wants a request for each notification.
        case lineInSteps = "sip-line-steps"
    }

    /// Plays that many calls of each way and prints the cost of one.
    static func measure(calls: Int, of ways: [Way]) throws {
        for way in ways {
            let (recording, start) = try self.record(way, calls: calls)
            var best = Int64.max
            var allocations: UInt64 = 0
            for _ in 0..<3 {
                var gateway = recording.gateway()
                _ = recording.play(0..<start, to: &gateway)
                cmeter_reset()
                let before = cmeter_cpu()
                let sent = self.replay(recording, start..<recording.inputs.count, to: &gateway)
                best = min(best, cmeter_cpu() - before)
                allocations = cmeter_allocations()
                precondition(sent >= calls * 7 && gateway.callCount == 0, "the calls are played as they were recorded")
            }
            print("ns-per-replayed-call:\(way.rawValue) \(best / Int64(calls))")
            print("allocations-per-replayed-call:\(way.rawValue) \(allocations / UInt64(calls))")
        }
    }

    /// A function of its own, which callgrind is told to look at: `--toggle-collect='*replayCalls*'`.
    @inline(never)
    private static func replay(_ recording: GatewayRecording, _ part: Range<Int>, to gateway: inout Gateway) -> Int {
        replayCalls { recording.play(part, to: &gateway) }
    }

    /// Calls, one after the other, as they reach a gateway; and the place where the first of them begins.
    private static func record(_ way: Way, calls: Int) throws -> (recording: GatewayRecording, start: Int) {
        let simulation = Simulation(try House.configuration(gateways: 1, lines: 10, loops: way == .line))
        simulation.recordsInputs = true
        let house = House(simulation, gateways: 1, lines: 10)
        let alice = simulation.phone("alice", at: "127.0.0.2:5060")
        let bob = simulation.phone("bob", at: "127.0.0.3:5060")
        bob.onCall = { call in
            call.respond(180)
            simulation.after(.milliseconds(20)) { call.respond(200, body: SDPText.audio("127.0.0.3")) }
        }
        house.restart(for: .seconds(40))
        let start = simulation.recording.inputs.count
        for number in 0..<calls {
            let place = number % 10
            let call = alice.invite(
                way == .phone ? "200" : "\(10_000 + place)",
                offer: SDPText.audio("127.0.0.2")
            )
            if way != .phone {
                try house.line(place).expectRing(within: .seconds(2))
                simulation.run(for: .milliseconds(20))
                house.line(place).goesOffHook()
            }
            try call.expect(200, within: .seconds(2))
            simulation.run(for: .milliseconds(20))
            call.bye()
            simulation.run(for: .milliseconds(20))
            if way != .phone {
                house.line(place).hangsUp()
            }
            // 100 calls a second, as on the wire: transactions of a few thousand former ones are waiting for repetitions.
            simulation.run(for: .milliseconds(20))
            if number % 100 == 99 {
                simulation.forgetHistory()
            }
        }
        simulation.run(for: .seconds(60))
        return (simulation.recording, start)
    }
}

/// What callgrind is told to look at.
@inline(never)
func replayCalls(_ body: () -> Int) -> Int {
    body()
}
