import CallModel
import ProtocolKit

/// What a decision does.
extension Evaluation {
    /// Takes one action with its places filled in.
    mutating func take(_ action: ActionTemplate) {
        guard self.problem == nil else {
            return
        }
        switch action {
        case .fixed(let fixed):
            self.append(fixed)
        case .bridge(let bridge):
            self.append(bridge)
        case .route(let route):
            self.append(route)
        case .redirect(let contacts):
            self.append(redirect: contacts)
        case .forward(let when, let number):
            self.append(forward: when, to: number)
        case .header(let header):
            self.append(header)
        case .sendDigits(let digits):
            self.append(digits: digits)
        case .remember(let table, let key, let value):
            self.append(remember: value, for: key, in: table)
        case .ask(let ask):
            self.append(ask)
        case .transfer(let context, let number):
            self.transfer(to: context, number: number)
        case .conditional(let causes, let action):
            self.take(action, after: causes)
        case .reject(let cause, let status, let reason):
            self.expand(reason) { .reject(RejectAction(cause: cause, reason: $0.printable, status: status)) }
        case .log(let level, let text):
            self.expand(text) { .log(LogAction(level, $0.printable)) }
        case .limit(let resource, let calls, let cause):
            self.expand(resource) { .limit(LimitAction(resource: $0, calls: calls, cause: cause)) }
        case .setVariable, .setDestinationNumber, .setCallerNumber, .setCallerName:
            self.set(action)
        }
    }

    private mutating func set(_ action: ActionTemplate) {
        switch action {
        case .setVariable(let slot, let template):
            if let value = self.expand(template) {
                self.variables[slot] = value
            }
        case .setDestinationNumber(let template):
            if let value = self.expand(template) {
                self.setDestinationNumber(value)
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
        case .fixed, .bridge, .route, .reject, .redirect, .forward, .header, .sendDigits, .log, .limit, .remember, .ask,
            .transfer, .conditional:
            break
        }
    }

    /// Sets the number that the call is for.
    mutating func setDestinationNumber(_ value: ByteString) {
        self.facts.destinationNumber = value
        self.append(.set(.destinationNumber(value)))
    }

    /// What stands below is decided now, as if no answer came.
    private mutating func append(_ ask: AskTemplate) {
        let variables = ask.variables.map { slot in
            RouteDecision.Variable(name: self.plan.variables[slot], value: self.variables[slot] ?? ByteString())
        }
        self.append(
            .ask(AskAction(server: ask.server, context: self.context, facts: self.facts, variables: variables))
        )
    }

    /// Appends the action that is made of a value.
    private mutating func expand(_ template: Template, _ action: (ByteString) -> DialplanAction) {
        if let value = self.expand(template) {
            self.append(action(value))
        }
    }

    /// What depends on a bridge is decided now, as if the bridge had failed so, and done only then.
    private mutating func take(_ action: ActionTemplate, after causes: CauseSet) {
        if case .transfer(let context, let number) = action {
            let number = number.map { self.expand($0) }
            guard self.problem == nil else {
                return
            }
            let decision = self.decision(of: context, number: number ?? nil)
            self.append(.conditional(ConditionalActions(decision.actions, after: causes, endsList: true)))
            return
        }
        let before = self.actions
        self.actions = []
        self.take(action)
        let taken = self.actions
        self.actions = before
        if !taken.isEmpty {
            self.append(.conditional(ConditionalActions(taken, after: causes)))
        }
    }

    private mutating func transfer(to context: ByteString, number: Template?) {
        if let number {
            guard let value = self.expand(number) else {
                return
            }
            self.setDestinationNumber(value)
        }
        self.nextContext = context
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
                    let settings = branch.settings.flatMap { self.expand($0) }
                    targets.append(BridgeTarget(target, timeout: branch.timeout, settings: settings))
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
        self.append(.bridge(bridge.settings.bridge(to: stages)))
    }

    /// The trunks of a table one after another; when it has none, the next action is done.
    private mutating func append(_ route: RouteTemplate) {
        guard let number = self.expand(route.number) else {
            return
        }
        let routes = self.plan.routes[route.routes]
        var open = WindowSet()
        for (place, window) in routes.windows.enumerated() where self.isTime(of: window) {
            open.insert(place)
        }
        var choices = RouteChoices(limit: route.most)
        routes.table.selectRoutes(for: number, at: open, draw: self.facts.draw, into: &choices)
        var stages: [[BridgeTarget]] = []
        for choice in choices.all {
            if let target = self.target(of: choice, in: routes, number, timeout: route.settings.timeout) {
                stages.append([target])
            }
        }
        if !stages.isEmpty {
            self.append(.bridge(route.settings.bridge(to: stages)))
        }
    }

    private func target(
        of choice: RouteChoice,
        in routes: DialplanRoutes,
        _ number: ByteString,
        timeout: Duration?
    ) -> BridgeTarget? {
        guard let dialed = routes.table.rewrite(number, for: choice).asName else {
            return nil
        }
        let trunk = routes.table.trunks[choice.trunk]
        let target: Target =
            routes.areCircuits[choice.trunk] ? .circuits(trunk, number: dialed) : .trunk(trunk, number: dialed)
        var settings: LegSettings?
        if let calls = choice.capacity {
            let prefix = ByteString(number.bytes.prefix(choice.prefixLength))
            settings = LegSettings()
            settings?.capacity = LimitAction(
                resource: ByteString("\(routes.name)/\(prefix)/\(trunk)"),
                calls: calls,
                cause: .congestion
            )
        }
        return BridgeTarget(target, timeout: choice.timeout ?? timeout, settings: settings)
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

    private mutating func append(_ header: HeaderTemplate) {
        guard let value = self.expand(header.value) else {
            return
        }
        let operation: HeaderRule.Operation = header.replaces ? .replace(value.printable) : .add(value.printable)
        guard let rule = HeaderRule(operation, header.name, on: header.side) else {
            self.problem = self.problem ?? .invalidValue
            return
        }
        self.append(.set(.header(rule)))
    }

    private mutating func append(digits: Template) {
        guard let value = self.expand(digits) else {
            return
        }
        guard let digits = [Digit](dialed: value) else {
            self.problem = self.problem ?? .invalidValue
            return
        }
        self.append(.sendDigits(digits))
    }

    private mutating func append(remember value: Template?, for key: Template, in table: ByteString) {
        guard let key = self.expand(key) else {
            return
        }
        let value = value.map { self.expand($0) }
        guard self.problem == nil else {
            return
        }
        self.append(.remember(MemoryAction(realm: table, key: key, value: value ?? nil)))
    }

    private mutating func expand(_ settings: LegSettingsTemplate) -> LegSettings {
        settings.settings(
            callerNumber: settings.callerNumber.flatMap { self.expand($0) },
            callerName: settings.callerName.flatMap { self.expand($0) }
        )
    }
}

extension [Digit] {
    /// The digits of a dialed number; `nil` when there is none, or something else among them.
    init?(dialed number: ByteString) {
        let isDigit: (UInt8) -> Bool = { octet in
            octet.isASCIIDigit || octet == 0x2A || octet == 0x23 || 0x41...0x44 ~= octet
        }
        guard !number.isEmpty, number.bytes.allSatisfy(isDigit) else {
            return nil
        }
        self = number.bytes.map { Digit(symbol: $0) }
    }
}
