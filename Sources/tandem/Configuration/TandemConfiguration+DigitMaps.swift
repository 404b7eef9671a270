import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit

extension TandemConfiguration {
    /// A digit map of every context that a line dials into, which its gateway must be able to take.
    func digitMaps(of dialplan: Dialplan) throws(LoadError) -> [ByteString: DigitMap] {
        var maps: [ByteString: DigitMap] = [:]
        var problems: [LoadError.Problem] = []
        for context in Set(self.mgcp.lines.map(\.context)).sorted() {
            do throws(DialplanError) {
                let plan = try dialplan.numberingPlan(of: context, callers: self.callers(of: context))
                maps[context] = DigitMap(plan)
                let excesses = self.excesses(of: plan)
                problems += excesses.isEmpty ? [] : LoadError(DialplanError(excesses)).problems
            } catch {
                problems += LoadError(error).problems
            }
        }
        guard problems.isEmpty else {
            throw LoadError(problems)
        }
        return maps
    }

    /// What is known of the calls of the lines that dial into a context.
    func callers(of context: ByteString) -> [CallFacts] {
        self.mgcp.lines.filter { $0.context == context }.map { self.facts(of: $0) }
    }

    /// What is known of a line's calls before it dials.
    private func facts(of line: LineSettings) -> CallFacts {
        CallFacts(
            destinationNumber: ByteString(),
            callerNumber: line.number,
            user: line.name,
            listener: self.mgcp.listenerName,
            signaling: .mgcp
        )
    }

    /// The gateways of the lines that dial into the context and do not take a map of this length.
    private func excesses(of plan: NumberingPlan) -> [DialplanProblem] {
        let names = Set(self.mgcp.lines.filter { $0.context == plan.context }.map(\.gateway))
        return self.mgcp.gateways.filter { names.contains($0.name) }.compactMap { gateway in
            gateway.digitMapLimit.flatMap { plan.problem(limit: $0, of: gateway.name) }
        }
    }
}
