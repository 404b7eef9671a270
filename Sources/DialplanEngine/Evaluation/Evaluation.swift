import CallModel
import Expressions
import ProtocolKit

/// One run of a dialplan for one call: a single pass over a context, `set` visible at once.
struct Evaluation {
    /// Collects the proof, when one is wanted.
    var recorder: ExplanationRecorder?

    /// Counts what is come by, when a check asks for it.
    var trace: EvaluationTrace?

    let plan: Dialplan
    let memory: DialplanMemory
    var context: ByteString
    var facts: CallFacts
    var variables: [ByteString?]
    var actions: [DialplanAction] = []
    var captures = Captures()
    /// What the captures are parts of.
    var subject = ByteString()
    var problem: RouteProblem?
    /// The context in which the search goes on.
    var nextContext: ByteString?
    /// What the clocks of a zone show, for the zone that was asked for last.
    private var localTime: (zone: Int, time: CalendarTime)?
    private var conditionsRead = 0
    private var transfers = 0
    private var isEmergency = false

    init(_ plan: Dialplan, _ facts: CallFacts, in context: ByteString, memory: DialplanMemory) {
        self.plan = plan
        self.memory = memory
        self.context = context
        self.facts = facts
        self.variables = Array(repeating: nil, count: plan.variables.count)
    }

    /// Decides.
    mutating func run() -> RouteDecision {
        var decisive = ByteString()
        while true {
            if self.plan.isFreeSWITCH(self.context) {
                return self.decisionToGoOn(by: decisive)
            }
            guard let extensions = self.plan.contexts[self.context] else {
                return self.rejection(.unknownContext, .noRouteToDestination, by: decisive)
            }
            self.search(extensions, &decisive)
            guard self.problem == nil, let next = self.nextContext else {
                return self.decision(by: decisive)
            }
            self.transfers += 1
            guard self.transfers <= self.plan.limits.transfers else {
                self.problem = .tooManySteps
                return self.decision(by: decisive)
            }
            self.nextContext = nil
            self.context = next
        }
    }

    /// Reads the extensions of one context until one takes the call.
    private mutating func search(_ extensions: [DialplanExtension], _ decisive: inout ByteString) {
        // Whoever wants to see everything is shown what is passed over as well.
        guard self.recorder == nil, self.trace == nil, let index = self.plan.indexes[self.context] else {
            for entry in extensions where self.read(entry, &decisive) {
                return
            }
            return
        }
        var candidates = Candidates()
        index.find(self.facts.destinationNumber, &candidates)
        var number = self.facts.destinationNumber
        var next = 0
        while let place = candidates.first(from: next), extensions.indices.contains(place) {
            if self.read(extensions[place], &decisive) {
                return
            }
            next = place + 1
            if self.facts.destinationNumber != number {
                number = self.facts.destinationNumber
                index.find(number, &candidates)
            }
        }
    }

    /// Reads one extension; whether the search ends there.
    private mutating func read(_ entry: DialplanExtension, _ decisive: inout ByteString) -> Bool {
        self.recorder?.begin(entry)
        let hasActed = self.read(entry.conditions, depth: 0)
        let endsSearch = self.problem != nil || self.nextContext != nil || hasActed && !entry.continues
        self.recorder?.end(acted: hasActed, endedSearch: endsSearch)
        if hasActed {
            self.trace?.note(acted: entry)
            decisive = entry.name
            self.isEmergency = self.isEmergency || entry.isEmergency
        }
        return endsSearch
    }

    /// Whether one extension would take the call if it were the first that is read.
    mutating func wouldTake(_ entry: DialplanExtension) -> Bool {
        self.read(entry.conditions, depth: 0) && (!entry.continues || self.nextContext != nil)
    }

    private func decision(by name: ByteString) -> RouteDecision {
        switch self.problem {
        case nil:
            guard self.actions.contains(where: \.routes) else {
                return self.rejection(.noMatch, .noRouteToDestination, by: name)
            }
            return RouteDecision(
                actions: self.actions,
                extensionName: name,
                isEmergency: self.isEmergency,
                variables: self.variablesThatAreSet
            )
        case .invalidTarget, .invalidValue, .valueTooLong:
            return self.rejection(self.problem, .invalidNumberFormat, by: name)
        case .tooManySteps:
            return self.rejection(.tooManySteps, .exchangeRoutingError, by: name)
        case .noMatch, .unknownContext:
            return self.rejection(.noMatch, .noRouteToDestination, by: name)
        }
    }

    private func rejection(_ problem: RouteProblem?, _ cause: Q850Cause, by name: ByteString) -> RouteDecision {
        RouteDecision(
            actions: [.reject(RejectAction(cause: cause))],
            extensionName: name,
            problem: problem,
            variables: self.variablesThatAreSet
        )
    }

    /// What has been decided before the search goes on in a context of the other language.
    private func decisionToGoOn(by name: ByteString) -> RouteDecision {
        var decision = RouteDecision(
            actions: self.actions,
            extensionName: name,
            isEmergency: self.isEmergency,
            variables: self.variablesThatAreSet
        )
        let number = self.facts.destinationNumber
        decision.onward = RouteDecision.Onward(context: self.context, destinationNumber: number)
        return decision
    }

    private var variablesThatAreSet: [RouteDecision.Variable] {
        zip(self.plan.variables, self.variables).compactMap { name, value in
            value.map { RouteDecision.Variable(name: name, value: $0) }
        }
    }

    /// The decision of another context after the actions so far, with nothing of it left here.
    mutating func decision(of context: ByteString, number: ByteString?) -> RouteDecision {
        var other = self
        other.recorder = nil
        other.trace = nil
        other.actions = []
        other.context = context
        other.transfers += 1
        if let number {
            other.setDestinationNumber(number)
        }
        guard other.transfers <= self.plan.limits.transfers else {
            self.problem = .tooManySteps
            return self.rejection(.tooManySteps, .exchangeRoutingError, by: "")
        }
        let decision = other.run()
        self.conditionsRead = other.conditionsRead
        // What a bridge comes to is decided before it is known, and the other language decides step by step.
        return decision.onward == nil ? decision : self.rejection(.unknownContext, .noRouteToDestination, by: "")
    }
}

// MARK: - Conditions

extension Evaluation {
    /// Reads conditions of one level and takes their actions; whether any was taken.
    private mutating func read(_ conditions: [Condition], depth: Int) -> Bool {
        var hasActed = false
        for condition in conditions {
            self.conditionsRead += 1
            guard self.conditionsRead <= self.plan.limits.conditions else {
                self.problem = .tooManySteps
                return hasActed
            }
            self.recorder?.begin(condition, depth: depth)
            let matched = self.holds(condition)
            self.recorder?.end(matched: matched)
            self.trace?.note(condition, matched: matched)
            guard self.problem == nil else {
                return hasActed
            }
            for action in matched ? condition.actions : condition.antiActions {
                hasActed = true
                self.take(action)
            }
            if matched, !condition.nested.isEmpty, self.goesOn {
                hasActed = self.read(condition.nested, depth: depth + 1) || hasActed
            }
            if !self.goesOn || condition.breakRule.applies(afterMatch: matched) {
                break
            }
        }
        return hasActed
    }

    /// Whether more may be read in this context.
    private var goesOn: Bool {
        self.problem == nil && self.nextContext == nil
    }

    private mutating func holds(_ condition: Condition) -> Bool {
        if let calendar = condition.calendar, !self.isTime(of: calendar, line: condition.line) {
            return false
        }
        if condition.tests.count == 1 {
            return self.passes(condition.tests[0])
        }
        self.captures.clear()
        var passed = 0
        for test in condition.tests {
            let matched = self.passes(test)
            self.captures.clear()
            guard self.problem == nil else {
                return false
            }
            passed += matched ? 1 : 0
            if condition.combination == .any && matched || condition.combination == .all && !matched {
                break
            }
        }
        switch condition.combination {
        case .all: return passed == condition.tests.count
        case .any: return passed > 0
        case .xor: return passed == 1
        }
    }

    /// Whether the clocks show the time.
    mutating func isTime(of calendar: Condition.Calendar) -> Bool {
        calendar.condition.matches(self.time(in: calendar.zone))
    }

    /// What the clocks of a zone show.
    private mutating func time(in zone: Int) -> CalendarTime {
        if let known = self.localTime, known.zone == zone {
            return known.time
        }
        let time = self.plan.zones[zone].localTime(at: self.facts.time)
        self.localTime = (zone, time)
        return time
    }

    private mutating func isTime(of calendar: Condition.Calendar, line: Int) -> Bool {
        let time = self.time(in: calendar.zone)
        let matched = calendar.condition.matches(time)
        if self.recorder != nil {
            self.recorder?.note(
                Explanation.Test(
                    line: line,
                    subject: "time",
                    value: ByteString("\(time) \(self.plan.zones[calendar.zone].name)"),
                    expression: calendar.condition.description,
                    matched: matched,
                    captures: []
                )
            )
        }
        return matched
    }

    private mutating func passes(_ test: Condition.Test) -> Bool {
        guard let subject = self.expand(test.subject) else {
            return false
        }
        self.subject = subject
        let matched = test.expression.match(self.subject.bytes, captures: &self.captures)
        if self.recorder != nil {
            self.note(test, matched: matched)
        }
        return matched
    }

    private mutating func note(_ test: Condition.Test, matched: Bool) {
        let captures = matched ? (0..<self.captures.count).map(self.capture) : []
        self.recorder?.note(
            Explanation.Test(
                line: test.line,
                subject: test.field,
                value: self.subject,
                expression: test.expression.pattern,
                matched: matched,
                captures: captures
            )
        )
    }
}
