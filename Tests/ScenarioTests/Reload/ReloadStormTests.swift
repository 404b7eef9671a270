import CallModel
import DialplanEngine
import Foundation
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Many calls at once while the dialplan is replaced all the time, between calls and within them: each is routed by one
/// dialplan from its beginning to its end, has one record, and leaves nothing.
///
/// `TANDEM_CALLS` says how many; a hundred thousand want an optimised build.
struct ReloadStormTests {
    static let callCount = ProcessInfo.processInfo.environment["TANDEM_CALLS"].flatMap { Int($0) } ?? 400
    private static let callsOfRound = 50

    @Test(arguments: [0, 5] as [UInt64])
    func `no call sees two dialplans, and none is lost`(loss: UInt64) throws {
        var storm = try ReloadStorm(seed: loss + 1, loss: loss)
        for round in 0..<max(1, Self.callCount / 2 / Self.callsOfRound) {
            do {
                try storm.play(Self.callsOfRound)
            } catch {
                Issue.record("seed \(loss + 1), round \(round): \("\(error)".prefix(4_000))")
                return
            }
        }
        #expect(storm.reloads > storm.calls / 2)
        #expect(storm.lateLegs > storm.calls / 50)
        #expect(min(storm.callsOfGroup[1] ?? 0, storm.callsOfGroup[2] ?? 0) > storm.calls / 4)
        // Where nothing is lost on the way, every call that was made has become one.
        if loss == 0 {
            #expect(storm.calls == storm.made)
        }
    }
}

/// Phones that call, ring, answer, refuse, send elsewhere and fall silent, as a seed says.
private struct ReloadStorm {
    private let simulation: Simulation
    private let alice: Phone
    private let random: SharedRandom
    private let plans: [Dialplan]

    /// The version that is live.
    private var version: UInt32 = 1
    private(set) var reloads = 0
    private(set) var made = 0
    private(set) var calls = 0
    private(set) var lateLegs = 0
    private(set) var callsOfGroup = [1: 0, 2: 0]

    init(seed: UInt64, loss: UInt64) throws {
        self.random = SharedRandom(seed)
        self.plans = try [1, 2].map { try ReloadPlans.dialplan(ReloadPlans.text($0)) }
        let live = self.plans[0].numbered(ReloadPlans.version(1))
        self.simulation = try Scenario.simulation(
            seed: seed,
            conditions: NetworkConditions(loss: loss, latency: .milliseconds(2), jitter: .milliseconds(8))
        ) { configuration in
            configuration.dialplan = live
        }
        self.alice = self.simulation.alice()
        for group in 1...2 {
            for place in 1...3 {
                self.script(
                    self.simulation.phone("phone\(group)\(place)", at: ReloadPlans.address(group, place)),
                    group
                )
            }
        }
    }

    /// Calls within ten seconds, with a reload every quarter of a second on average, and judges them.
    mutating func play(_ count: Int) throws {
        let first = ReloadPlans.version(self.version)
        for _ in 0..<count {
            self.call()
        }
        let end = self.simulation.now.advanced(by: .seconds(20))
        while self.simulation.now < end {
            self.simulation.run(for: self.random.milliseconds(below: 500))
            self.reload()
        }
        self.simulation.run(for: .seconds(30))
        try self.simulation.finish(allowsDirectMedia: true)
        let verdict = ReloadVerdict(self.simulation, from: first)
        guard verdict.mixtures.isEmpty else {
            throw Unexpected(verdict.mixtures.joined(separator: "\n"))
        }
        self.made += count
        self.calls += self.simulation.records.count
        self.lateLegs += verdict.lateLegs
        self.callsOfGroup.merge(verdict.calls) { $0 + $1 }
        self.simulation.forgetHistory()
    }

    private mutating func reload() {
        self.version += 1
        self.reloads += 1
        let version = ReloadPlans.version(self.version)
        let dialplan = self.plans[ReloadPlans.group(of: version) - 1].numbered(version)
        self.simulation.withGateway { gateway, now in
            gateway.replaceDialplan(dialplan, digitMaps: [:], by: .reload, at: now)
        }
    }

    /// One call at some moment, which ends at another whatever has become of it.
    private func call() {
        let number = ReloadPlans.numbers[self.random.below(ReloadPlans.numbers.count)]
        let patience = self.random.milliseconds(below: 9_000) + .milliseconds(200)
        self.simulation.after(self.random.milliseconds(below: 10_000)) { [simulation, alice] in
            let out = alice.invite(number, offer: alice.audio())
            simulation.after(patience) {
                if out.isEstablished, !out.isOver {
                    out.bye()
                } else if !out.isEstablished {
                    out.cancel()
                }
            }
            simulation.after(.seconds(45)) {
                if out.isEstablished, !out.isOver {
                    out.bye()
                }
            }
        }
    }

    private func script(_ phone: Phone, _ group: Int) {
        phone.onCall = { [simulation, random] call in
            let verdict = random.below(12)
            call.respond(180)
            call.onRequest = { request in
                guard request.method == .invite || request.method == .update else {
                    return false
                }
                call.reply(200, to: request.method, body: request.body.isEmpty ? "" : phone.audio(version: 2))
                return true
            }
            simulation.after(random.milliseconds(below: 2_500)) {
                guard !call.isCancelled else {
                    return
                }
                switch verdict {
                case 0, 1, 2: call.respond(486)
                case 3, 4: call.respond(503)
                case 5, 6: break
                case 7: call.respond(302, headers: ["Contact: <sip:moved@\(ReloadPlans.address(group, 2))>"])
                default: call.respond(200, body: phone.audio())
                }
            }
        }
    }
}

/// One source of chance for closures that act at different moments.
private final class SharedRandom {
    private var source: IdentifierSource

    init(_ seed: UInt64) {
        self.source = IdentifierSource(seed: seed &+ 41)
    }

    func below(_ limit: Int) -> Int {
        Int(self.source.number(below: UInt64(limit)))
    }

    func milliseconds(below limit: Int) -> Duration {
        .milliseconds(Int64(self.below(limit)))
    }
}
