import Foundation
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Restarts of many endpoints at once (RFC 3435 §4.4.6): their calls end, all are audited at a bounded rate, and calls of
/// others are not delayed by it.
///
/// `TANDEM_ENDPOINTS` says how many endpoints there are in the storm; ten thousand want an optimised build.
struct MassRestartTests {
    static let endpointCount = ProcessInfo.processInfo.environment["TANDEM_ENDPOINTS"].flatMap { Int($0) } ?? 500

    @Test(arguments: [0, 5, 40])
    func `a gateway of a thousand lines restarts in the middle of two hundred calls`(outage: Int64) throws {
        let stage = try MassStage(gateways: 1, lines: 1_000, settling: .seconds(10))
        let calls = (0..<200).map { stage.call($0) }
        stage.simulation.run(for: .seconds(1))
        // A third talks, a third rings, and the last is being answered as it happens.
        for place in 0..<66 {
            stage.line(place).goesOffHook()
        }
        stage.simulation.run(for: .seconds(1))
        #expect(calls.count { $0.isEstablished } == 66)
        for place in 66..<132 {
            stage.line(place).goesOffHook()
        }
        stage.gateways[0].crashes()
        stage.simulation.run(for: .seconds(outage))
        let back = stage.simulation.network.wire.count
        let start = stage.simulation.now
        stage.gateways[0].comesBack()

        let isOver = { (call: PhoneCall) in call.isOver || call.statuses.contains { $0 >= 300 } }
        let allOver = { calls.allSatisfy(isOver) && stage.simulation.callCount == 0 }
        #expect(stage.simulation.run(until: allOver, within: .seconds(20)))
        stage.simulation.run(for: .seconds(60))
        let audits = stage.audits(since: back)
        #expect(audits.endpoints == 1_000)
        #expect(start.duration(to: audits.last) < .seconds(60))
        for place in 0..<132 {
            stage.line(place).hangsUp()
        }
        stage.simulation.run(for: .seconds(5))
        for place in [0, 70, 140, 999] {
            _ = try stage.timedCall(place)
        }
        try stage.expectNothingLeft()
    }

    @Test
    func `a storm of restarts delays no call, and all endpoints are audited within a minute`() throws {
        let lines = max(50, Self.endpointCount / 10)
        let callers = 40
        let stage = try MassStage(gateways: 10, lines: lines, settling: .seconds(45))
        let places = (0..<callers).map { $0 % 10 * lines + $0 / 10 }
        let calm = try places.map { try stage.timedCall($0) }
        stage.simulation.run(for: .seconds(5))
        let first = stage.simulation.network.wire.count
        let start = stage.simulation.now
        for (number, gateway) in stage.gateways.enumerated() {
            for line in 5...lines {
                // The ten gateways start within a second of each other, as after a power failure.
                stage.simulation.after(.milliseconds(Int64(number * 100))) {
                    gateway.restarts(of: "aaln/\(line)")
                }
            }
        }
        let stormy = try places.map { place in
            stage.simulation.run(for: .milliseconds(20))
            return try stage.timedCall(place)
        }
        let limit = Duration.milliseconds(20)
        #expect(Self.longest(stormy.map(\.ringing)) <= Self.longest(calm.map(\.ringing)) + limit)
        #expect(Self.longest(stormy.map(\.answer)) <= Self.longest(calm.map(\.answer)) + limit)
        stage.simulation.run(for: .seconds(60))
        let audits = stage.audits(since: first, from: 5)
        #expect(audits.endpoints == 10 * (lines - 4))
        #expect(start.duration(to: audits.last) < .seconds(60))
        print(
            """
            \(10 * lines) endpoints: ringing \(Self.longest(calm.map(\.ringing))) calm, \
            \(Self.longest(stormy.map(\.ringing))) in the storm; answer \(Self.longest(calm.map(\.answer))), \
            \(Self.longest(stormy.map(\.answer))); audited in \(start.duration(to: audits.last))
            """
        )
        try stage.expectNothingLeft()
    }

    private static func longest(_ durations: [Duration]) -> Duration {
        durations.max() ?? .zero
    }
}
