import CallModel
import DialplanEngine
import FuzzDriver
import ProtocolKit

/// Reads a dialplan of either language, decides some calls by it, and lets them end in every way.
@main
enum FuzzDialplan: FuzzTarget {
    private static let limits = {
        var limits = DialplanLimits()
        limits.fileOctets = 1 << 16
        limits.freeSWITCH.preprocessedOctets = 1 << 16
        return limits
    }()

    static func run(_ octets: [UInt8]) {
        let source = DialplanReader.Source(file: "plan.xml", octets: octets)
        let included = DialplanReader.Source(file: "other.xml", octets: Array(octets.reversed()))
        let reader = DialplanReader(
            limits: Self.limits,
            environment: FreeSWITCHEnvironment(files: [source, included], processVariables: ["HOME": "x"])
        )
        guard let plan = try? reader.read([source]) else {
            return
        }
        for context in plan.contextNames.prefix(4) {
            for number in ["", "1", "1001", "${a}|user/x"] {
                let facts = CallFacts(destinationNumber: ByteString(number), callerNumber: "100", user: "anna")
                _ = plan.hunt(facts, in: context)
                _ = plan.explain(facts, in: context).description
                self.perform(plan, facts, in: context)
            }
        }
    }

    /// Takes every action; bridges fail, are answered, and fail again.
    private static func perform(_ plan: Dialplan, _ facts: CallFacts, in context: ByteString) {
        var memory = DialplanMemory(limit: 100)
        var run = plan.begin(facts, in: context, memory: memory)
        var outcome = ActionOutcome.done
        var count = 0
        while let action = run.next(after: outcome, memory: memory) {
            count += 1
            precondition(count < 100_000, "a call ends")
            outcome = .done
            if case .remember(let change) = action {
                memory.perform(change)
            }
            if case .bridge = action {
                outcome = count % 2 == 0 ? .ended(.normal) : .failed(.local(.ringTimeout, .noAnswer))
            }
            precondition(!action.description.utf8.contains(0x0A), "an action is one line")
        }
        precondition(count > 0, "something is done")
    }
}
