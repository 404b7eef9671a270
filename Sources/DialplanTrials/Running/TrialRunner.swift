import CallModel
package import DialplanEngine
import GatewayCore
import MGCPAgent
import ProtocolKit
import SIPAgent
import SimulationKit

/// Plays the cases of test files, each in a gateway of its own.
package struct TrialRunner: Sendable {
    private let world: TrialWorld
    private let limits: TrialLimits

    /// `world` has everybody that the plan may name.
    package init(world: TrialWorld, limits: TrialLimits = TrialLimits()) {
        self.world = world
        self.limits = limits
    }

    /// Plays one case with a plan and says what came of it.
    package func run(_ one: TrialCase, of suite: TrialSuite, with plan: Dialplan) -> TrialResult {
        if let fault = self.fault(of: one, plan) {
            return TrialResult(one, mismatches: [fault], explanation: nil, ladder: [])
        }
        let peers = one.peers + suite.peers
        var one = one
        one.answers += suite.answers
        let decisions = self.questions(of: one).map { plan.route($0.facts, in: $0.context) }
        let cast = TrialCast(self.world, of: one, peers: peers, decisions: decisions)
        let stage = TrialStage(for: one, cast, of: self.world, peers: peers, plan: plan)
        stage.answer(one.answers)
        let outcome = TrialPlay(stage: stage, limits: self.limits).play(one)
        let facts = TrialFacts(world: self.world).facts(of: one.call, at: one.time, after: one.before.count)
        let explanation = plan.explain(facts, in: ByteString(one.call.context), memory: outcome.memory)
        let judgement = TrialJudgement(
            expectation: one.expectation,
            outcome: outcome,
            decision: explanation.decision
        )
        let mismatches = judgement.mismatches
        return TrialResult(
            one,
            mismatches: mismatches,
            explanation: explanation,
            ladder: mismatches.isEmpty ? [] : outcome.ladder()
        )
    }

    /// What the plan is asked for each call of a case.
    func questions(of one: TrialCase) -> [(facts: CallFacts, context: ByteString)] {
        let facts = TrialFacts(world: self.world)
        return one.calls.enumerated().map { place, call in
            (facts.facts(of: call, at: one.time, after: place), ByteString(call.context))
        }
    }

    /// Why a case cannot be played with this plan.
    private func fault(of one: TrialCase, _ plan: Dialplan) -> TrialMismatch? {
        for call in one.calls where !plan.hasContext(ByteString(call.context)) {
            let known = plan.contextNames.map(\.description)
            let advice = NearestName.advice(for: call.context, among: known)
            let seen = call.context.isEmpty ? "none; write `context` at the head of the file" : "`\(call.context)`"
            return TrialMismatch("context", expected: "one of the plan (\(advice))", seen: seen)
        }
        for call in one.calls {
            if let missing = self.missingCaller(call.caller) {
                let advice = "name it at the head of the file, or give the configuration that has it"
                return TrialMismatch("from", expected: "somebody who exists", seen: "\(missing); \(advice)")
            }
        }
        return nil
    }

    private func missingCaller(_ caller: TrialCall.Caller) -> String? {
        switch caller {
        case .user(let name):
            let exists = self.world.sip.users.contains { $0.name == ByteString(name) }
            return exists ? nil : "no user \(name)"
        case .line(let name):
            let exists = self.world.mgcp.lines.contains { $0.name == ByteString(name) }
            return exists ? nil : "no line \(name)"
        case .trunk(let name):
            let isTrunk = self.world.sip.trunks.contains { $0.name == ByteString(name) }
            let exists = isTrunk || self.world.mgcp.circuitGroups.contains { $0.name == ByteString(name) }
            return exists ? nil : "no trunk or trunk-group \(name)"
        case .address:
            return nil
        }
    }
}

/// What came of one case.
package struct TrialResult: Sendable {
    /// The name of the case.
    package let name: String

    /// Where it stands.
    package let place: TrialPlace

    /// What was not as expected; empty for a case that passed.
    package let mismatches: [TrialMismatch]

    /// What the plan decided of the call, and why; `nil` for a case that could not be played.
    package let explanation: Explanation?

    /// The packets of the call, one a line, when the case failed.
    package let ladder: [String]

    init(_ one: TrialCase, mismatches: [TrialMismatch], explanation: Explanation?, ladder: [String]) {
        self.name = one.name
        self.place = one.place
        self.mismatches = mismatches
        self.explanation = explanation
        self.ladder = ladder
    }

    /// Whether everything was as expected.
    package var isPassed: Bool {
        self.mismatches.isEmpty
    }
}
