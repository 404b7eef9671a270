package import CallModel
package import ProtocolKit

/// A dialplan, read, checked and compiled: it decides where calls go and never changes.
///
/// It is made by ``DialplanReader``. A call keeps the value that it was routed with, so that a reload cannot change
/// its mind halfway.
package struct Dialplan: Sendable {
    /// Which one it is, for records and people; who has read it says so.
    package private(set) var version = DialplanVersion.unnumbered

    /// The extensions of each context in order.
    let contexts: [ByteString: [DialplanExtension]]

    /// Where each context begins.
    let places: [ByteString: DialplanPlace]

    /// The names of the variables by slot.
    let variables: [ByteString]

    /// The tables by slot.
    let tables: [DialplanTable]

    /// The zones by slot whose clocks conditions look at.
    let zones: [CalendarZone]

    /// The tables of routes by slot.
    let routes: [DialplanRoutes]

    /// The bounds of one decision.
    let limits: DialplanLimits

    /// What finds the extensions of large contexts.
    let indexes: [ByteString: ContextIndex]

    /// The contexts that are written in FreeSWITCH's language, if there are any.
    let freeSWITCH: FreeSWITCHPlan?

    /// The names that answers of decision servers may use; empty when none is asked.
    let names: DialplanReader.Names

    /// What the authors should know, although it keeps nothing from running, in the order of the files.
    package let warnings: [DialplanProblem]

    /// The contexts that have an extension for emergencies.
    private let emergencyContexts: Set<ByteString>

    init(
        contexts: [ByteString: [DialplanExtension]],
        places: [ByteString: DialplanPlace],
        variables: [ByteString],
        tables: [DialplanTable],
        zones: [CalendarZone],
        routes: [DialplanRoutes],
        limits: DialplanLimits,
        freeSWITCH: FreeSWITCHPlan? = nil,
        names: DialplanReader.Names = DialplanReader.Names(),
        warnings: [DialplanProblem] = []
    ) {
        self.contexts = contexts
        self.indexes = contexts.compactMapValues { ContextIndex($0) }
        self.places = places
        self.emergencyContexts = Set(contexts.filter { $0.value.contains { $0.isEmergency } }.keys)
            .union(freeSWITCH?.emergencyContexts ?? [])
        self.variables = variables
        self.tables = tables
        self.zones = zones
        self.routes = routes
        self.limits = limits
        self.freeSWITCH = freeSWITCH
        self.names = names
        self.warnings = warnings
    }

    /// The same dialplan as this version.
    package func numbered(_ version: DialplanVersion) -> Dialplan {
        var dialplan = self
        dialplan.version = version
        return dialplan
    }

    /// The same dialplan with other contexts in FreeSWITCH's language.
    func with(_ plan: FreeSWITCHPlan?) -> Dialplan {
        Dialplan(
            contexts: self.contexts,
            places: self.places,
            variables: self.variables,
            tables: self.tables,
            zones: self.zones,
            routes: self.routes,
            limits: self.limits,
            freeSWITCH: plan,
            warnings: self.warnings
        ).numbered(self.version)
    }

    /// The names of the contexts, sorted.
    package var contextNames: [ByteString] {
        (self.contexts.keys + (self.freeSWITCH.map { Array($0.contexts.keys) } ?? [])).sorted()
    }

    /// Whether a decision can depend on ``CallFacts/draw``.
    package var choosesByChance: Bool {
        !self.routes.isEmpty
    }

    /// Whether a decision can depend on ``CallFacts/identifier``, which only FreeSWITCH's language reads.
    package var namesCalls: Bool {
        self.freeSWITCH != nil
    }

    /// Whether calls can start in this context.
    package func hasContext(_ name: ByteString) -> Bool {
        self.contexts[name] != nil || self.freeSWITCH?.contexts[name] != nil
    }

    /// Whether an extension of this context is for emergencies.
    package func hasEmergencyExtension(in context: ByteString) -> Bool {
        self.emergencyContexts.contains(context)
    }

    /// What to do with a call that starts in `context`, action by action.
    package func begin(_ facts: CallFacts, in context: ByteString, memory: DialplanMemory) -> DialplanRun {
        DialplanRun(Shared(self), facts, in: context, memory: memory)
    }

    /// What to do with a call that starts in `context`, given what earlier calls have left in `memory`.
    package func route(
        _ facts: CallFacts,
        in context: ByteString,
        memory: DialplanMemory = DialplanMemory()
    ) -> RouteDecision {
        if self.isFreeSWITCH(context) {
            return self.begin(facts, in: context, memory: memory).foreseen(memory)
        }
        var evaluation = Evaluation(self, facts, in: context, memory: memory)
        return evaluation.run()
    }

    /// The same decision as ``route(_:in:memory:)`` with everything that led to it.
    package func explain(
        _ facts: CallFacts,
        in context: ByteString,
        memory: DialplanMemory = DialplanMemory()
    ) -> Explanation {
        if self.isFreeSWITCH(context) {
            return self.explainFreeSWITCH(facts, in: context, memory: memory)
        }
        var evaluation = Evaluation(self, facts, in: context, memory: memory)
        evaluation.recorder = ExplanationRecorder()
        let decision = evaluation.run()
        return Explanation(
            context: context,
            destinationNumber: facts.destinationNumber,
            extensions: evaluation.recorder?.extensions ?? [],
            decision: decision
        )
    }
}

/// A line of a dialplan file.
struct DialplanPlace: Hashable, Sendable {
    /// The file as the program calls it.
    let file: String

    /// The line, from 1.
    let line: Int
}
