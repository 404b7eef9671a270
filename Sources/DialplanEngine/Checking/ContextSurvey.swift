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

    /// Adds what actions make of the number until nothing new comes up.
    private mutating func followForms() {
        var tests = NumberTests(in: self.plan, contexts: self.contexts)
        var isNew = true
        while isNew {
            isNew = false
            for context in self.contexts.sorted() {
                let extensions = self.plan.contexts[context] ?? []
                for place in extensions.indices {
                    let conditions = extensions[place].conditions
                    isNew = self.followForms(in: conditions, ofExtension: place, of: context, &tests) || isNew
                }
            }
        }
    }

    /// Whether a form came up that was not known.
    private mutating func followForms(
        in conditions: [Condition],
        ofExtension place: Int,
        of context: ByteString,
        _ tests: inout NumberTests
    ) -> Bool {
        var isNew = false
        for condition in conditions {
            for action in (condition.actions + condition.antiActions).map(\.unconditional) {
                guard let change = action.number(in: context) else {
                    continue
                }
                let (fresh, isComplete) = self.follow(change.number, of: condition, in: context, to: change.context)
                isNew = isNew || fresh
                if !isComplete,
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
            isNew = self.followForms(in: condition.nested, ofExtension: place, of: context, &tests) || isNew
        }
        return isNew
    }

    /// Adds what a value makes of each form that the number can have: whether one is new, and whether all could be
    /// followed.
    private mutating func follow(
        _ value: Template?,
        of condition: Condition,
        in context: ByteString,
        to target: ByteString
    ) -> (isNew: Bool, isComplete: Bool) {
        let test = condition.tests.count == 1 ? condition.tests[0] : nil
        let isNumber = test?.subject.parts == [.field(.destinationNumber)]
        let expression = isNumber ? test.flatMap { try? NumberExpressionReader.read($0.expression.pattern) } : nil
        var isNew = false
        var isComplete = true
        for form in self.forms[context] ?? [] {
            let next = value.map { NumberRewrite.following($0, of: expression, tested: form, current: form) } ?? form
            let known = self.forms[target] ?? []
            guard let next, known.contains(next) || known.count < Self.mostForms else {
                isComplete = false
                continue
            }
            if !known.contains(next) {
                self.forms[target, default: []].append(next)
                isNew = true
            }
        }
        return (isNew, isComplete)
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
