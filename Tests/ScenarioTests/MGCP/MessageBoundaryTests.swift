import CallModel
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F1 to F3, F10: a fault at every message of a call between the call agent and the media gateway.
///
/// Whatever happens, the call ends on both sides in bounded time, and nothing is left of it anywhere.
struct MessageBoundaryTests {
    /// What happens to a message, or as it is sent.
    enum Fault: String, CaseIterable, Sendable {
        case loss
        case repetition
        case delay
        case crashOfGateway = "crash of the media gateway"
        case crashOfAgent = "crash of the call agent"
    }

    /// Who calls whom.
    enum Flow: String, CaseIterable, Sendable {
        case phoneToLine = "phone to line"
        case lineToPhone = "line to phone"
        case lineToLine = "line to line"
    }

    @Test(arguments: Flow.allCases, Fault.allCases)
    func `a fault at any message leaves nothing behind`(flow: Flow, fault: Fault) throws {
        let count = try Self.messageCount(of: flow)
        #expect(count >= 8)
        for number in 1...count {
            do {
                try Self.run(flow, fault, at: number)
            } catch let unexpected as Unexpected {
                Issue.record("message \(number) of \(count): \(unexpected.description)")
                return
            }
        }
    }

    /// How many MGCP datagrams a call of this kind has when nothing goes wrong.
    private static func messageCount(of flow: Flow) throws -> Int {
        let stage = try MGCPScenario.play()
        let before = stage.simulation.network.wire.count(where: MGCPTrace.isMGCP)
        try Self.call(flow, stage)
        return stage.simulation.network.wire.count(where: MGCPTrace.isMGCP) - before
    }

    private static func run(_ flow: Flow, _ fault: Fault, at number: Int) throws {
        let stage = try MGCPScenario.play()
        Self.arrange(fault, at: number, on: stage)
        try Self.call(flow, stage)
        guard stage.simulation.run(until: { stage.simulation.callCount == 0 }, within: .seconds(300)) else {
            throw Unexpected("a call is left\n\(stage.simulation.ladder)")
        }
        // What was disconnected or crashed comes back to where it was.
        stage.simulation.run(for: .seconds(60))
        try stage.finish()
    }

    private static func arrange(_ fault: Fault, at number: Int, on stage: MGCPStage) {
        let simulation = stage.simulation
        let counter = Counter(number)
        switch fault {
        case .loss: simulation.network.loses = { counter.isReached(by: $0) }
        case .repetition: simulation.network.repeats = { counter.isReached(by: $0) }
        case .delay: simulation.network.delays = { counter.isReached(by: $0) ? .milliseconds(900) : .zero }
        case .crashOfGateway:
            simulation.network.delays = { packet in
                if counter.isReached(by: packet) {
                    simulation.after(.nanoseconds(1)) { stage.gateway.crashes() }
                    simulation.after(.seconds(20)) { stage.gateway.comesBack() }
                }
                return .zero
            }
        case .crashOfAgent:
            simulation.network.delays = { packet in
                if counter.isReached(by: packet) {
                    simulation.after(.nanoseconds(1)) { simulation.restartGateway() }
                }
                return .zero
            }
        }
    }

    /// A call as people make it who do not know what goes wrong: they wait a while, talk, and hang up.
    private static func call(_ flow: Flow, _ stage: MGCPStage) throws {
        let simulation = stage.simulation
        switch flow {
        case .phoneToLine:
            let alice = simulation.alice()
            let call = alice.invite("100", offer: alice.audio())
            _ = simulation.run(until: { stage.carol.rings != nil }, within: .seconds(10))
            stage.carol.goesOffHook()
            simulation.run(for: .seconds(10))
            if call.isEstablished {
                call.bye()
            } else {
                call.cancel()
            }
            simulation.run(for: .seconds(5))
        case .lineToPhone:
            let bob = simulation.bob()
            bob.onCall = { call in
                call.respond(180)
                simulation.after(.seconds(2)) { call.respond(200, body: bob.audio()) }
            }
            Self.dial("200", stage)
            simulation.run(for: .seconds(10))
            for call in bob.calls.values where call.isAcknowledged && !call.isOver {
                call.bye()
            }
            simulation.run(for: .seconds(5))
        case .lineToLine:
            Self.dial("101", stage)
            _ = simulation.run(until: { stage.dave.rings != nil }, within: .seconds(10))
            stage.dave.goesOffHook()
            simulation.run(for: .seconds(10))
            stage.dave.hangsUp()
            simulation.run(for: .seconds(5))
        }
        stage.carol.hangsUp()
        stage.dave.hangsUp()
        simulation.run(for: .seconds(5))
    }

    private static func dial(_ digits: String, _ stage: MGCPStage) {
        stage.carol.goesOffHook()
        _ = stage.simulation.run(until: { stage.carol.hears.contains("dl") }, within: .seconds(10))
        stage.carol.dials(digits)
        stage.simulation.run(for: .seconds(2))
    }

    /// Counts MGCP datagrams down to the one that is meant.
    private final class Counter {
        private var left: Int

        init(_ number: Int) {
            self.left = number
        }

        func isReached(by packet: WirePacket) -> Bool {
            guard MGCPTrace.isMGCP(packet) else {
                return false
            }
            self.left -= 1
            return self.left == 0
        }
    }
}
