import CallModel
import Foundation
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Calls over a network that loses, doubles, delays and cuts: whatever happens, no call is inconsistent and nothing is left.
///
/// `TANDEM_SEEDS` says how many calls; an optimised build plays a thousand in well under a minute.
struct SeedStormTests {
    static let seedCount = ProcessInfo.processInfo.environment["TANDEM_SEEDS"].flatMap { Int($0) } ?? 200

    @Test
    func `calls over a bad network end clean`() {
        for seed in 0..<Self.seedCount {
            do {
                var storm = try Storm(seed: UInt64(seed))
                try storm.play()
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }
}

/// One call in bad weather; everything about it follows from the seed.
private struct Storm {
    private let simulation: Simulation
    private var random: IdentifierSource
    private let isAnchored: Bool

    init(seed: UInt64) throws {
        self.random = IdentifierSource(seed: seed &+ 9)
        let conditions = NetworkConditions(
            loss: self.random.number(below: 31),
            duplication: self.random.number(below: 11),
            reordering: self.random.number(below: 11),
            latency: .milliseconds(2),
            jitter: .milliseconds(Int64(self.random.number(below: 50)))
        )
        self.isAnchored = self.random.number(below: 2) == 0
        self.simulation = try Scenario.simulation(
            plan: self.isAnchored ? Scenario.anchoredBob : Scenario.bob,
            seed: seed,
            conditions: conditions
        )
    }

    mutating func play() throws {
        let simulation = self.simulation
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = self.chance(50)
        let out = alice.invite("bob", offer: alice.audio())
        self.script(bob)
        self.script(out, alice, bob)
        simulation.run(for: .seconds(100))
        try simulation.finish(allowsDirectMedia: !self.isAnchored)
    }

    /// What the callee does: ring, perhaps reliably, then answer, refuse or never say anything more.
    private mutating func script(_ bob: Phone) {
        let simulation = self.simulation
        let isReliable = self.chance(40)
        let verdict = self.random.number(below: 10)
        let delay = self.seconds(below: 8)
        bob.onCall = { call in
            let offered = call.received?.header(.supported)?.contains("100rel") == true
            if isReliable, offered {
                call.respondReliably(183, body: bob.audio())
            } else {
                call.respond(180)
            }
            call.onRequest = { request in
                guard request.method == .invite || request.method == .update else {
                    return false
                }
                call.reply(200, to: request.method, body: request.body.isEmpty ? "" : bob.audio(version: 2))
                return true
            }
            simulation.after(delay) {
                guard !call.isCancelled else {
                    return
                }
                switch verdict {
                case 0: call.respond(486)
                case 1: call.respond(503)
                case 2: break
                default: call.respond(200, body: isReliable && offered ? "" : bob.audio())
                }
            }
        }
    }

    /// What the caller does: give up or hang up at some moment, hold before that, and lose the network for a while.
    private mutating func script(_ out: PhoneCall, _ alice: Phone, _ bob: Phone) {
        let simulation = self.simulation
        if self.chance(40) {
            simulation.after(self.seconds(below: 15)) {
                if out.isEstablished, !out.isOver {
                    out.reinvite(alice.audio(direction: "sendonly", version: 2))
                }
            }
        }
        if self.chance(25) {
            let phone = self.chance(50) ? alice : bob
            let start = self.seconds(below: 15)
            simulation.after(start) {
                simulation.disconnect(phone)
            }
            simulation.after(start + self.seconds(below: 20)) {
                simulation.reconnect(phone)
            }
        }
        simulation.after(self.seconds(below: 20)) {
            if out.isEstablished {
                out.bye()
            } else {
                out.cancel()
            }
        }
        simulation.after(.seconds(70)) {
            if out.isEstablished, !out.isOver {
                out.bye()
            }
        }
    }

    private mutating func chance(_ percent: UInt64) -> Bool {
        self.random.number(below: 100) < percent
    }

    private mutating func seconds(below limit: UInt64) -> Duration {
        .milliseconds(Int64(self.random.number(below: limit * 1000)))
    }
}
