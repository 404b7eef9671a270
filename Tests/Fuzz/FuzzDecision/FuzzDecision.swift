import CallModel
import DialplanEngine
import FuzzDriver
import ProtocolKit

/// Reads an answer of a decision server to a question of a dialplan, and does what it says.
@main
enum FuzzDecision: FuzzTarget {
    private static let plan = """
        <dialplan><table name='seen'/><context name='main'><extension name='asks'><condition>
        <action application='ask' decision='fraud'/>
        <action application='bridge' data='user/anna'/>
        </condition></extension></context></dialplan>
        """

    private static let asking: DialplanRun? = {
        let names = DialplanReader.Names(trunks: ["gw"], users: ["anna"], lines: ["lobby"], circuitGroups: ["pbx"])
        let source = DialplanReader.Source(file: "plan.xml", octets: Array(Self.plan.utf8))
        let facts = CallFacts(destinationNumber: "9", callerNumber: "100")
        guard let plan = try? DialplanReader(names: names).read([source]) else {
            return nil
        }
        var run = plan.begin(facts, in: "main", memory: DialplanMemory())
        guard case .ask = run.next(after: .done, memory: DialplanMemory()) else {
            return nil
        }
        return run
    }()

    static func run(_ octets: [UInt8]) {
        guard var run = self.asking else {
            preconditionFailure("the plan asks")
        }
        let memory = DialplanMemory(limit: 100)
        var isRefused = false
        do {
            _ = try run.take(answer: octets, memory: memory)
        } catch {
            isRefused = true
            precondition(!error.problems.isEmpty, "problems are there")
        }
        var actions: [DialplanAction] = []
        while let action = run.next(after: .done, memory: memory) {
            actions.append(action)
            precondition(actions.count < 10_000, "a call ends")
            precondition(!action.description.utf8.contains(0x0A), "an action is one line")
        }
        precondition(!actions.isEmpty, "something is done")
        precondition(!isRefused || actions.map(\.description) == ["bridge user/anna"], "a wrong answer changes nothing")
    }
}
