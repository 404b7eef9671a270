import Expressions
import ProtocolKit

/// Looks for what FreeSWITCH's language does otherwise than it looks, in one context.
struct FreeSWITCHCheck {
    private(set) var findings: [CheckFinding] = []
    let context: FreeSWITCHContext
    let plan: Dialplan
    let moments: [CivilTime]

    /// The variables that a search sets without seeing them, by the extensions read so far.
    private var unseen: [ByteString: DialplanPlace] = [:]

    /// `start` is the moment from which on time conditions are looked at.
    init(_ context: FreeSWITCHContext, of plan: Dialplan, from start: CivilTime) {
        self.context = context
        self.plan = plan
        // Every other hour of a year and a month: no time condition of hours or days is missed.
        let step: Int64 = 7200 * 1_000_000_000
        self.moments = (0..<(400 * 12)).map { CivilTime(nanoseconds: start.nanoseconds &+ Int64($0) &* step) }
    }

    /// Looks at every extension.
    mutating func look() {
        for entry in self.context.extensions {
            self.lookAt(entry.conditions, of: entry)
            if entry.continues, let action = Self.actions(entry.conditions).first(where: \.routes) {
                self.add(
                    .routesAndContinues,
                    at: action.place,
                    "extension \"\(entry.name)\" continues after it has routed: what extensions below do is added",
                    advice: "remove continue=\"true\", or move what routes into an extension of its own"
                )
            }
        }
    }

    private mutating func lookAt(_ conditions: [FreeSWITCHCondition], of entry: FreeSWITCHExtension) {
        self.lookForChains(conditions)
        for condition in conditions {
            self.lookAt(condition)
            self.lookAtAntiActions(condition, of: entry)
            for action in condition.actions + condition.antiActions {
                self.note(action)
            }
            if case .conditions(let nested) = condition.nested {
                if condition.breakRule == .onTrue || condition.breakRule == .always {
                    self.add(
                        .nestedUnread,
                        at: condition.place,
                        "the conditions in this one are not read when it holds: it breaks first",
                        advice: "remove the break, or put them below"
                    )
                }
                self.lookAt(nested, of: entry)
            }
        }
    }

    // MARK: Time

    /// Of time conditions side by side that each do something, those below the first are read only while all above hold.
    private mutating func lookForChains(_ conditions: [FreeSWITCHCondition]) {
        let timed = conditions.filter { $0.isTimeAlone && !$0.actions.isEmpty }
        guard let first = timed.first, timed.count > 1, first.breakRule == .onFalse, let time = first.time else {
            return
        }
        let missed = timed.dropFirst().compactMap { other -> (FreeSWITCHCondition, CivilTime)? in
            let moment = self.moments.first { moment in
                self.holds(other.time, at: moment) && !self.holds(time, at: moment)
            }
            return moment.map { (other, $0) }
        }.first
        guard let (other, moment) = missed else {
            return
        }
        self.add(
            .timeChain,
            at: first.place,
            "of \(timed.count) time conditions one below the other the first that does not hold ends the reading: "
                + "line \(other.place.line) is not reached when this one does not hold",
            advice: "add break=\"never\" to each but the last, or use an extension for each",
            witness: CallFacts(destinationNumber: "1000", time: moment)
        )
    }

    private func holds(_ time: FSTimeCondition?, at moment: CivilTime) -> Bool {
        guard let time, let zone = self.plan.freeSWITCH?.machineZone else {
            return false
        }
        return time.outcome(in: FSTimeFrame(at: moment, machineZone: zone)) == .matched
    }

    private mutating func lookAt(_ condition: FreeSWITCHCondition) {
        for problem in condition.time?.surprises ?? [] {
            self.add(.timeReading, at: condition.place, problem.message, advice: problem.advice)
        }
        switch condition.rule {
        case .single(let test?):
            if condition.time != nil {
                let moment = self.moments.first { !self.holds(condition.time, at: $0) }
                let number = Self.isNumber(test) ? test.example : nil
                self.add(
                    .timeAndField,
                    at: condition.place,
                    "the field alone decides: the actions are done whatever the time, when it matches",
                    advice: "put the time into a condition of its own, above",
                    witness: moment.flatMap { moment in
                        number.map { CallFacts(destinationNumber: $0, time: moment) }
                    }
                )
            }
            self.lookAt(test)
        case .combined(_, let tests):
            for test in tests {
                self.lookAt(test)
                if case .text = test.subject {
                    self.add(
                        .regexField,
                        at: test.place,
                        "\"\(test.field ?? "")\" as the field of a regex element leaves no captures",
                        advice: "test it in a condition of its own if its captures are used"
                    )
                }
            }
        case .single(nil):
            break
        }
    }

    // MARK: Tests

    private mutating func lookAt(_ test: FreeSWITCHTest) {
        if case .text(let template) = test.subject {
            for name in template.variableNames {
                guard let place = self.unseen[name] else {
                    continue
                }
                self.add(
                    .setUnseen,
                    at: test.place,
                    "${\(name)} is not seen here: line \(place.line) sets it without inline, after everything is read",
                    advice: "add inline=\"true\" to the action that sets it"
                )
            }
        }
        switch test.pattern {
        case .fixed(let expression):
            self.lookAt(expression, of: test)
        case .filledIn:
            self.add(
                .expressionOfCall,
                at: test.place,
                "the expression is filled in by the call, and a value that begins with / or _ changes its kind",
                advice: "write the expression itself, or make sure of what fills it in"
            )
        case .impossible:
            break
        }
    }

    private mutating func lookAt(_ expression: FreeSWITCHExpression, of test: FreeSWITCHTest) {
        guard Self.isNumber(test), let example = test.example else {
            return
        }
        for longer in [example.bytes + Array("77".utf8), Array("77".utf8) + example.bytes] {
            let number = ByteString(longer)
            guard test.isHeldOpen(at: longer.starts(with: example.bytes) ? .end : .start),
                expression.matches(number.bytes) == .matched
            else {
                continue
            }
            self.add(
                .unanchored,
                at: test.place,
                "\"\(test.written)\" matches \(number) as well as \(example)",
                advice: "write ^ before it and $ after it",
                witness: CallFacts(destinationNumber: number, time: self.moments.first ?? .epoch)
            )
            return
        }
    }

    private static func isNumber(_ test: FreeSWITCHTest) -> Bool {
        if case .field(.destinationNumber) = test.subject {
            return true
        }
        return test.field == "${destination_number}"
    }

    // MARK: Actions

    private mutating func lookAtAntiActions(_ condition: FreeSWITCHCondition, of entry: FreeSWITCHExtension) {
        guard !condition.antiActions.isEmpty, !entry.continues else {
            return
        }
        self.add(
            .antiActionEnds,
            at: condition.place,
            "extension \"\(entry.name)\" ends the search also when this condition fails, because of its anti-action",
            advice: "add continue=\"true\" to the extension, if others shall be read then"
        )
    }

    private mutating func note(_ action: FreeSWITCHAction) {
        let sets: Set<FreeSWITCHApplication> = [.set, .export, .multiset]
        guard let application = action.application, sets.contains(application), !action.isInline else {
            return
        }
        let data = action.data.string.bytes
        let name = ByteString(data.prefix { $0 != 0x3D }).lowercased
        self.unseen[name] = action.place
    }

    private static func actions(_ conditions: [FreeSWITCHCondition]) -> [FreeSWITCHAction] {
        conditions.flatMap { condition -> [FreeSWITCHAction] in
            var actions = condition.actions + condition.antiActions
            if case .conditions(let nested) = condition.nested {
                actions += Self.actions(nested)
            }
            return actions
        }
    }

    private mutating func add(
        _ rule: CheckRule,
        at place: DialplanPlace,
        _ message: String,
        advice: String,
        witness facts: CallFacts? = nil
    ) {
        let witness = facts.map { CheckWitness(context: self.context.name, facts: $0) }
        self.findings.append(
            CheckFinding(rule, file: place.file, line: place.line, message, advice: advice, witness: witness)
        )
    }
}

extension FreeSWITCHCondition {
    /// Whether the time is all that it tests.
    fileprivate var isTimeAlone: Bool {
        guard self.time != nil, case .single(nil) = self.rule else {
            return false
        }
        return true
    }
}

extension FreeSWITCHAction {
    /// Whether it decides what becomes of the call.
    fileprivate var routes: Bool {
        let routing: Set<FreeSWITCHApplication> = [
            .bridge, .transfer, .executeExtension, .respond, .redirect, .deflect, .hangup, .echo, .park,
        ]
        return self.application.map(routing.contains) ?? false
    }
}

extension FreeSWITCHTest {
    /// An end of an expression.
    fileprivate enum End {
        case start
        case end
    }

    /// Whether a branch of the expression begins or ends without saying that the text does.
    fileprivate func isHeldOpen(at end: End) -> Bool {
        let branches = self.written.split(separator: "|", omittingEmptySubsequences: false)
        return branches.contains { branch in
            var text = branch
            while let first = text.first, "(?:".contains(first) {
                text.removeFirst()
            }
            while text.last == ")" {
                text.removeLast()
            }
            switch end {
            case .start: return !text.hasPrefix("^") && !text.hasPrefix(".") && !self.written.hasPrefix("^")
            case .end:
                let isOpen = [".*", ".+", "*", "+"].contains { text.hasSuffix($0) }
                return !text.hasSuffix("$") && !isOpen && !self.written.hasSuffix("$")
            }
        }
    }

    /// A short text that the expression matches; `nil` when it cannot be taken apart.
    fileprivate var example: ByteString? {
        guard case .fixed(let expression) = self.pattern,
            let parsed = try? NumberExpressionReader.read(expression.pattern)
        else {
            return nil
        }
        var automaton = ExpressionAutomaton(limit: 10_000)
        let start = automaton.add(parsed, test: 0, strip: 0, prefix: [])
        let texts = RepresentativeTexts(automaton, start: start, limits: CheckLimits(states: 2_000))
        return texts.texts.first { !$0.isEmpty && expression.matches($0.bytes) == .matched }
    }
}

extension ExpansionTemplate {
    /// The variables that are filled in, whose names no call changes.
    fileprivate var variableNames: [ByteString] {
        self.parts.compactMap { part in
            guard case .variable(let reference) = part else {
                return nil
            }
            return reference.key
        }
    }
}
