import CallModel
import Expressions
import ProtocolKit

/// Turns the extensions of a context into a ``NumberedContext``, or says what stands in the way.
struct NumberedContextReading {
    /// The most forms that a number may have; it bounds what a decision has to keep in mind.
    static let mostRewrites = 8

    /// The longest text that may be put before a number.
    private static let longestPrefix = 64

    private(set) var context: NumberedContext
    private(set) var problems: [DialplanProblem] = []
    private let name: ByteString
    private var callers: CallerKnowledge
    private let limits: NumberingLimits

    /// The forms that the number may have where the reading is.
    private var forms: Set<Int> = [0]
    /// Whether a number may have been set to something that cannot be followed.
    private var lostTrack: String?
    /// Whether a number that cannot be followed was tested; one problem is enough.
    private var hasTestedLost = false

    init(_ extensions: [DialplanExtension], named name: ByteString, callers: [CallFacts], limits: NumberingLimits) {
        self.name = name
        self.limits = limits
        self.callers = CallerKnowledge(callers, context: name)
        self.context = NumberedContext(automaton: ExpressionAutomaton(limit: limits.positions))
        for entry in extensions {
            self.context.entries.append(self.read(entry))
        }
    }

    private mutating func read(_ entry: DialplanExtension) -> NumberedContext.Entry {
        var numbered = NumberedContext.Entry(continues: entry.continues)
        for condition in entry.conditions {
            numbered.steps.append(self.read(condition, of: entry))
        }
        return numbered
    }

    private mutating func read(_ condition: Condition, of entry: DialplanExtension) -> NumberedContext.Step {
        var step = NumberedContext.Step(breakRule: condition.breakRule)
        let forms = self.forms.sorted()
        let parts = condition.tests.map { self.read($0, forms, of: condition, entry) }
        for (place, form) in forms.enumerated() {
            let truths = parts.map { $0.truths[place] }
            let truth = truths.count == 1 ? truths[0] : .combined(condition.combination, truths)
            step.truths[form] = condition.calendar == nil ? truth : .combined(.all, [.perhaps, truth])
        }
        let expression = parts.count == 1 ? parts[0].expression : nil
        step.whenTrue = self.effect(condition.actions, expression, forms, of: condition, entry)
        step.whenFalse = self.effect(condition.antiActions, nil, forms, of: condition, entry)
        step.nested = condition.nested.map { self.read($0, of: entry) }
        return step
    }

    /// What is known of one test, for each form of the number.
    private mutating func read(
        _ test: Condition.Test,
        _ forms: [Int],
        of condition: Condition,
        _ entry: DialplanExtension
    ) -> (expression: NumberExpression?, truths: [NumberedContext.Truth]) {
        guard Self.isNumber(test.subject) else {
            let truth = self.truth(withoutNumber: test, of: condition, entry)
            return (nil, forms.map { _ in truth })
        }
        let expression = self.expression(test, of: condition, entry)
        return (expression, forms.map { self.truth(expression, of: $0) })
    }

    private mutating func add(
        _ message: String,
        _ condition: Condition,
        _ entry: DialplanExtension,
        advice: String
    ) {
        self.problems.append(
            DialplanProblem(
                file: entry.file,
                line: condition.line,
                message: "context \"\(self.name)\" has no digit map: \(message)",
                advice: advice
            )
        )
    }

    // MARK: Conditions

    private static func isNumber(_ subject: Template) -> Bool {
        subject.parts == [.field(.destinationNumber)]
    }

    private mutating func expression(
        _ test: Condition.Test,
        of condition: Condition,
        _ entry: DialplanExtension
    ) -> NumberExpression? {
        if let lostTrack {
            if !self.hasTestedLost {
                self.add(
                    "this tests a number that \(lostTrack)",
                    condition,
                    entry,
                    advice: "set destination-number to something that ends with $0 or with a last group, as +49$1, "
                        + "or test it above"
                )
            }
            self.hasTestedLost = true
            return nil
        }
        do {
            return try NumberExpressionReader.read(test.expression.pattern)
        } catch {
            self.add(
                "the expression \"\(test.expression.pattern)\" cannot be decided digit by digit: \(error.reason)",
                condition,
                entry,
                advice: "use characters, classes, groups, | and repetitions only, "
                    + "or move the extension to a context that no line dials into"
            )
            return nil
        }
    }

    private mutating func truth(_ expression: NumberExpression?, of form: Int) -> NumberedContext.Truth {
        guard let expression else {
            return .perhaps
        }
        let rewrite = self.context.rewrites[form]
        guard let strip = rewrite.strip else {
            return self.context.automaton.passes(expression, rewrite.prefix) ? .always : .never
        }
        let test = self.context.owners.count
        self.context.owners.append(self.context.entries.count)
        self.context.start += self.context.automaton.add(expression, test: test, strip: strip, prefix: rewrite.prefix)
        return .test(test)
    }

    private mutating func truth(
        withoutNumber test: Condition.Test,
        of condition: Condition,
        _ entry: DialplanExtension
    ) -> NumberedContext.Truth {
        guard !test.subject.contains(.destinationNumber) else {
            self.add(
                "\"\(test.field)\" mixes the number with something else",
                condition,
                entry,
                advice: "test destination-number in a condition of its own"
            )
            return .perhaps
        }
        guard test.subject.parts.count == 1, case .field(let field) = test.subject.parts[0] else {
            return .perhaps
        }
        return self.callers.truth(of: field, test.expression)
    }

    // MARK: Actions

    private mutating func effect(
        _ actions: [ActionTemplate],
        _ expression: NumberExpression?,
        _ forms: [Int],
        of condition: Condition,
        _ entry: DialplanExtension
    ) -> NumberedContext.Effect {
        var effect = NumberedContext.Effect()
        effect.acts = !actions.isEmpty
        effect.outcome = actions.first { $0.routes }.map { $0.refuses ? .refusal : .route } ?? .nothing
        for action in actions {
            self.callers.note(action)
        }
        for form in forms {
            var current = self.context.rewrites[form]
            for case .setDestinationNumber(let value) in actions {
                let tested = self.context.rewrites[form]
                guard
                    let next = NumberRewrite.following(value, of: expression, tested: tested, current: current),
                    next.prefix.count <= Self.longestPrefix, next.prefix.allSatisfy({ $0 < 0x80 })
                else {
                    self.lose("line \(condition.line) may have set to something that cannot be followed")
                    break
                }
                current = next
            }
            effect.rewrites[form] = self.form(of: current, condition)
        }
        return effect
    }

    private mutating func lose(_ reason: String) {
        self.lostTrack = self.lostTrack ?? reason
    }

    private mutating func form(of rewrite: NumberRewrite, _ condition: Condition) -> Int {
        if let known = self.context.rewrites.firstIndex(of: rewrite) {
            self.forms.insert(known)
            return known
        }
        guard self.context.rewrites.count < Self.mostRewrites else {
            self.lose("line \(condition.line) may have set in more than \(Self.mostRewrites) different ways")
            return 0
        }
        self.context.rewrites.append(rewrite)
        self.forms.insert(self.context.rewrites.count - 1)
        return self.context.rewrites.count - 1
    }
}

extension ActionTemplate {
    /// Whether the action refuses the call.
    fileprivate var refuses: Bool {
        switch self {
        case .fixed(.reject), .reject:
            true
        case .fixed, .bridge, .route, .redirect, .forward, .setVariable, .setDestinationNumber, .setCallerNumber,
            .setCallerName, .header, .sendDigits, .log, .limit, .remember, .ask, .transfer,
            .conditional:
            false
        }
    }
}
