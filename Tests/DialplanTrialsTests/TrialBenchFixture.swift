import DialplanEngine
import DialplanTrials

/// A plan and cases in a few lines.
enum TrialBenchFixture {
    /// A plan of these extensions with cases that are written like those of a file.
    static func bench(_ extensions: String, cases: String, head: String = "users=\"anna ben\"") throws -> TrialBench {
        try Self.bench(
            plan: "<dialplan><context name=\"main\">\n\(extensions)\n</context></dialplan>",
            cases: cases,
            head: head
        )
    }

    /// A plan as it stands in a file.
    static func bench(plan: String, cases: String, head: String = "users=\"anna ben\"") throws -> TrialBench {
        let text = "<dialplan-tests context=\"main\" \(head)>\n\(cases)\n</dialplan-tests>"
        let suite = try TrialReader().read(Array(text.utf8), file: "t.xml")
        return TrialBench(
            sources: [DialplanReader.Source(file: "plan.xml", octets: Array(plan.utf8))],
            parts: [TrialBench.Part(suite: suite, world: TrialWorld().adding(suite.names))]
        )
    }

    /// What is wrong with the only case that has this inside; empty when it passes.
    static func mismatches(
        _ extensions: String,
        _ inside: String,
        head: String = "users=\"anna ben\""
    ) throws -> [String] {
        let bench = try Self.bench(extensions, cases: "<case name=\"one\">\(inside)</case>", head: head)
        return try bench.run { _ in }.flatMap(\.mismatches).map(\.description)
    }

    /// An extension with one condition on the number.
    static func rule(_ name: String, _ expression: String, _ actions: String, attributes: String = "") -> String {
        """
        <extension name="\(name)" \(attributes)><condition field="destination-number" expression="\(expression)">
        \(actions)</condition></extension>
        """
    }
}
