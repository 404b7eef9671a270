import CallModel
import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

/// Dialplans in FreeSWITCH's language for tests.
enum FreeSWITCHPlanText {
    /// Reads conditions, as the extension `e` of the context `main`; the first line of `text` is line 4.
    static func conditions(_ text: String, environment: FreeSWITCHEnvironment = .init()) throws -> Dialplan {
        try self.extensions("<extension name='e'>\n\(text)\n</extension>", environment: environment)
    }

    /// Reads extensions, as the context `main`; the first line of `text` is line 3.
    static func extensions(
        _ text: String,
        environment: FreeSWITCHEnvironment = .init(),
        limits: FreeSWITCHLimits = .init()
    ) throws -> Dialplan {
        try self.file("<include>\n<context name='main'>\n\(text)\n</context>\n</include>", environment, limits)
    }

    /// Reads a whole file.
    static func file(
        _ text: String,
        _ environment: FreeSWITCHEnvironment = .init(),
        _ limits: FreeSWITCHLimits = .init()
    ) throws -> Dialplan {
        var all = DialplanLimits()
        all.freeSWITCH = limits
        let reader = DialplanReader(names: PlanText.names, limits: all, environment: environment)
        return try reader.read([self.source("plan.xml", text)])
    }

    static func source(_ file: String, _ text: String) -> DialplanReader.Source {
        DialplanReader.Source(file: file, octets: Array(text.utf8), language: .freeSWITCH)
    }

    /// What a search finds, as `application(data)`, with `!` before what was done on the way.
    static func hunt(
        _ plan: Dialplan,
        _ number: String,
        _ variables: [(String, String)] = [],
        facts: CallFacts? = nil
    ) throws -> [String] {
        var facts = facts ?? CallFacts(destinationNumber: "")
        facts.destinationNumber = ByteString(number)
        let result = try #require(
            plan.hunt(facts, in: "main", variables: variables.map { (ByteString($0.0), ByteString($0.1)) })
        )
        return result.actions.map { "\($0.isInline ? "!" : "")\($0.application)(\($0.data))" }
    }

    /// What call control is told, if each bridge ends like the next of `outcomes` and all else is done.
    static func actions(
        _ plan: Dialplan,
        _ facts: CallFacts,
        in context: ByteString = "main",
        outcomes: [ActionOutcome] = [],
        memory: DialplanMemory = DialplanMemory()
    ) -> [String] {
        var memory = memory
        var run = plan.begin(facts, in: context, memory: memory)
        var outcomes = outcomes[...]
        var actions: [String] = []
        var outcome = ActionOutcome.done
        while actions.count < 10_000, let action = run.next(after: outcome, memory: memory) {
            actions.append(action.description)
            outcome = .done
            switch action {
            case .bridge:
                outcome = outcomes.popFirst() ?? .failed(.local(.ringTimeout, .noAnswer))
            case .limit(let limit) where limit.goesOn:
                outcome = outcomes.popFirst() ?? .done
            case .remember(let change):
                memory.perform(change)
            default:
                break
            }
        }
        return actions
    }
}

/// The dialplan that FreeSWITCH is shipped with.
enum VanillaPlan {
    /// Its files, and one that includes them as FreeSWITCH does.
    static func sources() throws -> (main: DialplanReader.Source, files: [DialplanReader.Source]) {
        let paths = try Corpora.paths(below: "dialplan").filter { $0.hasSuffix(".xml") }
        let files = try paths.map { DialplanReader.Source(file: $0, octets: try Corpora.octets($0)) }
        let main = """
            <document type="freeswitch/xml">
            <X-PRE-PROCESS cmd="include" data="vars.xml"/>
            <section name="dialplan">
            <X-PRE-PROCESS cmd="include" data="dialplan/*.xml"/>
            </section>
            </document>
            """
        return (FreeSWITCHPlanText.source("dialplan/freeswitch.xml", main), files)
    }

    static func read() throws -> Dialplan {
        let (main, files) = try self.sources()
        let environment = FreeSWITCHEnvironment(files: files, variables: ["local_ip_v4": "192.0.2.1"])
        return try DialplanReader(environment: environment).read([main])
    }
}
