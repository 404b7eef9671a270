import CallModel
import Expressions
import ProtocolKit

/// What a context and those that it transfers to test and fill in, before any call is tried.
struct ContextSurvey {
    /// An expression that a fact is tested with.
    struct Test {
        let expression: RegularExpression
        /// The context in which it is tested.
        let context: ByteString
    }

    /// The expressions that each fact is tested with.
    private(set) var tests: [CallField: [Test]] = [:]

    /// The facts that fill places of targets and values.
    private(set) var fills: Set<CallField> = []

    /// The keys of tables that are looked up by a fact alone.
    private(set) var keys: [CallField: [ByteString]] = [:]

    /// A time that is asked for.
    struct Calendar: Hashable {
        let condition: CalendarCondition
        let zone: CalendarZone
    }

    /// The times that are asked for, each once.
    private(set) var calendars: [Calendar] = []

    /// What can have become of the dialed number in each context.
    private(set) var forms: [ByteString: [NumberRewrite]]

    /// What can have become of it where a context is entered.
    private var entries: [ByteString: [NumberRewrite]]

    /// What can have become of it where the survey stands.
    private var current: [NumberRewrite] = []

    /// Why a test cannot be told from the facts.
    enum Opacity {
        /// It is of several values together.
        case several
        /// It is of what earlier calls have left behind.
        case remembered
    }

    /// Conditions whose tests cannot be told from the facts.
    private(set) var opaque: [(condition: Condition, entry: DialplanExtension, why: Opacity)] = []

    /// The tables that calls write to.
    private var remembered: Set<ByteString> = []

    /// Where something becomes of the number that cannot be followed, although conditions that are read then test it.
    private(set) var lost: [DialplanPlace] = []

    /// The plan that is looked at.
    private var plan: Dialplan
    /// Its contexts that can be reached.
    private var contexts: Set<ByteString> = []
    /// The context that is looked at.
    private var context: ByteString
    private var open: [ByteString] = []

    /// The most forms of the number that are followed.
    private static let mostForms = 8
    /// The most keys of a table that are tried.
    private static let mostKeys = 64

    init(of context: ByteString, in plan: Dialplan) {
        self.plan = plan
        self.context = context
        self.forms = [context: [.none]]
        self.entries = [context: [.none]]
        self.add(plan, from: context)
    }

    /// Adds what the context of another plan tests and fills in.
    mutating func add(_ plan: Dialplan, from context: ByteString) {
        self.plan = plan
        self.contexts = []
        self.remembered = Self.remembered(in: plan)
        self.open = [context]
        while let next = self.open.popLast() {
            guard self.contexts.insert(next).inserted, let extensions = plan.contexts[next] else {
                continue
            }
            self.context = next
            for entry in extensions {
                self.survey(entry.conditions, of: entry)
            }
        }
        self.followForms()
    }

    private static func remembered(in plan: Dialplan) -> Set<ByteString> {
        let conditions = plan.contexts.values.joined().flatMap(\.conditions)
        return conditions.flatMap(\.allActions).reduce(into: []) { tables, action in
            if case .remember(let table, _, _) = action.unconditional {
                tables.insert(table)
            }
        }
    }

    private mutating func survey(_ conditions: [Condition], of entry: DialplanExtension) {
        for condition in conditions {
            if let calendar = condition.calendar {
                let asked = Calendar(condition: calendar.condition, zone: self.plan.zones[calendar.zone])
                self.calendars += self.calendars.contains(asked) ? [] : [asked]
            }
            for test in condition.tests {
                self.survey(test, of: condition, entry)
            }
            for action in condition.actions + condition.antiActions {
                self.survey(action)
            }
            self.survey(condition.nested, of: entry)
        }
    }

    private mutating func survey(_ test: Condition.Test, of condition: Condition, _ entry: DialplanExtension) {
        switch (test.subject.parts.count, test.subject.parts.first) {
        case (1, .field(let field)):
            self.tests[field, default: []].append(Test(expression: test.expression, context: self.context))
        case (1, .variable), (0, _):
            // A variable has the values that actions give it, and these are taken as they come.
            break
        case (1, .lookup(let table, let key)):
            self.survey(table, key)
            if self.remembered.contains(self.plan.tables[table].name) {
                self.opaque.append((condition, entry, .remembered))
            }
        default:
            self.opaque.append((condition, entry, .several))
            self.note(test.subject)
        }
    }

    private mutating func survey(_ table: Int, _ key: Template) {
        if case (1, .field(let field)) = (key.parts.count, key.parts.first) {
            self.keys[field, default: []] += self.plan.tables[table].rows.keys.sorted().prefix(Self.mostKeys)
        }
        self.note(key)
    }

    private mutating func survey(_ action: ActionTemplate) {
        if case .transfer(let context, _) = action.unconditional {
            self.open.append(context)
        }
        for template in action.templates {
            self.note(template)
        }
    }

    private mutating func note(_ template: Template) {
        for part in template.parts {
            switch part {
            case .field(let field):
                self.fills.insert(field)
            case .lookup(let table, let key):
                self.survey(table, key)
            case .literal, .capture, .variable:
                break
            }
        }
    }

    // MARK: Forms of the number

    /// Adds what actions make of the number, context by context, until no context is entered with a new form.
    private mutating func followForms() {
        var tests = NumberTests(in: self.plan, contexts: self.contexts)
        var changed = self.contexts.filter { self.entries[$0] != nil }
        while let context = changed.min() {
            changed.remove(context)
            // A call reads a context from the top, so each action has what those above it have made.
            self.current = self.entries[context] ?? []
            let extensions = self.plan.contexts[context] ?? []
            for place in extensions.indices {
                let conditions = extensions[place].conditions
                self.followForms(in: conditions, ofExtension: place, of: context, &tests, &changed)
            }
            for form in self.current where self.forms[context]?.contains(form) != true {
                self.forms[context, default: []].append(form)
            }
        }
    }

    /// Notes the contexts that are now entered with a form that they were not entered with before.
    private mutating func followForms(
        in conditions: [Condition],
        ofExtension place: Int,
        of context: ByteString,
        _ tests: inout NumberTests,
        _ changed: inout Set<ByteString>
    ) {
        for condition in conditions {
            for action in (condition.actions + condition.antiActions).map(\.unconditional) {
                guard let change = action.number(in: context) else {
                    continue
                }
                let (made, couldFollow) = self.follow(change.number, of: condition)
                var known = action.isTransfer ? self.entries[change.context] ?? [] : self.current
                let fresh = made.filter { !known.contains($0) }
                known += fresh.prefix(max(0, Self.mostForms - known.count))
                if action.isTransfer {
                    if known != self.entries[change.context] ?? [] {
                        changed.insert(change.context)
                    }
                    self.entries[change.context] = known
                } else {
                    self.current = known
                }
                if !couldFollow || fresh.contains(where: { !known.contains($0) }),
                    tests.follow(
                        condition,
                        ofExtension: place,
                        of: context,
                        into: change.context,
                        byTransfer: action.isTransfer
                    )
                {
                    self.noteLost(condition, ofExtension: place, of: context)
                }
            }
            self.followForms(in: condition.nested, ofExtension: place, of: context, &tests, &changed)
        }
    }

    /// What a value makes of each form that the number can have, and whether all could be followed.
    private func follow(_ value: Template?, of condition: Condition) -> (forms: [NumberRewrite], isComplete: Bool) {
        guard let value else {
            return (self.current, true)
        }
        let test = condition.tests.count == 1 ? condition.tests[0] : nil
        let isNumber = test?.subject.parts == [.field(.destinationNumber)]
        let expression = isNumber ? test.flatMap { try? NumberExpressionReader.read($0.expression.pattern) } : nil
        var made: [NumberRewrite] = []
        var isComplete = true
        for form in self.current {
            guard let next = NumberRewrite.following(value, of: expression, tested: form, current: form) else {
                isComplete = false
                continue
            }
            if !made.contains(next) {
                made.append(next)
            }
        }
        return (made, isComplete)
    }

    private mutating func noteLost(_ condition: Condition, ofExtension place: Int, of context: ByteString) {
        guard let entry = self.plan.contexts[context]?[place] else {
            return
        }
        let place = DialplanPlace(file: entry.file, line: condition.line)
        if !self.lost.contains(place) {
            self.lost.append(place)
        }
    }
}

extension ActionTemplate {
    /// What the dialed number becomes, and in which context; `nil` in the place of the number where it stays.
    fileprivate func number(in context: ByteString) -> (number: Template?, context: ByteString)? {
        switch self {
        case .setDestinationNumber(let number): (number, context)
        case .transfer(let target, let number): (number, target)
        case .fixed, .bridge, .route, .reject, .redirect, .forward, .setVariable, .setCallerNumber, .setCallerName,
            .header,
            .sendDigits, .log, .limit, .remember, .ask, .conditional:
            nil
        }
    }

    fileprivate var isTransfer: Bool {
        if case .transfer = self { true } else { false }
    }

    /// Everything that is filled in.
    fileprivate var templates: [Template] {
        switch self {
        case .fixed, .ask:
            []
        case .bridge(let bridge):
            bridge.stages.joined().flatMap { branch in
                branch.target.templates
                    + [branch.settings?.callerNumber, branch.settings?.callerName].compactMap { $0 }
            }
        case .route(let route):
            [route.number]
        case .redirect(let contacts):
            contacts.flatMap(\.templates)
        case .reject(_, _, let text), .forward(_, let text), .setVariable(_, let text), .setDestinationNumber(let text),
            .setCallerNumber(let text), .setCallerName(let text), .sendDigits(let text), .log(_, let text),
            .limit(let text, _, _):
            [text]
        case .header(let header):
            [header.value]
        case .remember(_, let key, let value):
            [key] + (value.map { [$0] } ?? [])
        case .transfer(_, let number):
            number.map { [$0] } ?? []
        case .conditional(_, let action):
            action.templates
        }
    }
}

extension TargetTemplate {
    /// Everything that is filled in.
    fileprivate var templates: [Template] {
        switch self {
        case .uri(let user, let rest): (user.map { [$0] } ?? []) + [rest]
        case .user(let name), .line(let name): [name]
        case .trunk(_, let number), .circuits(_, let number): [number]
        }
    }
}
