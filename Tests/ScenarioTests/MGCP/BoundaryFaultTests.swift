import Foundation
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F1 to F4, F9 and F10 with one fault at every message boundary: whatever goes wrong, the call ends on both sides in a
/// time that is bounded, nothing of it is left, and the next call succeeds.
///
/// `TANDEM_BOUNDARIES` says every how many-th boundary is played: 1 for all of them.
struct BoundaryFaultTests {
    static let stride = ProcessInfo.processInfo.environment["TANDEM_BOUNDARIES"].flatMap { Int($0) } ?? 9

    @Test(arguments: BoundaryFlow.all)
    func `a call that nothing disturbs ends clean`(flow: BoundaryFlow) throws {
        let stage = try BoundaryStage(loops: flow.loops)
        try stage.expectUsable()
        let call = flow.play(on: stage)
        stage.pause()
        try stage.expectEnd(within: .seconds(40))
        stage.everybodyHangsUp(call)
        try stage.expectUsable()
        try stage.simulation.finish()
    }

    @Test(arguments: BoundaryFlow.all, BoundaryFault.allCases)
    func `one fault anywhere is survived`(flow: BoundaryFlow, fault: BoundaryFault) throws {
        guard flow.way != .phoneToBearer || fault != .phoneVanishes else {
            // Nobody is left who could end it: that is what silent media and session timers are for (RFC 4028).
            return
        }
        let count = try Self.datagramCount(of: flow)
        // Different flows and faults start at different places, so that even a coarse stride meets every part.
        let offset = (flow.testDescription.utf8.count + fault.rawValue.utf8.count) % Self.stride
        for number in Swift.stride(from: offset, to: count, by: Self.stride) {
            do {
                try Self.play(flow, with: fault, at: number)
            } catch {
                Issue.record("\(fault.rawValue) at datagram \(number) of \(count): \(error)")
            }
        }
    }

    /// How many datagrams the flow takes when nothing goes wrong.
    private static func datagramCount(of flow: BoundaryFlow) throws -> Int {
        let stage = try BoundaryStage(loops: flow.loops)
        let start = stage.simulation.network.wire.count
        let call = flow.play(on: stage)
        stage.pause()
        stage.everybodyHangsUp(call)
        try stage.expectEnd()
        return stage.simulation.network.wire.count - start
    }

    private static func play(_ flow: BoundaryFlow, with fault: BoundaryFault, at number: Int) throws {
        let stage = try BoundaryStage(seed: UInt64(number + 1), loops: flow.loops)
        fault.happens(to: number, on: stage)
        let call = flow.play(on: stage)
        stage.pause()
        stage.everybodyHangsUp(call)
        stage.simulation.run(for: .seconds(5))
        // Whose answer came late has a call to end still.
        stage.everybodyHangsUp(call)
        try stage.expectEnd()
        if fault == .gatewayIsSilent {
            try Self.expectRefusal(stage)
            stage.gateway.comesBack()
        }
        stage.simulation.run(for: .seconds(fault == .gatewayFailsLong ? 120 : 60))
        stage.everybodyHangsUp(call)
        stage.pause()
        try stage.expectUsable()
        try stage.simulation.finish()
    }

    /// While the gateway is silent, who calls one of its lines is told so.
    private static func expectRefusal(_ stage: BoundaryStage) throws {
        let call = stage.zoe.invite("100", offer: stage.zoe.audio())
        let isOver = { call.statuses.contains { $0 >= 300 } }
        guard stage.simulation.run(until: isOver, within: .seconds(40)) else {
            throw Unexpected("the call to a silent gateway is not refused\n\(stage.simulation.ladder)")
        }
        try stage.expectEnd()
    }
}
