import ProtocolKit

/// The contexts of a dialplan that are written in FreeSWITCH's language, compiled.
///
/// A class because every call keeps a reference to the plan that it began with.
final class FreeSWITCHPlan: Sendable {
    /// The contexts by name.
    let contexts: [ByteString: FreeSWITCHContext]

    /// The variables of the preprocessor, which calls can read, by their names in small letters.
    let globals: [ByteString: MarkedText]

    /// What the plan finds around it.
    let environment: FreeSWITCHEnvironment

    /// The names of the configuration.
    let names: DialplanReader.Names

    /// The bounds of one call.
    let limits: FreeSWITCHLimits

    /// The zone that the machine's clock is set to.
    let machineZone: CalendarZone

    /// The rules of the strict language that hold in place of FreeSWITCH's own; none but where both are compared.
    let rules: Set<StrictRule>

    private let zones: [ByteString: CalendarZone]

    init(
        contexts: [ByteString: FreeSWITCHContext],
        globals: [ByteString: ByteString],
        environment: FreeSWITCHEnvironment,
        names: DialplanReader.Names,
        limits: FreeSWITCHLimits,
        machineZone: CalendarZone,
        zones: [ByteString: CalendarZone]
    ) {
        self.contexts = contexts
        self.globals = globals.mapValues(MarkedText.init(authored:))
        self.environment = environment
        self.names = names
        self.limits = limits
        self.machineZone = machineZone
        self.zones = zones
        self.rules = []
    }

    /// The same plan with some rules of the strict language.
    init(_ plan: FreeSWITCHPlan, following rules: Set<StrictRule>) {
        self.contexts = plan.contexts.mapValues { $0.following(rules) }
        self.globals = plan.globals
        self.environment = plan.environment
        self.names = plan.names
        self.limits = plan.limits
        self.machineZone = plan.machineZone
        self.zones = plan.zones
        self.rules = rules
    }

    /// The contexts that have an extension for emergencies.
    var emergencyContexts: [ByteString] {
        self.contexts.values.filter { $0.extensions.contains(where: \.isEmergency) }.map(\.name)
    }

    /// The context where a search begins: the one with this name, else the one that is called `global`.
    func context(named name: ByteString) -> FreeSWITCHContext? {
        self.contexts[name] ?? self.contexts["global"]
    }

    /// The zone with this name.
    func zone(named name: ByteString) -> CalendarZone? {
        self.zones[name] ?? (name == "UTC" || name == "GMT" ? .utc : nil)
    }
}

/// A context: extensions in the order of the file.
final class FreeSWITCHContext: Sendable {
    let name: ByteString
    let extensions: [FreeSWITCHExtension]
    let place: DialplanPlace

    /// Finds the extensions of a number; `nil` when there are too few.
    let index: ContextIndex?

    init(name: ByteString, extensions: [FreeSWITCHExtension], place: DialplanPlace, isIndexed: Bool = true) {
        self.name = name
        self.extensions = extensions
        self.place = place
        self.index = isIndexed ? ContextIndex(extensions) : nil
    }
}

/// A named list of conditions.
final class FreeSWITCHExtension: Sendable {
    /// The name, for people and for `auto_hunt`.
    let name: ByteString

    /// Whether the search goes on although this one has proceeded.
    let continues: Bool

    /// Whether a call that it acts on is an emergency.
    let isEmergency: Bool

    let conditions: [FreeSWITCHCondition]
    let place: DialplanPlace

    init(
        name: ByteString,
        continues: Bool,
        isEmergency: Bool,
        conditions: [FreeSWITCHCondition],
        place: DialplanPlace
    ) {
        self.name = name
        self.continues = continues
        self.isEmergency = isEmergency
        self.conditions = conditions
        self.place = place
    }
}
