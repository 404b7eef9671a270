import CallModel
import Expressions
import ProtocolKit

/// One run of a dialplan for one call: a single pass over a context, `set` visible at once.
struct Evaluation {
    /// Collects the proof, when one is wanted.
    var recorder: ExplanationRecorder?

    private let plan: Dialplan
    private let context: ByteString
    private var facts: CallFacts
    private var variables: [ByteString?]
    private var actions: [DialplanAction] = []
    private var captures = Captures()
    private var subject = ByteString()
    private var conditionsRead = 0
    private var isEmergency = false
    private var problem: RouteProblem?

    init(_ plan: Dialplan, _ facts: CallFacts, in context: ByteString) {
        self.plan = plan
        self.context = context
        self.facts = facts
        self.variables = Array(repeating: nil, count: plan.variables.count)
    }

    /// Decides.
    mutating func run() -> RouteDecision {
        guard let extensions = self.plan.contexts[self.context] else {
            return self.rejection(.unknownContext, .noRouteToDestination, by: "")
        }
        var decisive = ByteString()
        for entry in extensions {
            let hasActed = self.read(entry)
            let endsSearch = self.problem != nil || hasActed && !entry.continues
            self.recorder?.end(acted: hasActed, endedSearch: endsSearch)
            if hasActed {
                decisive = entry.name
                self.isEmergency = self.isEmergency || entry.isEmergency
            }
            if endsSearch {
                break
            }
        }
        return self.decision(by: decisive)
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
        case .invalidTarget:
            return self.rejection(.invalidTarget, .invalidNumberFormat, by: name)
        case .valueTooLong:
            return self.rejection(.valueTooLong, .invalidNumberFormat, by: name)
        case .tooManySteps:
            return self.rejection(.tooManySteps, .exchangeRoutingError, by: name)
        case .noMatch, .unknownContext:
            return self.rejection(.noMatch, .noRouteToDestination, by: name)
        }
    }

    private func rejection(_ problem: RouteProblem, _ cause: Q850Cause, by name: ByteString) -> RouteDecision {
        RouteDecision(
            actions: [.reject(RejectAction(cause: cause))],
            extensionName: name,
            problem: problem,
            variables: self.variablesThatAreSet
        )
    }

    private var variablesThatAreSet: [RouteDecision.Variable] {
        zip(self.plan.variables, self.variables).compactMap { name, value in
            value.map { RouteDecision.Variable(name: name, value: $0) }
        }
    }
}

// MARK: - Conditions

extension Evaluation {
    /// Reads the conditions of one extension and takes their actions; whether any was taken.
    private mutating func read(_ entry: DialplanExtension) -> Bool {
        self.recorder?.begin(entry)
        var hasActed = false
        for condition in entry.conditions {
            self.conditionsRead += 1
            guard self.conditionsRead <= self.plan.limits.conditions else {
                self.problem = .tooManySteps
                return hasActed
            }
            let matched = self.test(condition)
            guard self.problem == nil else {
                return hasActed
            }
            for action in matched ? condition.actions : condition.antiActions {
                hasActed = true
                self.take(action)
            }
            if self.problem != nil || condition.breakRule.applies(afterMatch: matched) {
                break
            }
        }
        return hasActed
    }

    private mutating func test(_ condition: Condition) -> Bool {
        guard let test = condition.test else {
            self.subject = ByteString()
            self.note(condition, matched: true)
            return true
        }
        guard let subject = self.expand(test.subject) else {
            return false
        }
        self.subject = subject
        let matched = test.expression.match(self.subject.bytes, captures: &self.captures)
        self.note(condition, matched: matched)
        return matched
    }

    private mutating func note(_ condition: Condition, matched: Bool) {
        guard self.recorder != nil else {
            return
        }
        let captures = matched && condition.test != nil ? (0..<self.captures.count).map(self.capture) : []
        self.recorder?.note(
            Explanation.Condition(
                line: condition.line,
                subject: condition.field,
                value: self.subject,
                expression: condition.test?.expression.pattern ?? "",
                matched: matched,
                captures: captures
            )
        )
    }
}

// MARK: - Actions

extension Evaluation {
    private mutating func take(_ action: ActionTemplate) {
        guard self.problem == nil else {
            return
        }
        switch action {
        case .fixed(let fixed):
            self.append(fixed)
        case .bridge(let bridge):
            self.append(bridge)
        case .reject(let cause, let reason):
            if let words = self.expand(reason) {
                self.append(.reject(RejectAction(cause: cause, reason: words.printable)))
            }
        case .redirect(let contacts):
            self.append(redirect: contacts)
        case .forward(let when, let number):
            self.append(forward: when, to: number)
        case .setVariable(let slot, let template):
            if let value = self.expand(template) {
                self.variables[slot] = value
            }
        case .setDestinationNumber(let template):
            if let value = self.expand(template) {
                self.facts.destinationNumber = value
                self.append(.set(.destinationNumber(value)))
            }
        case .setCallerNumber(let template):
            if let value = self.expand(template) {
                self.facts.callerNumber = value
                self.append(.set(.callerNumber(value)))
            }
        case .setCallerName(let template):
            if let value = self.expand(template) {
                self.facts.callerName = value
                self.append(.set(.callerName(value)))
            }
        }
    }

    private mutating func append(_ action: DialplanAction) {
        guard self.actions.count < self.plan.limits.actions else {
            self.problem = .tooManySteps
            return
        }
        self.actions.append(action)
    }

    /// A target that cannot exist is left out; a bridge that has none left refuses the call.
    private mutating func append(_ bridge: BridgeTemplate) {
        var stages: [[BridgeTarget]] = []
        stages.reserveCapacity(bridge.stages.count)
        for stage in bridge.stages {
            var targets: [BridgeTarget] = []
            for branch in stage {
                if let target = self.expand(branch.target) {
                    targets.append(BridgeTarget(target, timeout: branch.timeout))
                }
            }
            if !targets.isEmpty {
                stages.append(targets)
            }
        }
        guard !stages.isEmpty else {
            self.problem = self.problem ?? .invalidTarget
            return
        }
        self.append(
            .bridge(
                BridgeAction(
                    stages: stages,
                    media: bridge.media,
                    earlyMedia: bridge.earlyMedia,
                    ringback: bridge.ringback,
                    failOver: bridge.failOver
                )
            )
        )
    }

    private mutating func append(redirect contacts: [TargetTemplate]) {
        var targets: [Target] = []
        for contact in contacts {
            if let target = self.expand(contact) {
                targets.append(target)
            }
        }
        guard !targets.isEmpty else {
            self.problem = self.problem ?? .invalidTarget
            return
        }
        self.append(.redirect(RedirectAction(contacts: targets)))
    }

    private mutating func append(forward when: LineService.Forwarding, to number: Template) {
        guard let number = self.expand(number)?.asName else {
            self.problem = self.problem ?? .invalidTarget
            return
        }
        self.append(.lineService(.forward(when, to: number)))
    }
}

// MARK: - Values

extension Evaluation {
    /// What group `index` of the last match took.
    private func capture(_ index: Int) -> ByteString? {
        self.captures[index].map { ByteString(self.subject.bytes[$0]) }
    }

    /// The value of one part; `nil` when it is longer than the limit.
    private mutating func value(of part: Template.Part) -> ByteString? {
        let value =
            switch part {
            case .literal(let octets):
                octets
            case .capture(let index):
                self.capture(index) ?? ByteString()
            case .field(let field):
                self.value(of: field)
            case .variable(let slot):
                self.variables[slot] ?? ByteString()
            }
        guard value.count <= self.plan.limits.valueOctets else {
            self.problem = .valueTooLong
            return nil
        }
        return value
    }

    private func value(of field: CallField) -> ByteString {
        switch field {
        case .destinationNumber:
            self.facts.destinationNumber
        case .destinationHost:
            self.facts.destinationHost
        case .callerNumber:
            self.facts.callerNumber
        case .callerName:
            self.facts.callerName
        case .divertingNumber:
            self.facts.divertingNumber
        case .user:
            self.facts.user
        case .trunk:
            self.facts.trunk
        case .listener:
            self.facts.listener
        case .transport:
            self.facts.transport
        case .protocol:
            self.facts.signaling?.dialplanName ?? ByteString()
        case .sourceAddress:
            self.facts.source.map { ByteString($0.ip.description) } ?? ByteString()
        case .context:
            self.context
        }
    }

    /// The value for this call; `nil`, with the problem noted, when it is longer than the limit.
    private mutating func expand(_ template: Template) -> ByteString? {
        if template.parts.count == 1 {
            return self.value(of: template.parts[0])
        }
        return self.expand(template) { $0 }
    }

    /// The value with each part that the call fills in passed through `admit`, which may refuse it.
    private mutating func expand(_ template: Template, admit: (ByteString) -> ByteString?) -> ByteString? {
        var octets: [UInt8] = []
        for part in template.parts {
            guard let value = self.value(of: part) else {
                return nil
            }
            if case .literal = part {
                octets += value.bytes
            } else if let admitted = admit(value) {
                octets += admitted.bytes
            } else {
                return nil
            }
        }
        guard octets.count <= self.plan.limits.valueOctets else {
            self.problem = .valueTooLong
            return nil
        }
        return ByteString(octets)
    }

    /// The target for this call; `nil` when what fills its places makes one that cannot exist.
    private mutating func expand(_ target: TargetTemplate) -> Target? {
        switch target {
        case .uri(let user, let rest):
            guard let rest = self.expand(rest, admit: \.asHostPart), let first = rest.bytes.first, first != 0x3A
            else {
                return nil
            }
            guard let user else {
                return .uri(ByteString(Array("sip:".utf8) + rest.bytes))
            }
            guard let user = self.expand(user, admit: \.escapedForUser), !user.isEmpty else {
                return nil
            }
            return .uri(ByteString(Array("sip:".utf8) + user.bytes + [0x40] + rest.bytes))
        case .user(let name):
            return self.expand(name)?.asName.map(Target.user)
        case .trunk(let trunk, let number):
            return self.expand(number)?.asName.map { .trunk(trunk, number: $0) }
        case .line(let name):
            return self.expand(name)?.asName.map(Target.line)
        case .circuits(let group, let number):
            return self.expand(number)?.asName.map { .circuits(group, number: $0) }
        }
    }
}
