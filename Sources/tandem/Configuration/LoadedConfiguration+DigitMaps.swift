import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit

extension LoadedConfiguration {
    /// Makes a digit map of every context that a line dials into, which its gateway must be able to take.
    mutating func compileDigitMaps() throws(LoadError) {
        var problems: [LoadError.Problem] = []
        let lines = Dictionary(grouping: self.configuration.mgcp.lines, by: \.context)
        for (context, lines) in lines.sorted(by: { $0.key < $1.key }) {
            do throws(DialplanError) {
                let plan = try self.dialplan.numberingPlan(of: context, callers: lines.map { self.facts(of: $0) })
                self.configuration.mgcp.digitMaps[context] = DigitMap(plan)
                let excesses = self.excesses(of: plan, lines)
                problems += excesses.isEmpty ? [] : LoadError(DialplanError(excesses)).problems
            } catch {
                problems += LoadError(error).problems
            }
        }
        guard problems.isEmpty else {
            throw LoadError(problems)
        }
    }

    /// What is known of a line's calls before it dials.
    private func facts(of line: LineSettings) -> CallFacts {
        CallFacts(
            destinationNumber: ByteString(),
            callerNumber: line.number,
            user: line.name,
            listener: self.configuration.mgcp.listenerName,
            signaling: .mgcp
        )
    }

    /// The gateways of these lines that do not take a map of this length.
    private func excesses(of plan: NumberingPlan, _ lines: [LineSettings]) -> [DialplanProblem] {
        let names = Set(lines.map(\.gateway))
        return self.configuration.mgcp.gateways.filter { names.contains($0.name) }.compactMap { gateway in
            gateway.digitMapLimit.flatMap { plan.problem(limit: $0, of: gateway.name) }
        }
    }
}
